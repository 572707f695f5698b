import type { Change } from "../model/change.js";
import type { Finding, RuleId } from "../model/finding.js";
import type { LoadedPolicy } from "../model/loaded-policy.js";
import type { Manifest } from "../model/manifest.js";
import type { Problem } from "../model/problem.js";
import type { Gap } from "../model/source-file.js";
import type { Judged, ManifestReading, PolicyReading, Verdict } from "../model/verdict.js";
import { compareIn, OUTCOMES, type Outcome, TRIGGERS } from "../model/vocabulary.js";
import { conclude } from "./conclude.js";
import { dispose } from "./dispose.js";

export interface Evidence {
  /** What was found, in order. */
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  /** Rules that failed on a file. */
  readonly failures: readonly { readonly ruleId: RuleId; readonly path: string }[];
  readonly stats: { readonly files: number; readonly bytes: number };
  readonly policy: LoadedPolicy;
  /** The law: the manifest at the base. */
  readonly manifest: Manifest | null;
  /** What is said about the manifest: as the change leaves it, where the change touches it. */
  readonly reading: ManifestReading;
  readonly change: Pick<Change, "baseline" | "falseAlarms" | "approvedWaivers" | "handoff" | "outOfScope">;
  readonly now: Date;
}

/** The policy's word on the change: a pure function of its evidence. */
export function decide(evidence: Evidence): Verdict {
  const { findings, policy, manifest, change, now, reading } = evidence;
  const law = { policy: policy.policy, manifest, change, now };
  const judged = change.outOfScope === undefined ? findings.flatMap((finding) => dispose(finding, law) ?? []) : [];
  const worst = worstOf(judged);
  const unknown = worst === null || compareIn(OUTCOMES, worst, "handoff") < 0 ? causeOfDoubt(evidence) : null;
  const kind = unknown === null ? reached(worst) : "unknown";
  const common = {
    manifest: reading,
    policy: policyReading(policy),
    judged,
    triggers: TRIGGERS.filter((trigger) => judged.some((one) => isDue(one) && one.finding.trigger === trigger)),
    gaps: [...evidence.gaps, ...evidence.failures.map(failureGap)],
    conclusion: conclude(kind, policy.policy, {
      handoff: change.handoff,
      manifest: change.outOfScope === undefined ? reading.state : "ok",
    }),
    stats: evidence.stats,
    aiServices: findings.filter(({ subject }) => subject?.kind === "ai-service"),
    handoff: change.handoff,
    ...(change.outOfScope === undefined ? {} : { outOfScope: change.outOfScope }),
  };
  return unknown === null ? { ...common, kind: reached(worst) } : { ...common, kind: "unknown", ...unknown };
}

function worstOf(judged: readonly Judged[]): Outcome | null {
  const shown = OUTCOMES.filter((outcome) => judged.some(({ disposition }) => disposition.kind === outcome));
  return shown.at(-1) ?? null;
}

function reached(worst: Outcome | null): "clear" | Exclude<Outcome, "note"> {
  return worst === null || worst === "note" ? "clear" : worst;
}

function isDue({ disposition }: Judged): boolean {
  return disposition.kind === "handoff" || disposition.kind === "stop";
}

type Doubt = Pick<Extract<Verdict, { kind: "unknown" }>, "cause" | "problems">;

/**
 * Why "clear" or "tips" would be more than we know. What was found all the same is kept, and a handoff or a stop stands
 * whatever else went wrong: a file made to upset a rule must not hide one.
 */
function causeOfDoubt({ change, policy, reading, failures, stats, gaps }: Evidence): Doubt | null {
  if (change.outOfScope !== undefined) return null;
  if (policy.state === "invalid") return { cause: "policy-invalid", problems: policy.problems };
  if (reading.state === "invalid") return { cause: "manifest-invalid", problems: reading.problems };
  if (failures.length > 0) return { cause: "rule-failed", problems: failures.map(failureProblem) };
  if (stats.files === 0 && gaps.length > 0) return { cause: "nothing-read", problems: [] };
  return null;
}

function failureGap({ ruleId, path }: Evidence["failures"][number]): Gap {
  return { path, reason: `our rule ${ruleId} failed on this file; that is our mistake, not yours` };
}

function failureProblem(failure: Evidence["failures"][number]): Problem {
  return { line: 1, column: 1, severity: "error", message: `${failure.path}: ${failureGap(failure).reason}` };
}

function policyReading({ policy, source, state, problems }: LoadedPolicy): PolicyReading {
  return { version: policy.policy.version ?? null, mode: policy.mode, source, state, problems, policy };
}
