import { decode } from "../decode.js";
import { readGzip, readZip } from "./archive.js";
import { readDelimited } from "./delimited.js";
import { readFixtureModule } from "./fixture-module.js";
import { readJson, readJsonLines } from "./json.js";
import { readMail, readMailbox } from "./mail.js";
import { readNotebook } from "./notebook.js";
import { readParquet } from "./parquet.js";
import { readChat, readRunningText } from "./running-text.js";
import { readSql } from "./sql.js";
import { readSqlite } from "./sqlite.js";
import { type Extraction, NOTHING, together } from "./table.js";
import { readVcards } from "./vcard.js";
import { readXlsx } from "./xlsx.js";
import { readYaml } from "./yaml.js";

export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

type Reader = (source: Source, depth: number) => Extraction | Promise<Extraction>;

/** A file in a file in a file is as deep as it goes. */
const DEEPEST = 2;

const delimited: Reader = ({ text }) => readDelimited(text);
const module: Reader = ({ text }) => readFixtureModule(text);
const json: Reader = ({ text }) => readJson(text);
const sql: Reader = ({ text, bytes }) =>
  Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "PGDMP" ? unread("Packed PostgreSQL dump") : readSql(text);
const sqlite: Reader = ({ bytes }) => readSqlite(bytes);
const xlsx: Reader = ({ bytes }) => readXlsx(bytes);
const yaml: Reader = ({ text }) => readYaml(text);
const unread = (what: string): Extraction => ({ tables: [], gaps: [`${what} files aren't looked into.`] });
const deeper = (depth: number) => (path: string, bytes: Uint8Array) => extractTables(part(path, bytes), depth + 1);

const READERS: Readonly<Record<string, Reader>> = {
  csv: delimited,
  tsv: delimited,
  tab: delimited,
  psv: delimited,
  json,
  geojson: json,
  har: json,
  jsonl: ({ text }) => readJsonLines(text),
  ndjson: ({ text }) => readJsonLines(text),
  sql,
  dump: sql,
  xlsx,
  xlsm: xlsx,
  parquet: ({ bytes }) => readParquet(bytes),
  sqlite,
  sqlite3: sqlite,
  db: sqlite,
  db3: sqlite,
  ipynb: ({ text }) => readNotebook(text),
  yml: yaml,
  yaml,
  eml: (source, depth) => readMail(source, deeper(depth)),
  mbox: (source, depth) => readMailbox(source, deeper(depth)),
  vcf: ({ text }) => readVcards(text),
  vcard: ({ text }) => readVcards(text),
  log: ({ text }) => readRunningText(text),
  txt: ({ text }) => together([readChat(text), ...(isTabular(text) ? [readDelimited(text)] : [])]),
  ts: module,
  js: module,
  mjs: module,
  cjs: module,
  py: module,
  rb: module,
  gz: ({ path, bytes }, depth) => readGzip(path, bytes, deeper(depth)),
  zip: ({ bytes }, depth) => readZip(bytes, deeper(depth), isWorthUnpacking),
  xls: () => unread("Older Excel"),
  ods: () => unread("OpenDocument"),
  arrow: () => unread("Arrow"),
  feather: () => unread("Feather"),
  avro: () => unread("Avro"),
};

/** An archive of source text is somebody's code: only files of data are taken out. */
const isWorthUnpacking = (path: string): boolean => {
  const reader = READERS[endingOf(path)];
  return reader !== undefined && reader !== module && reader !== yaml;
};

export const endingOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toLowerCase();

/** A text file with a table in it has tabs or separators on its first line. */
const isTabular = (text: string): boolean => /^[^\n]*(?:\t|[;|,][^\n]*[;|,])/.test(text.slice(0, 2000));

/** The tables of a file, by the end of its name. What can't be read is a gap with its reason; nothing throws. */
export async function extractTables(source: Source, depth = 0): Promise<Extraction> {
  const reader = READERS[endingOf(source.path)];
  if (reader === undefined || source.bytes.length === 0) return NOTHING;
  if (depth > DEEPEST) return { tables: [], gaps: ["A file that is packed more than twice isn't looked into."] };
  try {
    return await reader(source, depth);
  } catch {
    return { tables: [], gaps: ["This file couldn't be read as what its name says it is."] };
  }
}

/** A part of a file as a file of its own: an attachment, a member of an archive. */
export function part(path: string, bytes: Uint8Array): Source {
  const decoded = decode(bytes);
  return { path, bytes, text: decoded.kind === "text" ? decoded.text : "" };
}
