import type { Finding } from "../model/finding.js";
import type { Location } from "../model/location.js";
import type { Judged } from "../model/verdict.js";
import type { Outcome } from "../model/vocabulary.js";
import { byPlace, grouped } from "./order.js";

/** One thing to tell: findings that say the same in several places are told once. */
export interface Item {
  readonly finding: Finding;
  /** Every place, in order. */
  readonly places: readonly Location[];
  /** The findings behind it, one or more. */
  readonly findings: readonly Finding[];
}

export function itemsOf(judged: readonly Judged[], outcome: Outcome): readonly Item[] {
  const findings = judged.filter(({ disposition }) => disposition.kind === outcome).sort(byPlace);
  const groups = grouped(
    findings.map(({ finding }) => finding),
    ({ ruleId, message, remedy }) => JSON.stringify([ruleId, message, remedy]),
  );
  return [...groups.values()].flatMap((findings) => {
    const [finding] = findings;
    if (finding === undefined) return [];
    return [{ finding, findings, places: findings.flatMap(({ location, alsoAt }) => [location, ...alsoAt]) }];
  });
}

/** The short name of a finding, for a command such as `/explain ID`. */
export function idOf({ fingerprint }: Pick<Finding, "fingerprint">): string {
  return fingerprint.slice(0, 8);
}

/** `src/pay.ts:4`, or `analysis.ipynb cell 3:2`. The path is as hostile as ever. */
export function placeText({ path, startLine, cell }: Location): string {
  return cell === undefined ? `${path}:${startLine}` : `${path} cell ${cell}:${startLine}`;
}
