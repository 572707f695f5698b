import { COLUMNS, LONGEST, ROWS, type Table } from "./table.js";

const DEEPEST_HEADER = 8;

/** Makes a table of rows of cells: the first full row that holds words is the header; blank rows are left out. */
export function gridTables(name: string, rows: readonly (readonly string[])[], at = 0): readonly Table[] {
  const filled = rows.filter((row) => row.some((cell) => cell !== ""));
  const width = Math.min(COLUMNS, Math.max(0, ...filled.slice(0, 50).map((row) => row.length)));
  const header = filled.slice(0, DEEPEST_HEADER).findIndex((row) => isHeader(row, width));
  if (filled.length < 2 || width === 0) return [];
  const columns = Array.from({ length: width }, (_, i) => (header < 0 ? "" : (filled[header]?.[i] ?? "")));
  const body = filled.slice(header + 1);
  const kept = body.slice(0, ROWS).map((row) => columns.map((_, i) => (row[i] ?? "").slice(0, LONGEST)));
  return [{ name, columns, rows: kept, total: body.length, at }];
}

function isHeader(row: readonly string[], width: number): boolean {
  const words = row.filter((cell) => /\p{L}/u.test(cell) && !cell.includes("@") && cell.length < 80);
  return words.length >= Math.max(1, width * 0.5) && !row.some((cell) => cell.includes("@"));
}
