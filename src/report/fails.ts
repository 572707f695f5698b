import type { Verdict } from "../model/verdict.js";
import { compareIn, OUTCOMES } from "../model/vocabulary.js";

/** From what on a run fails, where the conclusion alone wouldn't: in a terminal or in a workflow. */
export const FAIL_ON = ["never", "advice", "handoff", "stop"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/**
 * Whether a run fails. `never` means never; without a word, the conclusion decides; with one, the conclusion or the
 * verdict does. What we could not decide fails nobody.
 */
export function fails({ kind, conclusion }: Verdict, failOn: FailOn | null): boolean {
  if (failOn === "never") return false;
  const blocks = conclusion === "failure" || conclusion === "action_required";
  if (failOn === null || kind === "clear" || kind === "unknown") return blocks;
  return blocks || compareIn(OUTCOMES, kind, failOn) >= 0;
}
