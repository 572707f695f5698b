import { apply } from "../../github/apply.js";
import { findCheckRuns } from "../../github/checks.js";
import type { GitHub } from "../../github/client.js";
import type { Verdict } from "../../model/verdict.js";
import { checkRun } from "../../report/check-run.js";
import { renderComment, renderResolvedComment } from "../../report/comment.js";
import type { ReportContext } from "../../report/context.js";
import { planPull } from "../../report/plan.js";
import { isUndeclared, renderUndeclared } from "../../report/undeclared.js";
import { findCheckRun, saveCheckRun } from "../../store/check-runs.js";
import type { StoredHandoff } from "../../store/handoffs.js";
import { type KnownPull, saveShown } from "../../store/pulls.js";
import { asksOn, type InventoryRow } from "../../store/repositories.js";
import { type Application, nameOf, self, urlOf } from "../application.js";
import { documentDigest } from "../digest.js";
import { issueLink } from "../handoffs.js";

export interface Showing {
  readonly repository: InventoryRow;
  readonly pull: KnownPull;
  readonly github: () => Promise<GitHub>;
  readonly verdict: Verdict;
  readonly tree: string | null;
  readonly handoff: StoredHandoff | null;
  readonly isRetry: boolean;
}

/** Puts on GitHub what is not there yet, and notes what is there now. */
export async function show(
  app: Application,
  { repository, pull, github, verdict, tree, handoff, isRetry }: Showing,
): Promise<void> {
  const sql = app.database.pool;
  const link = handoff === null ? null : issueLink(app, handoff);
  const context: ReportContext = {
    repository: `${repository.owner}/${repository.name}`,
    filesUrl: urlOf(app, repository, `/blob/${pull.headSha}`),
    commands: true,
    ...(link === null ? {} : { handoff: link }),
  };
  const document = checkRun(verdict, context);
  const digest = documentDigest(document);
  const posted = await standing(app, repository, pull.headSha, github, isRetry);
  const wanted = {
    verdict,
    document,
    digest,
    comment: renderComment(verdict, context) ?? (await question(app, repository, pull, verdict, context)),
    resolved: renderResolvedComment(verdict, context),
  };
  const shown = {
    issue: pull.number,
    headSha: pull.headSha,
    draft: pull.draft,
    labels: pull.labels,
    check: posted,
    commented: pull.commentId !== null,
  };
  const actions = planPull(wanted, shown);
  if (actions.length === 0) return;
  const applied = await apply(actions, {
    github: await github(),
    repository: nameOf(repository),
    self: await self(app),
    madeLabels: app.madeLabels,
    subject: `pull:${repository.id}:${pull.number}`,
    digest,
    ...(pull.commentId === null ? {} : { commentId: pull.commentId }),
  });
  if (applied.checkRunId !== null)
    await saveCheckRun(sql, {
      repositoryId: repository.id,
      headSha: pull.headSha,
      checkRunId: applied.checkRunId,
      digest,
      tree,
      baseSha: pull.baseSha,
      verdict,
    });
  const labels = [...pull.labels.filter((name) => !applied.removed.includes(name)), ...applied.added];
  await saveShown(sql, pull, { labels, commentId: applied.commentId ?? pull.commentId });
  for (const { action, error } of applied.failures)
    app.log.error("A part of what should be shown could not be.", error, { action: action.kind });
}

/** What is asked once, of a repository that uses AI and says nothing of it. */
async function question(
  app: Application,
  repository: InventoryRow,
  pull: KnownPull,
  verdict: Verdict,
  context: ReportContext,
): Promise<string | null> {
  if (pull.draft || !isUndeclared(verdict)) return null;
  if (!(await asksOn(app.database.pool, repository.id, pull.number))) return null;
  return renderUndeclared(verdict, context, urlOf(app, repository, `/new/${repository.defaultBranch}`));
}

/** The run on this commit. After a job that was cut off, GitHub is asked too: it may have been made and not noted. */
async function standing(
  app: Application,
  repository: InventoryRow,
  headSha: string,
  github: () => Promise<GitHub>,
  isRetry: boolean,
): Promise<{ readonly id: number; readonly digest: string } | null> {
  const noted = await findCheckRun(app.database.pool, repository.id, headSha);
  if (noted !== null) return { id: noted.checkRunId, digest: noted.digest };
  if (!isRetry) return null;
  const { appId } = await app.clients.identity();
  const [found] = await findCheckRuns(await github(), nameOf(repository), headSha, appId);
  return found === undefined ? null : { id: found.id, digest: found.digest ?? "" };
}
