import { DATA_WEIGHTS } from "../../../catalogue/data/weights.js";
import { EVIDENCE_FAMILIES, type Evidence, type EvidenceFamily } from "../evidence/evidence.js";

export interface Weighed {
  /** Log-odds that these are real people. */
  readonly score: number;
  /** The one reason of each family that counts. */
  readonly reasons: readonly (Evidence & { readonly weight: number })[];
  readonly isHardMarked: boolean;
  /** Families that speak for real people. */
  readonly positive: number;
}

/** From this score on, and with two families that speak for it, rows look real. */
export const REAL = 1.5;
/** At least this much makes a family speak. */
const SPEAKS = 0.3;
const HALF = 10;

/** The sum over the families of weight by value, shrunk where few rows stand behind it. */
export function weigh(
  evidence: readonly Evidence[],
  weights: Readonly<Record<EvidenceFamily, number>> = DATA_WEIGHTS.weights,
  prior: number = DATA_WEIGHTS.prior,
): Weighed {
  const reasons = EVIDENCE_FAMILIES.flatMap((family) => {
    const reason = strongest(evidence.filter((one) => one.family === family));
    return reason === null ? [] : [{ ...reason, weight: weights[family] * reason.value * shrunk(reason) }];
  });
  return {
    score: prior + reasons.reduce((sum, { weight }) => sum + weight, 0),
    reasons,
    isHardMarked: evidence.some(({ isHard }) => isHard === true),
    positive: reasons.filter(({ weight }) => weight >= SPEAKS).length,
  };
}

/** Few rows can't shout. */
export const shrunk = ({ n }: Evidence): number => n / (n + HALF);

/** Of reasons that lean on the same facts the strongest counts; what speaks against real people wins a tie. */
export function strongest(evidence: readonly Evidence[]): Evidence | null {
  return [...evidence].sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.value - b.value)[0] ?? null;
}
