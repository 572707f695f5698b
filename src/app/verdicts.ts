import { createHash } from "node:crypto";
import { evaluate } from "../evaluate.js";
import { contentKey, readChange, type Standing } from "../github/change.js";
import type { GitHub } from "../github/client.js";
import { type Outline, readOutline } from "../github/outline.js";
import { type Change, CONTEXT_PATHS, type HandoffStanding } from "../model/change.js";
import { TOOL } from "../model/tool.js";
import type { Verdict } from "../model/verdict.js";
import { conclude } from "../policy/conclude.js";
import { judgements } from "../store/judgements.js";
import type { InventoryRow } from "../store/repositories.js";
import { findVerdict, saveVerdict } from "../store/verdicts.js";
import { anyGlob } from "../text/globs.js";
import { type Application, nameOf } from "./application.js";
import type { OrgPolicy } from "./policies.js";

export interface JudgedRange {
  readonly verdict: Verdict;
  readonly tree: string | null;
}

export interface Question {
  readonly repository: InventoryRow;
  readonly base: string;
  readonly head: string;
  readonly policy: OrgPolicy;
  readonly handoff: HandoffStanding;
  /** Known from the payload, for a merge group and a push. */
  readonly tree?: string;
}

const isContext = anyGlob(CONTEXT_PATHS);

/** Called between the steps: throws when the answer is no longer wanted. */
export type StillWanted = () => Promise<void>;

/**
 * The verdict on a range of commits. Asked in this order, so that GitHub is asked as little as possible: by the
 * commits, by the tree, by the contents that changed; only then are the contents read and looked at.
 */
export async function judge(
  app: Application,
  github: () => Promise<GitHub>,
  question: Question,
  stillWanted: StillWanted = async () => undefined,
): Promise<JudgedRange> {
  const sql = app.database.pool;
  const { repository, base, head, policy } = question;
  const standing: Standing = {
    ...(await judgements(sql, repository.id)),
    handoff: question.handoff,
    baseline: new Set(),
  };
  const law = [TOOL.version, policy.digest, today(app)];
  const byCommits = keyOf("commits", [repository.id, base, head, describe(standing), law]);
  const byTree = (tree: string) => keyOf("tree", [repository.id, tree, describe(standing), law]);
  const known =
    (await findVerdict(sql, byCommits)) ??
    (question.tree === undefined ? null : await findVerdict(sql, byTree(question.tree)));
  if (known !== null) return { verdict: withHandoff(known, question.handoff), tree: question.tree ?? null };
  const client = await github();
  const range = { base, head, otherwise: repository.defaultBranch };
  const outline = await readOutline(client, nameOf(repository), range, isContext, app.trees);
  if (outline === null) return { verdict: await unreadable(app, question, standing), tree: null };
  const byContent = contentKey(outline, standing, law);
  const seen = await findVerdict(sql, byContent);
  if (seen === null) await stillWanted();
  const verdict = seen ?? (await look(app, client, question, outline, standing));
  if (!isPassing(verdict))
    for (const key of [byContent, byCommits, ...(outline.headTree === null ? [] : [byTree(outline.headTree)])])
      await saveVerdict(sql, key, verdict);
  app.metrics.verdicts.inc({ kind: verdict.kind });
  return { verdict: withHandoff(verdict, question.handoff), tree: outline.headTree };
}

/** Whether a handoff is open changes what is concluded and nothing of what was found, so a verdict is kept without it. */
export function withHandoff(verdict: Verdict, handoff: HandoffStanding): Verdict {
  const standing = { handoff, manifest: verdict.manifest.state };
  const conclusion =
    verdict.outOfScope === undefined ? conclude(verdict.kind, verdict.policy.policy, standing) : verdict.conclusion;
  return { ...verdict, handoff, conclusion };
}

/** The verdict on a repository that is none of our business: nothing is read, and nothing is asked. */
export async function outOfScope(app: Application, policy: OrgPolicy, because: string): Promise<Verdict> {
  const change: Change = { ...NOTHING, ...NO_STANDING, gaps: [], outOfScope: because };
  return evaluate(change, policy, { now: app.now(), fingerprintKey: app.fingerprintKey });
}

const NO_STANDING: Standing = {
  falseAlarms: new Map(),
  approvedWaivers: new Set(),
  baseline: new Set(),
  handoff: "none",
};

async function look(
  app: Application,
  github: GitHub,
  { repository, policy }: Question,
  outline: Outline,
  standing: Standing,
): Promise<Verdict> {
  const change = await readChange(github, nameOf(repository), outline, standing, app.blobs);
  return evaluate(change, policy, { now: app.now(), fingerprintKey: app.fingerprintKey });
}

/** Commits that can't be found: said as a gap, and nobody is held up for it. */
async function unreadable(app: Application, { policy }: Question, standing: Standing): Promise<Verdict> {
  const gaps = [{ path: ".", reason: "GitHub could not find these commits any more." }];
  const nothing: Change = { ...standing, ...NOTHING, gaps };
  const verdict = await evaluate(nothing, policy, { now: app.now(), fingerprintKey: app.fingerprintKey });
  return { ...verdict, kind: "unknown", cause: "source-unavailable", problems: [], conclusion: "neutral" };
}

const NOTHING = {
  manifest: null,
  files: [],
  before: [],
  paths: new Set<string>(),
  context: [],
  isRange: true,
} as const;

/** An answer that may be another one soon is not kept. */
function isPassing(verdict: Verdict): boolean {
  return verdict.kind === "unknown" && verdict.cause === "source-unavailable";
}

/** Waivers and dates end on a day. */
function today(app: Application): string {
  return app.now().toISOString().slice(0, 10);
}

function describe({ falseAlarms, approvedWaivers, handoff }: Standing): readonly unknown[] {
  return [[...falseAlarms], [...approvedWaivers], handoff];
}

function keyOf(kind: string, parts: readonly unknown[]): string {
  return `${kind}:${createHash("sha256").update(JSON.stringify(parts)).digest("hex")}`;
}
