import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import { isTestPath, isVendoredPath } from "../../../text/path-roles.js";
import { judgePositions, type Position } from "./production.js";

/** A use of a credential that is kept somewhere else. */
export interface Reference {
  /** What is read, to be put after "reads". */
  readonly what: string;
  /** Said instead of `This reads …`. */
  readonly message?: string;
  readonly quoted: string;
  readonly positions: readonly Position[];
  readonly place: Pick<Match, "range" | "cell">;
  /** More that speaks for it. */
  readonly because?: readonly string[];
}

/** A match where the reference leads to production; nothing for any other environment, and nothing where nothing is said. */
export function referenceMatch(reference: Reference, file: SourceFile, { production }: Surroundings): readonly Match[] {
  if (isVendoredPath(file.path)) return [];
  const verdict = judgePositions(reference.positions, production);
  if (verdict.says !== "production") return [];
  const trial = isTestPath(file.path);
  return [
    {
      ...reference.place,
      message: reference.message ?? `This reads ${reference.what}, for production.`,
      evidence: reference.quoted.slice(0, 200),
      because: [...(reference.because ?? []), ...verdict.because, ...(trial ? ["The file is one of the tests."] : [])],
      confidence: trial ? "low" : verdict.confidence,
      identity: reference.quoted,
      ...(trial ? { suggests: "note", trigger: null } : {}),
    },
  ];
}

/** The words that most rules about references share. */
export const REFERENCE_WORDS = {
  family: "production-secret",
  trigger: "production-systems",
  confidence: "medium",
  suggests: "handoff",
  why: "With that secret the experiment works on the systems that customers and colleagues rely on.",
  remedy:
    "For the experiment, read a test or development secret instead. If it has to be production, that is the moment to bring Dev in: they make it safe together with you.",
} as const;
