import type { Label } from "../model/plan.js";
import { type GitHub, ONCE, orNull, type RepositoryName, statusOf } from "./client.js";

/** Adds one label to an issue or pull request; the repository gets it first where it has none of that name. */
export async function addLabel(
  github: GitHub,
  repository: RepositoryName,
  issue: number,
  label: Label,
  made: Set<string>,
): Promise<void> {
  const key = `${repository.owner}/${repository.repo}\0${label.name}`.toLowerCase();
  if (!made.has(key)) await createLabel(github, repository, label);
  made.add(key);
  await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
    ...repository,
    issue_number: issue,
    labels: [label.name],
  });
}

/** Adding a label that is missing makes it grey and without a word: so it is made first, once. */
async function createLabel(github: GitHub, repository: RepositoryName, label: Label): Promise<void> {
  try {
    await github.request("POST /repos/{owner}/{repo}/labels", {
      ...repository,
      name: label.name.slice(0, 50),
      color: label.color,
      description: label.description.slice(0, 100),
      ...ONCE,
    });
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
  }
}

/** One label alone: the whole set is never written, because that would undo what people did meanwhile. */
export async function removeLabel(
  github: GitHub,
  repository: RepositoryName,
  issue: number,
  name: string,
): Promise<void> {
  await orNull(
    github.request("DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", {
      ...repository,
      issue_number: issue,
      name,
    }),
  );
}
