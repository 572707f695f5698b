import type { HandoffStanding } from "../model/change.js";
import type { Policy } from "../model/policy.js";
import type { Conclusion, ManifestReading, VerdictKind } from "../model/verdict.js";

interface Standing {
  readonly handoff: HandoffStanding;
  readonly manifest: ManifestReading["state"];
}

type Conclude = (policy: Policy, standing: Standing) => Conclusion;

/** Nobody is held up for a manifest that is missing or unreadable, and it is not called a success either. */
const fine: Conclude = (_, { manifest }) => (manifest === "ok" ? "success" : "neutral");

const CONCLUDE = {
  clear: fine,
  advice: fine,
  handoff: (policy, { handoff }) =>
    policy.mode === "enforce" && !isUnderWay(policy, handoff) ? "action_required" : "neutral",
  stop: ({ mode }) => (mode === "enforce" ? "failure" : "neutral"),
  unknown: () => "neutral",
} as const satisfies Record<VerdictKind, Conclude>;

/** The check's conclusion. In `advise` it never blocks. */
export function conclude(kind: VerdictKind, policy: Policy, standing: Standing): Conclusion {
  return CONCLUDE[kind](policy, standing);
}

function isUnderWay(policy: Policy, handoff: HandoffStanding): boolean {
  return handoff === "accepted" || (handoff === "open" && policy.handoff["wait-for"] === "open");
}
