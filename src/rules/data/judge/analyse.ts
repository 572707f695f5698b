import { QUIET_COLUMNS, QUIET_PATHS, QUIET_PLACES } from "../../../catalogue/data/quiet.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import { oncePer } from "../../../text/memo.js";
import { extractTables } from "../../../text/tables/extract.js";
import { assess, isHandoff, type Judgement } from "./assess.js";
import { mayHoldPeople } from "./gate.js";

export interface Analysis {
  /** The most telling first. */
  readonly judgements: readonly Judgement[];
  readonly gaps: readonly string[];
}

const mayMatter = oncePer((file: SourceFile) => !QUIET_PATHS.test(file.path) && mayHoldPeople(file));
const extractions = oncePer((file: SourceFile) => extractTables(file));
const analyses = oncePer((_: SourceFile) => new WeakMap<Surroundings, Promise<Analysis>>());

/**
 * What `say` makes of a file's analysis; of a file that can't hold people nothing, at once: most files are such, and
 * four rules ask about each.
 */
export function analysed<T>(
  file: SourceFile,
  surroundings: Surroundings,
  say: (analysis: Analysis) => readonly T[],
): readonly T[] | Promise<readonly T[]> {
  return mayMatter(file) ? analyse(file, surroundings).then(say) : [];
}

/** What is in a file, worked out once however many rules ask. */
export function analyse(file: SourceFile, surroundings: Surroundings): Promise<Analysis> {
  const known = analyses(file);
  const hit = known.get(surroundings) ?? judge(file, surroundings);
  known.set(surroundings, hit);
  return hit;
}

async function judge(file: SourceFile, surroundings: Surroundings): Promise<Analysis> {
  if (!mayMatter(file)) return { judgements: [], gaps: [] };
  const { tables, gaps } = await extractions(file);
  const judgements = tables
    .filter(({ name, columns }) => !QUIET_PLACES.test(name) && !columns.some((column) => QUIET_COLUMNS.test(column)))
    .flatMap((table) => assess(table, file, surroundings) ?? []);
  return { judgements: [...judgements].sort(byWeight), gaps };
}

function byWeight(a: Judgement, b: Judgement): number {
  const [first, second] = [isHandoff(a), isHandoff(b)];
  return Number(second) - Number(first) || (first ? b.judged - a.judged : b.people - a.people);
}
