import type { DispositionKind, Judged } from "../model/verdict.js";
import { OUTCOMES } from "../model/vocabulary.js";

export interface Counts {
  readonly shown: number;
  readonly declared: number;
  readonly waived: number;
  readonly suppressed: number;
  readonly baseline: number;
}

const SHOWN: ReadonlySet<DispositionKind> = new Set(OUTCOMES);

/** Nothing disappears: what isn't shown is counted. */
export function countsOf(judged: readonly Judged[]): Counts {
  const count = (kind: DispositionKind) => judged.filter(({ disposition }) => disposition.kind === kind).length;
  return {
    shown: judged.filter(({ disposition }) => SHOWN.has(disposition.kind)).length,
    declared: count("declared"),
    waived: count("waived"),
    suppressed: count("suppressed"),
    baseline: count("baseline"),
  };
}

const WORDS = {
  declared: "declared in the manifest",
  waived: "under an agreed exception",
  suppressed: "marked as a false alarm",
  baseline: "known from before",
} as const satisfies Record<Exclude<keyof Counts, "shown">, string>;

/** What was found and needs nothing, in words, or nothing. */
export function settled(counts: Counts): string | null {
  const parts = (Object.keys(WORDS) as (keyof typeof WORDS)[])
    .filter((key) => counts[key] > 0)
    .map((key) => `${counts[key]} ${WORDS[key]}`);
  return parts.length === 0 ? null : parts.join(", ");
}
