import { contactsIn } from "./contacts.js";
import { addObject, addRecord, addRow, type Gathered, gathered, isFilled, tableOf } from "./gather.js";
import { type Extraction, ROWS, type Table } from "./table.js";

const TABLES = 60;
const RECORDS = 40_000;

/** Gathers records by where they were found, so that a list that is spread over a file becomes one table. */
export interface Collector {
  readonly record: (name: string, record: ReadonlyMap<string, string>, at?: number) => void;
  /** A record as JSON has it. */
  readonly object: (name: string, value: object) => void;
  /** Values in the order of columns that are known. The values are taken over. */
  readonly row: (name: string, columns: readonly string[], values: string[], at?: number) => void;
  /** No more records of this name are kept: say only that there was one more. */
  readonly hasEnough: (name: string) => boolean;
  readonly oneMore: (name: string) => void;
  /** Rows without keys, the first of which may be the header. */
  readonly grid: (name: string, rows: readonly (readonly unknown[])[]) => void;
  /** Running text: the e-mail addresses in it become a table of contacts. */
  readonly text: (name: string, text: string) => void;
  readonly gap: (reason: string) => void;
  readonly isFull: () => boolean;
  readonly result: () => Extraction;
}

interface Group {
  readonly gathered: Gathered;
  readonly at: number;
  seen: number;
}

/** `factor` tells how many times more there is in the file than is handed over. */
export function collector(factor = 1): Collector {
  const groups = new Map<string, Group>();
  const grids: Table[] = [];
  const gaps = new Set<string>();
  let count = 0;
  /** Counts one more record of a name, and gives what it is gathered in while more are kept. */
  const one = (name: string, at: number): Gathered | null => {
    const known = groups.get(name);
    if (known === undefined && groups.size >= TABLES) return null;
    const group = known ?? { gathered: gathered(), at, seen: 0 };
    if (known === undefined) groups.set(name, group);
    group.seen++;
    count++;
    return isFilled(group.gathered) ? null : group.gathered;
  };
  const record = (name: string, values: ReadonlyMap<string, string>, at = 0): void => {
    const to = one(name, at);
    if (to !== null) addRecord(to, values);
  };
  return {
    record,
    object: (name, value) => {
      const to = one(name, 0);
      if (to !== null) addObject(to, value);
    },
    row: (name, columns, values, at = 0) => {
      const to = one(name, at);
      if (to !== null) addRow(to, columns, values);
    },
    hasEnough: (name) => {
      const group = groups.get(name);
      return group !== undefined && isFilled(group.gathered);
    },
    oneMore: (name) => {
      const group = groups.get(name);
      if (group !== undefined) group.seen++;
    },
    grid: (name, rows) => {
      if (grids.length < TABLES) grids.push(gridTable(name, rows));
    },
    text: (name, text) => {
      for (const contact of contactsIn(text)) record(`${name} text`, contact);
    },
    gap: (reason) => gaps.add(reason),
    isFull: () => count >= RECORDS,
    result: () => ({
      tables: [
        ...[...groups].map(([name, group]) => tableOf(group.gathered, name, group.at, Math.round(group.seen * factor))),
        ...grids,
      ],
      gaps: [...gaps],
    }),
  };
}

function gridTable(name: string, rows: readonly (readonly unknown[])[]): Table {
  const [first = [], ...rest] = rows.slice(0, ROWS).map((row) => row.map(cellText));
  const isHeader = first.length > 0 && first.every((cell) => /\p{L}/u.test(cell) && !cell.includes("@"));
  const columns = isHeader ? first : first.map(() => "");
  const body = isHeader ? rest : [first, ...rest];
  const rowsOf = body.map((row) => columns.map((_, i) => row[i] ?? ""));
  return { name, columns, rows: rowsOf, total: Math.max(rows.length - (isHeader ? 1 : 0), rowsOf.length), at: 0 };
}

/** A cell's value as text; what isn't plain is left out. */
export function cellText(value: unknown): string {
  if (typeof value === "string") return value.slice(0, 2000);
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : "";
}
