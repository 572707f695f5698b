import type { Finding } from "../model/finding.js";
import type { Policy, RuleLevel } from "../model/policy.js";
import { milder, type Outcome } from "../model/vocabulary.js";

/**
 * What a finding comes to under the policy's `rules`, or nothing where the policy switched it off.
 *
 * A word for a family is the most its findings may become; a word for a rule id sets it. Two limits hold whatever the
 * policy says: without one of the three triggers nothing is a handoff (but for a manifest that asks for one), and only
 * a production secret can stop.
 */
export function outcomeOf(finding: Finding, policy: Policy, today: string): Outcome | null {
  const own = levelOf(policy, finding.ruleId, today);
  const family = levelOf(policy, finding.family, today);
  const wanted = own ?? (family === undefined ? finding.suggests : cappedBy(family, finding.suggests));
  return wanted === "off" ? null : milder(wanted, mostOf(finding));
}

function cappedBy(family: RuleLevel, suggests: Outcome): RuleLevel {
  return family === "off" ? "off" : milder(family, suggests);
}

function mostOf(finding: Finding): Outcome {
  if (finding.family === "production-secret" && finding.trigger !== null) return "stop";
  return finding.trigger !== null || finding.family === "manifest" ? "handoff" : "advice";
}

/** A setting that is new until a later day is a note until then. */
function levelOf(policy: Policy, key: string, today: string): RuleLevel | undefined {
  const setting = Object.hasOwn(policy.rules, key) ? policy.rules[key] : undefined;
  if (setting === undefined || typeof setting === "string") return setting;
  const until = setting["new-until"];
  if (until !== undefined && today < until && setting.level !== "off") return "note";
  return setting.level;
}
