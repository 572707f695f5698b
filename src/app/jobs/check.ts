import type { GitHub } from "../../github/client.js";
import { readPull } from "../../github/pulls.js";
import type { Verdict } from "../../model/verdict.js";
import { findHandoff, type StoredHandoff } from "../../store/handoffs.js";
import { findPull, type KnownPull, settlePull } from "../../store/pulls.js";
import { findRepository, type InventoryRow } from "../../store/repositories.js";
import { type Application, clientFor, nameOf, urlOf } from "../application.js";
import { causesOf } from "../causes.js";
import { handoffKey, standingOf } from "../handoff-key.js";
import { ensureHandoff } from "../handoffs.js";
import type { OrgPolicy } from "../policies.js";
import { scopeFor } from "../scope-for.js";
import { judge, outOfScope, withHandoff } from "../verdicts.js";
import { isoDay } from "../working-days.js";
import { show } from "./show.js";

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

/** What the store says; asked of GitHub again where that is older than ten minutes, or may not be the newest. */
async function freshPull(
  app: Application,
  repository: InventoryRow,
  number: number,
  github: () => Promise<GitHub>,
): Promise<KnownPull | null> {
  const sql = app.database.pool;
  const stored = await findPull(sql, repository.id, number);
  if (stored?.ties === 0 && app.now().getTime() - Date.parse(stored.changedAt) < OLD) return stored;
  const read = await readPull(await github(), nameOf(repository), number);
  if (read === null) return null;
  await settlePull(sql, { ...read, repositoryId: repository.id, changedAt: read.updatedAt }, stored?.ties ?? 0);
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
