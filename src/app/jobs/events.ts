import { postCheckRun } from "../../github/checks.js";
import { installedRepositories } from "../../github/installations.js";
import { openPulls as openPullsOnGitHub } from "../../github/pulls.js";
import type { Manifest } from "../../model/manifest.js";
import { checkRun } from "../../report/check-run.js";
import { saveCheckRun, showAgain } from "../../store/check-runs.js";
import { findHandoff, type StoredHandoff, updateHandoff } from "../../store/handoffs.js";
import { findPullByHead, openPulls, savePull } from "../../store/pulls.js";
import { addJob } from "../../store/queue.js";
import {
  findRepository,
  type InventoryRow,
  removeRepositories,
  saveManifest,
  saveRepository,
} from "../../store/repositories.js";
import { type Application, clientFor, nameOf } from "../application.js";
import { causesOf } from "../causes.js";
import { openDevRequest } from "../dev-requests.js";
import { documentDigest } from "../digest.js";
import { handoffKey, standingOf } from "../handoff-key.js";
import { ensureHandoff, issueLink } from "../handoffs.js";
import { POLICY_REPOSITORY } from "../policies.js";
import { checkJob, factsJob } from "../routing.js";
import { scopeFor } from "../scope-for.js";
import { judge, outOfScope } from "../verdicts.js";
import { noteApprovals } from "../waivers.js";
import { isoDay } from "../working-days.js";
import { askForLearning } from "./learning.js";
import { takeTurn } from "./turn.js";

/** "Re-run" was clicked: the verdict is made again, unless everything that it is made of is the same. */
export async function recheckCommit(
  app: Application,
  { repositoryId, headSha }: { readonly repositoryId: number; readonly headSha: string },
): Promise<void> {
  const sql = app.database.pool;
  const pull = await findPullByHead(sql, repositoryId, headSha);
  if (pull === null) return;
  await showAgain(sql, repositoryId, headSha);
  await addJob(sql, checkJob(repositoryId, pull.number, 0));
}

export interface MergeGroup {
  readonly repositoryId: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly tree?: string | undefined;
}

/** A merge group whose tree was judged before gets that verdict with one call; any other is judged like a change. */
export async function checkMergeGroup(app: Application, group: MergeGroup): Promise<void> {
  const sql = app.database.pool;
  const repository = await findRepository(sql, group.repositoryId);
  if (repository === null) return;
  const github = () => clientFor(app, repository);
  const policy = await app.policies.of(repository.owner, github);
  const scope = await scopeFor(app, repository, policy.policy, github);
  if (scope.kind === "outside") return;
  const handoff = await findHandoff(sql, handoffKey(repository, repository.manifestPath));
  const range = { base: group.baseSha, head: group.headSha };
  const known = group.tree === undefined ? {} : { tree: group.tree };
  const { verdict, tree } =
    scope.kind === "exempt"
      ? { verdict: await outOfScope(app, policy, scope.because), tree: null }
      : await judge(app, github, { ...range, ...known, repository, policy, handoff: standingOf(handoff) });
  const link = handoff === null ? null : issueLink(app, handoff);
  const document = checkRun(verdict, link === null ? {} : { handoff: link });
  const digest = documentDigest(document);
  const shown = { headSha: group.headSha, document, digest, checkRunId: null };
  const checkRunId = await postCheckRun(await github(), nameOf(repository), shown);
  await saveCheckRun(sql, { ...group, checkRunId, digest, tree, verdict });
}

export interface Push {
  readonly repositoryId: number;
  readonly before: string;
  readonly after: string;
  readonly tree?: string | undefined;
}

