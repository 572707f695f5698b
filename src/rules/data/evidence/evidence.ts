import { oncePer } from "../../../text/memo.js";
import type { Table } from "../../../text/tables/table.js";
import type { Column } from "../columns/columns.js";
import type { Person } from "../people/people.js";

/** One kind of reason. Reasons of one family lean on the same facts, so only one of them counts. */
export const EVIDENCE_FAMILIES = [
  "reserved",
  "generator",
  "mail",
  "names",
  "agreement",
  "shapes",
  "geography",
  "time",
  "identifiers",
  "dirt",
  "provenance",
  "beside",
  "organization",
  "declaration",
] as const;
export type EvidenceFamily = (typeof EVIDENCE_FAMILIES)[number];

export interface Evidence {
  readonly family: EvidenceFamily;
  /** From -1, as generators and mock tables have it, to 1, as real people have it. */
  readonly value: number;
  /** On how many observations it stands. */
  readonly n: number;
  /** Counts and shapes in plain words; never a value of the table. */
  readonly says: string;
  /** Settles by itself that the rows are made up. */
  readonly isHard?: true;
}

/** Some rows of a table that are looked at together. */
export interface Cluster {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly people: readonly Person[];
}

export const clip = (value: number): number => Math.max(-1, Math.min(1, value));
/** A line through (low, -1) and (high, 1), flat outside. */
export const between = (value: number, low: number, high: number): number =>
  clip(((value - low) / (high - low)) * 2 - 1);
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

export function shareOf<T>(list: readonly T[], holds: (item: T, index: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < list.length; i++) if (holds(list[i] as T, i)) count++;
  return list.length === 0 ? 0 : count / list.length;
}

export function countsOf(list: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const columnsRead = oncePer((_: Cluster) => new Map<number, readonly string[]>());

/** A column's values for the people of a cluster, without blanks around them; several kinds of evidence ask for the same. */
export function valuesOf(cluster: Cluster, column: Column | undefined): readonly string[] {
  if (column === undefined) return [];
  const known = columnsRead(cluster);
  const hit = known.get(column.index);
  if (hit !== undefined) return hit;
  const rows = cluster.table.rows;
  const values = cluster.people.map(({ row }) => rows[row]?.[column.index]?.trim() ?? "");
  known.set(column.index, values);
  return values;
}
