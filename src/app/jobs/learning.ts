import { repositoryName } from "../../github/client.js";
import { createComment } from "../../github/comments.js";
import { pullsOfCommit } from "../../github/pulls.js";
import type { Manifest } from "../../model/manifest.js";
import { renderLearning } from "../../report/reminders.js";
import { findHandoff } from "../../store/handoffs.js";
import { asksForLearning, type InventoryRow } from "../../store/repositories.js";
import { type Application, clientFor, nameOf, urlOf } from "../application.js";
import { handoffKey } from "../handoff-key.js";

/**
 * An experiment is put away: one line of what was learned is asked for, once, where it was decided. That is the pull
 * request of the commit, or else the issue of the handoff; where there is neither, nobody is asked.
 */
export async function askForLearning(app: Application, repository: InventoryRow, commit: string | null): Promise<void> {
  const manifest = repository.manifest as Manifest | null;
  if (manifest === null || manifest.learned.length > 0) return;
  const github = await clientFor(app, repository);
  const [pull] = commit === null ? [] : await pullsOfCommit(github, nameOf(repository), commit);
  const place = pull === undefined ? await handoffIssue(app, repository) : { ...nameOf(repository), number: pull };
  if (place === null || !(await asksForLearning(app.database.pool, repository.id))) return;
  const path = repository.manifestPath ?? "";
  const editUrl = commit === null ? null : urlOf(app, repository, `/edit/${repository.defaultBranch}/${path}`);
  await createComment(github, place, place.number, renderLearning(editUrl));
}

/** An archived repository can't be written in, so an issue there is no place to ask. */
async function handoffIssue(app: Application, repository: InventoryRow) {
  const handoff = await findHandoff(app.database.pool, handoffKey(repository, repository.manifestPath));
  const intake = repositoryName(handoff?.intake ?? "");
  if (intake === null || handoff?.issueNumber == null) return null;
  const isOwn = intake.owner === repository.owner && intake.repo === repository.name;
  return isOwn && repository.archived ? null : { ...intake, number: handoff.issueNumber };
}
