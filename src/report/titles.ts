import type { Verdict, VerdictKind } from "../model/verdict.js";
import type { ReportContext } from "./context.js";
import { itemsOf } from "./items.js";
import { plural } from "./words.js";

type Unknown = Extract<Verdict, { kind: "unknown" }>;

const COULD_NOT_CHECK = "We couldn't check this time";

const BY_CAUSE = {
  "manifest-invalid": "We couldn't read part of ai-experiment.yml",
  "policy-invalid": COULD_NOT_CHECK,
  "rule-failed": "We couldn't check everything this time",
  "source-unavailable": COULD_NOT_CHECK,
  "nothing-read": COULD_NOT_CHECK,
} as const satisfies Record<Unknown["cause"], string>;

const TITLES = {
  clear: ({ manifest, handoff }, context) => {
    if (handoff === "accepted") return "Runs to company standards";
    if (handoff === "open") return underWay(context);
    return manifest.state === "missing" ? "One small file to add" : "All clear, happy exploring";
  },
  advice: ({ judged }) => `Looks good, with ${plural(itemsOf(judged, "advice").length, "tip")}`,
  handoff: ({ handoff }, context) => (handoff === "open" ? underWay(context) : "Let's bring Dev in"),
  stop: ({ judged }) => {
    const keys = itemsOf(judged, "stop").length;
    return keys > 1 ? `Please rotate ${keys} keys` : "Please rotate a key";
  },
  unknown: (verdict) => (verdict.kind === "unknown" ? BY_CAUSE[verdict.cause] : COULD_NOT_CHECK),
} as const satisfies Record<VerdictKind, (verdict: Verdict, context: ReportContext) => string>;

/** What the check is called: a few kind words, at most 255 characters. */
export function titleOf(verdict: Verdict, context: ReportContext = {}): string {
  return verdict.outOfScope === undefined ? TITLES[verdict.kind](verdict, context) : "Not an AI experiment";
}

function underWay({ handoff }: ReportContext): string {
  return handoff === undefined ? "Handoff under way with Dev" : `Handoff under way with Dev (#${handoff.number})`;
}
