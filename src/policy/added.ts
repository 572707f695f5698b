import type { Finding } from "../model/finding.js";
import { compareIn, DEPLOY_LEVELS, OUTCOMES } from "../model/vocabulary.js";

/** What is new or worse after a change: the findings that were not there before, or were there and milder. */
export function added(after: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const known = new Map(before.map((finding) => [finding.fingerprint, finding]));
  return after.filter((finding) => {
    const earlier = known.get(finding.fingerprint);
    return earlier === undefined || isWorse(finding, earlier);
  });
}

function isWorse(now: Finding, then: Finding): boolean {
  const level = compareIn(DEPLOY_LEVELS, now.level ?? "L0", then.level ?? "L0");
  return compareIn(OUTCOMES, now.suggests, then.suggests) > 0 || level > 0;
}
