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
/** Said where a reader can't go on behind the head. */
export const ONLY_HEAD = "Only the first 4 MB of this file were read.";
/** So many columns of a table are kept. */
export const COLUMNS = 200;
/** Longer values are cut: they are text, and nothing further in them tells who they are about. */
export const LONGEST = 2000;

export const NOTHING: Extraction = { tables: [], gaps: [] };

/** Merges what several readers found. */
export function together(extractions: readonly Extraction[]): Extraction {
  return {
    tables: extractions.flatMap(({ tables }) => tables),
    gaps: [...new Set(extractions.flatMap(({ gaps }) => gaps))],
  };
}
