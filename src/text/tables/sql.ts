import { type Collector, collector } from "./records.js";
import { sampleLines } from "./sample.js";
import type { Extraction } from "./table.js";

/** SQL dumps: `INSERT INTO … VALUES` and `COPY … FROM stdin`, with the columns of `CREATE TABLE` where none are named. */
export function readSql(text: string): Extraction {
  const { head, windows, factor } = sampleLines(text);
  const reading: Reading = { found: collector(factor), known: new Map(), lists: new Map(), full: null };
  for (const part of [head, ...windows]) readPart(part, reading);
  return reading.found.result();
}

interface Reading {
  readonly found: Collector;
  /** The columns of tables that were created. */
  readonly known: Map<string, readonly string[]>;
  /** The columns of lists as they are written. */
  readonly lists: Map<string, readonly string[]>;
  /** How statements start of which enough were read: a dump has one for each row. */
  full: { readonly start: string; readonly name: string } | null;
}

/** A statement starts a line or follows another one. */
const STATEMENT = /(?:^|;)[ \t]*(INSERT|REPLACE|COPY|CREATE)\b/gim;

function readPart(text: string, reading: Reading): void {
  const { found, known } = reading;
  STATEMENT.lastIndex = 0;
  for (let hit = STATEMENT.exec(text); hit !== null && !found.isFull(); hit = STATEMENT.exec(text)) {
    const word = hit[1]?.toUpperCase();
    const at = hit.index + hit[0].length - (word?.length ?? 0);
    if (word === "CREATE") learn(text, at, known);
    else {
      const end = word === "COPY" ? copy(text, at, found) : insert(text, at, reading);
      STATEMENT.lastIndex = Math.max(end - 1, at + 1);
    }
  }
}

const NAME = '[\\w.$"`\\[\\] -]{1,200}?';
const CREATE = new RegExp(
  `^CREATE\\s+(?:TEMP\\w*\\s+|UNLOGGED\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(${NAME})\\s*\\(`,
  "i",
);
const INSERT = new RegExp(
  `^(?:INSERT|REPLACE)\\s+(?:OR\\s+\\w+\\s+|IGNORE\\s+)?INTO\\s+(${NAME})\\s*(?:\\(([^)]{1,8000})\\)\\s*)?VALUES\\s*`,
  "i",
);
const COPY = new RegExp(`^COPY\\s+(${NAME})\\s*\\(([^)]{1,8000})\\)\\s+FROM\\s+stdin[^\\n]{0,200}\\n`, "i");

function learn(text: string, at: number, known: Map<string, readonly string[]>): void {
  const columns = createdTable(text.slice(at, at + 20_000));
  if (columns !== null) known.set(columns.name, columns.columns);
}

/** The name and the columns of a `CREATE TABLE`, or nothing. */
export function createdTable(sql: string): { readonly name: string; readonly columns: readonly string[] } | null {
  const head = CREATE.exec(sql);
  if (head === null) return null;
  const parts = topLevelParts(sql, head[0].length);
  const columns = parts
    .map((part) => /^\s*(?:"([^"]+)"|`([^`]+)`|\[([^\]]+)\]|(\w+))/.exec(part))
    .map((name) => name?.[1] ?? name?.[2] ?? name?.[3] ?? name?.[4] ?? "")
    .filter((name) => !/^(PRIMARY|FOREIGN|UNIQUE|CONSTRAINT|KEY|CHECK|INDEX|FULLTEXT|)$/i.test(name));
  return { name: bareName(head[1] ?? ""), columns };
}

/** What stands between the commas of an open parenthesis. */
function topLevelParts(sql: string, from: number): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = from;
  for (let i = from; i < sql.length; i++) {
    const char = sql[i];
    if (char === "'") i = endOfString(sql, i) - 1;
    else if (char === "(") depth++;
    else if ((char === "," && depth === 0) || (char === ")" && depth === 0)) {
      parts.push(sql.slice(start, i));
      start = i + 1;
      if (char === ")") return parts;
    } else if (char === ")") depth--;
  }
  return parts;
}

