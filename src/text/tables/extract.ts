import { decode } from "../decode.js";
import { readDelimited } from "./delimited.js";
import { readJson, readJsonLines } from "./json.js";
import { readSql } from "./sql.js";
import { type Extraction, NOTHING } from "./table.js";

export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

type Reader = (source: Source) => Extraction | Promise<Extraction>;

const READERS: Readonly<Record<string, Reader>> = {
  csv: ({ text }) => readDelimited(text),
  tsv: ({ text }) => readDelimited(text),
  tab: ({ text }) => readDelimited(text),
  psv: ({ text }) => readDelimited(text),
  json: ({ text }) => readJson(text),
  jsonl: ({ text }) => readJsonLines(text),
  ndjson: ({ text }) => readJsonLines(text),
  sql: ({ text }) => readSql(text),
  dump: ({ text }) => readSql(text),
};

/** The ends of the names of files that tables are read out of. */
export const TABLE_ENDINGS: readonly string[] = Object.keys(READERS);

export const endingOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toLowerCase();

/** The tables of a file, by the end of its name. What can't be read is a gap with its reason; nothing throws. */
export async function extractTables(source: Source): Promise<Extraction> {
  const reader = READERS[endingOf(source.path)];
  if (reader === undefined) return NOTHING;
  try {
    return await reader(source);
  } catch {
    return { tables: [], gaps: ["This file couldn't be read as what its name says it is."] };
  }
}

/** A part of a file as a file of its own: an attachment, a member of an archive. */
export function part(path: string, bytes: Uint8Array): Source {
  const decoded = decode(bytes);
  return { path, bytes, text: decoded.kind === "text" ? decoded.text : "" };
}
