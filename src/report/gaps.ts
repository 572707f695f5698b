import type { Gap } from "../model/source-file.js";
import { byPath, compareText, grouped } from "./order.js";

export interface GapGroup {
  readonly reason: string;
  readonly paths: readonly string[];
}

/** What was not looked at, by reason: the reason with the most files first. */
export function gapGroups(gaps: readonly Gap[]): readonly GapGroup[] {
  return [...grouped([...gaps].sort(byPath), ({ reason }) => reason)]
    .map(([reason, own]) => ({ reason, paths: own.map(({ path }) => path) }))
    .sort((a, b) => b.paths.length - a.paths.length || compareText(a.reason, b.reason));
}