const bareName = (name: string): string =>
  name
    .replace(/[`"[\]]/g, "")
    .trim()
    .split(".")
    .at(-1)
    ?.toLowerCase() ?? "";
const NO_COLUMNS: readonly string[] = [];

/** Statements of one dump repeat the same list: it is read once. */
function listed(list: string, { lists }: Reading): readonly string[] {
  const columns = lists.get(list) ?? namesIn(list);
  lists.set(list, columns);
  return columns;
}

const namesIn = (list: string): readonly string[] => list.split(",").map((name) => name.replace(/[`"[\]]/g, "").trim());

function insert(text: string, at: number, reading: Reading): number {
  const { found, known, full } = reading;
  if (full !== null && text.startsWith(full.start, at)) {
    found.oneMore(full.name);
    return at + full.start.length;
  }
  const head = INSERT.exec(text.slice(at, at + 9000));
  if (head === null) return at + 1;
  const name = bareName(head[1] ?? "");
  const columns = head[2] === undefined ? (known.get(name) ?? NO_COLUMNS) : listed(head[2], reading);
  let i = at + head[0].length;
  if (found.hasEnough(name)) {
    found.oneMore(name);
    reading.full = { start: head[0].slice(0, head[0].indexOf(head[1] ?? "") + (head[1] ?? "").length + 1), name };
    return i;
  }
  while (text[i] === "(" && !found.isFull()) {
    const { values, end } = tuple(text, i);
    found.row(name, columns, values, at);
    i = end;
    while (/[\s,]/.test(text[i] ?? "x")) i++;
  }
  return i;
}

/** One `( … )` of values. */
function tuple(text: string, from: number): { readonly values: string[]; readonly end: number } {
  const values: string[] = [];
  let i = from + 1;
  let depth = 0;
  let start = i;
  let quoted: string | null = null;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 39) {
      const end = endOfString(text, i);
      quoted ??= depth === 0 ? unquoted(text.slice(i, end)) : null;
      i = end - 1;
    } else if (unit === 40) depth++;
    else if (unit === 41 && depth-- === 0) break;
    else if (unit === 44 && depth === 0) {
      values.push(quoted ?? plain(text.slice(start, Math.min(i, start + 200))));
      quoted = null;
      start = i + 1;
    }
  }
  values.push(quoted ?? plain(text.slice(start, Math.min(i, start + 200))));
  return { values, end: i + 1 };
}

const plain = (value: string): string => (value.trim() === "NULL" ? "" : value.trim());
function unquoted(text: string): string {
  const inner = text.slice(1, Math.min(text.length - 1, 2001));
  return inner.includes("'") || inner.includes("\\") ? inner.replace(/''/g, "'").replace(/\\(.)/g, "$1") : inner;
}

/** One past the closing quote: a doubled quote or one after a backslash does not close. */
function endOfString(text: string, from: number): number {
  let i = from + 1;
  for (;;) {
    const quote = text.indexOf("'", i);
    if (quote < 0) return text.length;
    if (text[quote - 1] === "\\" && text[quote - 2] !== "\\") i = quote + 1;
    else if (text[quote + 1] === "'") i = quote + 2;
    else return quote + 1;
  }
}

function copy(text: string, at: number, found: Collector): number {
  const head = COPY.exec(text.slice(at, at + 9000));
  if (head === null) return at + 1;
  const name = bareName(head[1] ?? "");
  const columns = namesIn(head[2] ?? "");
  let i = at + head[0].length;
  while (i < text.length && !found.isFull()) {
    const newline = text.indexOf("\n", i);
    const line = text.slice(i, newline < 0 ? text.length : newline);
    i = newline < 0 ? text.length : newline + 1;
    if (line.startsWith("\\.")) break;
    if (found.hasEnough(name)) {
      found.oneMore(name);
      continue;
    }
    const values = line.split("\t").map((value) => (value === "\\N" ? "" : value));
    found.row(name, columns, values.slice(0, columns.length), at);
  }
  return i;
}
