import type { Finding } from "../../src/model/finding.js";
import type { Disposition, Judged, Verdict, VerdictKind } from "../../src/model/verdict.js";
import { OUTCOMES, type Outcome, TRIGGERS } from "../../src/model/vocabulary.js";
import { finding, loadedPolicy, manifest, reading } from "./findings.js";

type Reached = Exclude<VerdictKind, "unknown">;
type Unknown = Extract<Verdict, { kind: "unknown" }>;
export type VerdictParts = Partial<Omit<Verdict, "kind" | "policy">> & {
  /** The policy file, as its author writes it. */
  readonly policyFile?: unknown;
  readonly unknown?: Pick<Unknown, "cause" | "problems">;
};

export function judged(disposition: Outcome | Disposition, parts: Partial<Finding> = {}): Judged {
  return {
    finding: finding(parts),
    disposition: typeof disposition === "string" ? { kind: disposition, clause: "4" } : disposition,
  };
}

/** A verdict as `decide` would reach it over the given findings; anything in `parts` wins. */
export function verdict({ policyFile, unknown, ...parts }: VerdictParts = {}): Verdict {
  const loaded = loadedPolicy(policyFile);
  const all = parts.judged ?? [];
  const due = all.filter(({ disposition }) => disposition.kind === "handoff" || disposition.kind === "stop");
  const common = {
    manifest: reading(manifest()),
    policy: {
      version: loaded.policy.policy.version ?? null,
      mode: loaded.policy.mode,
      source: loaded.source,
      state: loaded.state,
      problems: [],
      policy: loaded.policy,
    },
    judged: all,
    triggers: TRIGGERS.filter((trigger) => due.some(({ finding: found }) => found.trigger === trigger)),
    gaps: [],
    conclusion: due.length > 0 || unknown !== undefined ? ("neutral" as const) : ("success" as const),
    stats: { files: 120, bytes: 345_678 },
    handoff: "none" as const,
    ...parts,
  };
  return unknown === undefined ? { ...common, kind: kindOf(all) } : { ...common, kind: "unknown", ...unknown };
}

function kindOf(all: readonly Judged[]): Reached {
  const worst = OUTCOMES.filter((outcome) => all.some(({ disposition }) => disposition.kind === outcome)).at(-1);
  return worst === undefined || worst === "note" ? "clear" : worst;
}
