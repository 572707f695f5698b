import type { Label } from "../model/plan.js";
import { allPages, type GitHub, ONCE, orNull, type RepositoryName, statusOf } from "./client.js";

/**
 * Adds labels to an issue or pull request in one call. A label that is added and not there becomes grey and silent, so
 * missing ones are made first: `made` remembers which repositories were looked at, and what is in them.
 */
export async function addLabels(
  github: GitHub,
  repository: RepositoryName,
  issue: number,
  labels: readonly Label[],
  made: Set<string>,
): Promise<void> {
  if (labels.length === 0) return;
  await makeMissing(github, repository, labels, made);
  await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
    ...repository,
    issue_number: issue,
    labels: labels.map(({ name }) => name),
  });
}

export async function makeMissing(
  github: GitHub,
  repository: RepositoryName,
  labels: readonly Label[],
  made: Set<string>,
): Promise<void> {
  const key = (name: string) => `${repository.owner}/${repository.repo}\0${name}`.toLowerCase();
  if (labels.every(({ name }) => made.has(key(name)))) return;
  if (!made.has(key(""))) for (const name of await labelNames(github, repository)) made.add(key(name));
  made.add(key(""));
  for (const label of labels) {
    if (!made.has(key(label.name))) await createLabel(github, repository, label);
    made.add(key(label.name));
  }
}

async function labelNames(github: GitHub, repository: RepositoryName): Promise<readonly string[]> {
  const labels = await allPages(
    async (window) => (await github.request("GET /repos/{owner}/{repo}/labels", { ...repository, ...window })).data,
  );
  return labels.map(({ name }) => name);
}

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
