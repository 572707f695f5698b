import { extractTables, part } from "../../../text/tables/extract.js";
import { ROWS, type Table } from "../../../text/tables/table.js";
import { type Column, columnsOf } from "../columns/columns.js";
import { drawer } from "../explain/examples.js";
import { type Draw, drawTwin, shaped, twinValue } from "./values.js";

export interface MadeUpTwin {
  /** Comma-separated, with a header. */
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  /** Where the file holds more than was made: a sentence that says so. */
  readonly note: string | null;
}

/** One word in few different forms is a choice, such as a plan or a country: it stays. Two words may be a name. */
const CHOICES = 12;
const CHOICE = /^(?!.*\d{3})[\p{L}\d_-]{1,24}$/u;

/**
 * A made-up twin of the largest table in a file: its columns, types, lengths and number of rows, with nobody in it.
 * The same file gives the same twin. Nothing where no table is found.
 */
export async function twinOf(path: string, bytes: Uint8Array): Promise<MadeUpTwin | null> {
  const { tables } = await extractTables(part(path, bytes));
  const table = [...tables].sort((a, b) => weight(b) - weight(a))[0];
  if (table === undefined || table.columns.length === 0) return null;
  const rows = twinRows(table);
  const left = tables.filter((other) => other !== table && other.rows.length > 1).length;
  return {
    text: [table.columns, ...rows].map((row) => row.map(field).join(",")).join("\n") + "\n",
    rows: rows.length,
    columns: table.columns.length,
    note:
      left === 0
        ? null
        : `The file holds ${left} more ${left === 1 ? "table" : "tables"}; the twin is of the one with the most people.`,
  };
}

/** A table with people in it before any other, then the longest. */
const weight = (table: Table): number =>
  (columnsOf(table).length > 0 ? 1e9 : 0) + table.rows.length * table.columns.length;

function twinRows(table: Table): readonly (readonly string[])[] {
  const draw = drawer(29);
  const kinds = new Map(columnsOf(table).map((column) => [column.index, column]));
  const makers = table.columns.map((_, index) => maker(table, index, kinds.get(index)));
  const total = Math.min(table.total, ROWS * 50);
  return Array.from({ length: total }, (_, number) => {
    const row = table.rows[number % table.rows.length] ?? [];
    const twin = drawTwin(draw, lengthsOf(row, kinds));
    return row.map((value, index) =>
      value.trim() === "" ? value : (makers[index]?.(value, number, twin, draw) ?? ""),
    );
  });
}

type Maker = (value: string, number: number, twin: ReturnType<typeof drawTwin>, draw: Draw) => string;

function maker(table: Table, index: number, column: Column | undefined): Maker {
  const values = table.rows.map((row) => row[index] ?? "").filter((value) => value !== "");
  if (isCount(values)) return (_, number) => String(Number(values[0]) + number);
  const kind = column?.kind;
  if (kind === undefined || ["state", "country", "gender", "job"].includes(kind)) {
    if (isChoice(values)) return (value) => value;
    return (value, _number, _twin, draw) => shaped(value, draw);
  }
  return (value, number, twin, draw) => twinValue(kind, value, twin, draw, number + 1);
}

/** 1, 2, 3: row numbers, which tell nothing. */
const isCount = (values: readonly string[]): boolean =>
  values.length > 1 && values.every((value, i) => /^\d{1,9}$/.test(value) && Number(value) === Number(values[0]) + i);

function isChoice(values: readonly string[]): boolean {
  const different = new Set(values);
  return (
    different.size <= CHOICES && different.size * 3 <= values.length && [...different].every((one) => CHOICE.test(one))
  );
}

function lengthsOf(
  row: readonly string[],
  kinds: ReadonlyMap<number, Column>,
): { readonly first: number; readonly last: number } {
  const cell = (kind: string): string =>
    row[[...kinds.values()].find((column) => column.kind === kind)?.index ?? -1] ?? "";
  const words = cell("name").split(/\s+/);
  return {
    first: (cell("first-name") || words[0] || "Ada").length,
    last: (cell("last-name") || words.at(-1) || "Baker").length,
  };
}

const field = (value: string): string => (/[",\n\r]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
