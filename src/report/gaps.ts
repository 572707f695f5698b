import type { Gap } from "../model/source-file.js";
import { byPath, compareText } from "./order.js";

export interface GapGroup {
  readonly reason: string;
  readonly paths: readonly string[];
}

/** What was not looked at, by reason: the reason with the most files first. */
export function gapGroups(gaps: readonly Gap[]): readonly GapGroup[] {
  const groups = new Map<string, string[]>();
  for (const { path, reason } of [...gaps].sort(byPath)) groups.set(reason, [...(groups.get(reason) ?? []), path]);
  return [...groups.entries()]
    .map(([reason, paths]) => ({ reason, paths }))
    .sort((a, b) => b.paths.length - a.paths.length || compareText(a.reason, b.reason));
}
