import { apply } from "../../github/apply.js";
import { findCheckRuns } from "../../github/checks.js";
import type { GitHub } from "../../github/client.js";
import { readPull } from "../../github/pulls.js";
import type { Verdict } from "../../model/verdict.js";
import { checkRun } from "../../report/check-run.js";
import { renderComment, renderResolvedComment } from "../../report/comment.js";
import type { ReportContext } from "../../report/context.js";
import { planPull } from "../../report/plan.js";
import { isUndeclared, renderUndeclared } from "../../report/undeclared.js";
import { findCheckRun, saveCheckRun } from "../../store/check-runs.js";
import { findHandoff, type StoredHandoff } from "../../store/handoffs.js";
import { findPull, type KnownPull, savePull, saveShown } from "../../store/pulls.js";
import { asksOn, findRepository, type InventoryRow } from "../../store/repositories.js";
import { type Application, clientFor, nameOf, self, urlOf } from "../application.js";
import { causesOf } from "../causes.js";
import { documentDigest } from "../digest.js";
import { handoffKey, standingOf } from "../handoff-key.js";
import { ensureHandoff, issueLink } from "../handoffs.js";
import type { OrgPolicy } from "../policies.js";
import { scopeFor } from "../scope-for.js";
import { judge, outOfScope, withHandoff } from "../verdicts.js";
import { isoDay } from "../working-days.js";

/** A newer commit came meanwhile: its own job does what is left. */
export class Superseded extends Error {}

/** One pull request as it is now: verdict, handoff where one is due, check run, labels, comment. */
export async function checkPull(
  app: Application,
  { repositoryId, number }: { readonly repositoryId: number; readonly number: number },
  isRetry: boolean,
): Promise<void> {
  const sql = app.database.pool;
  const repository = await findRepository(sql, repositoryId);
  if (repository === null) return;
  const github = () => clientFor(app, repository);
  const pull = await freshPull(app, repository, number, github);
  if (pull === null || !pull.open) return;
  const policy = await app.policies.of(repository.owner, github);
  const scope = await scopeFor(app, repository, policy.policy, github);
  if (scope.kind === "outside") return;
  if (scope.kind === "exempt")
    return show(app, {
      repository,
      pull,
      github,
      verdict: await outOfScope(app, policy, scope.because),
      tree: null,
      handoff: null,
      isRetry,
    });
  const stillNewest = async () => {
    const latest = await findPull(sql, repositoryId, number);
    if (latest?.headSha !== pull.headSha || !latest.open) throw new Superseded();
  };
  const known = await findHandoff(sql, handoffKey(repository, repository.manifestPath));
  const range = { base: pull.baseSha, head: pull.headSha };
  const judged = await judge(app, github, { ...range, repository, policy, handoff: standingOf(known) }, stillNewest);
  await stillNewest();
  const { handoff, error } = await handoffFor(app, { repository, policy, pull, verdict: judged.verdict, known });
  const verdict = withHandoff(judged.verdict, standingOf(handoff));
  await show(app, { repository, pull, github, verdict, tree: judged.tree, handoff, isRetry });
  if (error !== null) throw error;
}

const OLD = 10 * 60_000;

/** What the store says; asked of GitHub again where that is older than ten minutes. */
async function freshPull(
  app: Application,
  repository: InventoryRow,
  number: number,
  github: () => Promise<GitHub>,
): Promise<KnownPull | null> {
  const sql = app.database.pool;
  const stored = await findPull(sql, repository.id, number);
  if (stored !== null && app.now().getTime() - Date.parse(stored.changedAt) < OLD) return stored;
  const read = await readPull(await github(), nameOf(repository), number);
  if (read === null) return null;
  await savePull(sql, { ...read, repositoryId: repository.id, changedAt: read.updatedAt });
  return findPull(sql, repository.id, number);
}

interface Due {
  readonly repository: InventoryRow;
  readonly policy: OrgPolicy;
  readonly pull: KnownPull;
  readonly verdict: Verdict;
  readonly known: StoredHandoff | null;
}

interface Opened {
  readonly handoff: StoredHandoff | null;
  /** Kept until the check run is there: a handoff that can't be opened must not keep that from people. */
  readonly error: unknown;
}

async function handoffFor(app: Application, { repository, policy, pull, verdict, known }: Due): Promise<Opened> {
  const isDue = verdict.triggers.length > 0 && !pull.draft && policy.policy.handoff["open-on"] === "pull-request";
  if (!isDue) return { handoff: known, error: null };
  const { manifest, path } = verdict.manifest;
  try {
    const handoff = await ensureHandoff(app, {
      repository,
      policy,
      manifest,
      manifestPath: path,
      causes: causesOf(verdict, isoDay(app.now())),
      startedAt: urlOf(app, repository, `/pull/${pull.number}`),
      actor: null,
    });
    return { handoff, error: null };
  } catch (error) {
    return { handoff: known, error };
  }
}

interface Showing {
  readonly repository: InventoryRow;
  readonly pull: KnownPull;
  readonly github: () => Promise<GitHub>;
  readonly verdict: Verdict;
  readonly tree: string | null;
  readonly handoff: StoredHandoff | null;
  readonly isRetry: boolean;
}

/** Puts on GitHub what is not there yet, and notes what is there now. */
async function show(
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
