/** Rows and columns, whatever kind of file they were found in. Values are as they stand in the file, undecorated. */
export interface Table {
  /** Where in the file it was found: a sheet, a table of a database, a path into a document. Never shown. */
  readonly name: string;
  readonly columns: readonly string[];
  /** At most {@link ROWS}; a short row is filled up with empty text. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows there are in the file, as far as can be told; at least `rows.length`. */
  readonly total: number;
  /** False where no address is among its first values, so that only its columns' names could tell of people. */
  readonly mayReach?: boolean;
  /** The offset in the file's text at which it starts; 0 in a file that holds no text. */
  readonly at: number;
}

/** What was read of a file, and what could not be read, with the reason. */
export interface Extraction {
  readonly tables: readonly Table[];
  readonly gaps: readonly string[];
}

/** So many rows of a table are kept. The head counts in full, the rest is sampled evenly. */
export const ROWS = 2000;
/** So many characters at the head of a file are read in full. */
export const HEAD = 4 * 1024 * 1024;
/** So many columns of a table are kept. */
export const COLUMNS = 200;
/** Longer values are cut: they are text, and nothing further in them tells who they are about. */
export const LONGEST = 2000;

export const NOTHING: Extraction = { tables: [], gaps: [] };

const PEEKED = 100;

/**
 * Makes a table of records with differing keys: the columns are the keys in the order in which they were first seen.
 * Rows are made when somebody asks for them: most tables of a large file are not about people.
 */
export function tableOfRecords(
  name: string,
  records: readonly ReadonlyMap<string, string>[],
  at: number,
  total = records.length,
): Table {
  const kept = records.slice(0, ROWS);
  const keys = new Set<string>();
  for (const record of kept) for (const key of record.keys()) keys.add(key);
  const columns = [...keys].slice(0, COLUMNS);
  const mayReach = kept.slice(0, PEEKED).some((record) => [...record.values()].some((value) => value.includes("@")));
  let rows: readonly (readonly string[])[] | undefined;
  return {
    name,
    columns,
    get rows() {
      rows ??= kept.map((record) => columns.map((column) => record.get(column) ?? ""));
      return rows;
    },
    total: Math.max(total, kept.length),
    mayReach,
    at,
  };
}

/** Merges what several readers found. */
export function together(extractions: readonly Extraction[]): Extraction {
  return {
    tables: extractions.flatMap(({ tables }) => tables),
    gaps: [...new Set(extractions.flatMap(({ gaps }) => gaps))],
  };
}