/** What is on the default branch counts: the inventory is brought up to date, and a trigger there opens a handoff. */
export async function followDefaultBranch(app: Application, push: Push): Promise<void> {
  const sql = app.database.pool;
  const repository = await findRepository(sql, push.repositoryId);
  if (repository === null) return;
  if (repository.name === POLICY_REPOSITORY) app.policies.forget(repository.owner);
  const github = () => clientFor(app, repository);
  const policy = await app.policies.of(repository.owner, github);
  const scope = await scopeFor(app, repository, policy.policy, github);
  if (scope.kind !== "ours") return;
  const known = await findHandoff(sql, handoffKey(repository, repository.manifestPath));
  const base = /^0+$/.test(push.before) ? push.after : push.before;
  const question = { repository, base, head: push.after, policy, handoff: standingOf(known) };
  const { verdict } = await judge(app, github, question);
  const { manifest, path } = verdict.manifest;
  await saveManifest(sql, repository.id, path, manifest);
  if (manifest !== null)
    await noteApprovals(app, await github(), repository, { manifest, policy: policy.policy, commit: push.after });
  const current = (await findRepository(sql, repository.id)) ?? repository;
  await followManifest(app, { before: repository, after: current, commit: push.after, known });
  if (verdict.triggers.length > 0)
    await ensureHandoff(app, {
      repository: current,
      policy,
      manifest,
      manifestPath: path,
      causes: causesOf(verdict, isoDay(app.now())),
      startedAt: null,
      actor: null,
    });
  else if (known !== null) await addJob(sql, factsJob(known));
  if (manifest?.needs.includes("help") === true && manifest.request === null)
    await openDevRequest(app, current, policy, { question: null, askedAt: null });
}

interface ManifestChange {
  readonly before: InventoryRow;
  readonly after: InventoryRow;
  readonly commit: string;
  readonly known: StoredHandoff | null;
}

/** What the team wrote into its manifest is an answer to Dev; that it puts the experiment away is a good moment to ask. */
async function followManifest(app: Application, { before, after, commit, known }: ManifestChange): Promise<void> {
  const [old, now] = [before.manifest as Manifest | null, after.manifest as Manifest | null];
  if (known?.state === "open" && JSON.stringify(old) !== JSON.stringify(now))
    await takeTurn(app, known, null, { kind: "answer" });
  if (now?.status === "archived" && old?.status !== "archived") await askForLearning(app, after, commit);
}

/** Everything that is installed becomes a row of the inventory. Nothing is opened and nobody is told. */
export async function followInstallation(
  app: Application,
  { installationId, gone }: { readonly installationId: number; readonly gone: boolean },
): Promise<void> {
  const sql = app.database.pool;
  if (gone) return removeRepositories(sql, installationId, "all");
  const repositories = await installedRepositories(await app.clients.installation(installationId), installationId);
  await removeRepositories(sql, installationId, "all");
  for (const one of repositories) await saveRepository(sql, one);
}

/** An archived repository asks nothing of anybody any more: its open handoff is withdrawn. */
export async function followRepository(
  app: Application,
  { repositoryId, action }: { readonly repositoryId: number; readonly action: string },
): Promise<void> {
  const sql = app.database.pool;
  const repository = await findRepository(sql, repositoryId);
  if (repository === null) return;
  if (action === "deleted") await removeRepositories(sql, repository.installationId, [repositoryId]);
  if (action === "archived") await askForLearning(app, repository, null);
  const handoff = await findHandoff(sql, handoffKey(repository, repository.manifestPath));
  if (handoff?.state !== "open") return;
  await updateHandoff(sql, handoff, { state: "withdrawn" });
  await addJob(sql, factsJob(handoff));
}

/** What the organisation says of a repository changed: whatever is open there is looked at again. */
export async function recheckOpenPulls(
  app: Application,
  { repositoryId }: { readonly repositoryId: number },
): Promise<void> {
  const sql = app.database.pool;
  for (const pull of await openPulls(sql, repositoryId)) await addJob(sql, checkJob(repositoryId, pull.number));
}

/** Brings the open pull requests that we know of in line with those that there are. */
export async function noteOpenPulls(app: Application, repositoryId: number): Promise<void> {
  const sql = app.database.pool;
  const repository = await findRepository(sql, repositoryId);
  if (repository === null) return;
  const github = await clientFor(app, repository);
  const there = await openPullsOnGitHub(github, nameOf(repository));
  for (const pull of there) await savePull(sql, { ...pull, repositoryId, changedAt: pull.updatedAt });
  const numbers = new Set(there.map(({ number }) => number));
  for (const pull of await openPulls(sql, repositoryId))
    if (!numbers.has(pull.number)) await savePull(sql, { ...pull, open: false, changedAt: app.now().toISOString() });
}
