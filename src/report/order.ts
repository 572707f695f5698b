import type { Judged } from "../model/verdict.js";

/** Plain code unit order, so that two machines with two languages agree. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  compareText(a.path, b.path);

export function byPlace({ finding: a }: Judged, { finding: b }: Judged): number {
  return (
    compareText(a.location.path, b.location.path) ||
    (a.location.cell ?? 0) - (b.location.cell ?? 0) ||
    a.location.startLine - b.location.startLine ||
    a.location.startColumn - b.location.startColumn ||
    compareText(a.ruleId, b.ruleId)
  );
}

/** Values by key, in the order in which the keys first come up. */
export function grouped<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}
