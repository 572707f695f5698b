import { sampleLines } from "./sample.js";
import { COLUMNS, type Extraction, LONGEST, NOTHING, ROWS, type Table } from "./table.js";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const SNIFFED_LINES = 20;
/** So many records of the head are split; of these, and of those further on, an even sample is kept. */
const RECORDS = 40_000;
/** A few lines of notes before the header, as some exports have them. */
const LONGEST_PREAMBLE = 6;

/** CSV, TSV and their kin, with any of four delimiters, quoted or not, with or without a header. */
export function readDelimited(text: string): Extraction {
  const { head, windows } = sampleLines(text);
  const delimiter = sniffDelimiter(head);
  if (delimiter === null) return NOTHING;
  const records = splitRecords(head, delimiter, RECORDS);
  const width = usualWidth(records.map(({ fields }) => fields));
  const start = records.findIndex(({ fields }) => fields.length === width);
  const first = records[start];
  if (first === undefined || width < 2 || start > LONGEST_PREAMBLE) return NOTHING;
  const hasHeader = looksLikeHeader(first.fields);
  const columns = hasHeader ? first.fields : first.fields.map(() => "");
  const body = records.slice(hasHeader ? start + 1 : start).filter(({ fields }) => !isBlank(fields));
  const far = windows
    .flatMap((window) => splitRecords(window, delimiter, ROWS))
    .filter(({ fields }) => !isBlank(fields));
  const rows = thin([...body, ...far].map(({ fields }) => widen(fields, columns.length)));
  const counted = head.length < 1 ? 0 : estimate(head, body.length, records.length >= RECORDS);
  const total = Math.round(Math.max(counted, rows.length) * (text.length / Math.max(1, head.length)));
  const table: Table = { name: "rows", columns: columns.slice(0, COLUMNS), rows, total, at: first.at };
  return { tables: [table], gaps: [] };
}

/** Where only the first records were split, the number of lines tells how many there are. */
function estimate(head: string, seen: number, isCut: boolean): number {
  if (!isCut) return seen;
  let lines = 0;
  for (let at = head.indexOf("\n"); at >= 0; at = head.indexOf("\n", at + 1)) lines++;
  return Math.max(seen, lines - 1);
}

function thin<T>(rows: readonly T[]): readonly T[] {
  if (rows.length <= ROWS) return rows;
  const step = rows.length / ROWS;
  return Array.from({ length: ROWS }, (_, i) => rows[Math.floor(i * step)] as T);
}

function widen(fields: readonly string[], width: number): readonly string[] {
  const kept = fields.slice(0, Math.min(width, COLUMNS));
  return kept.length === width ? kept : [...kept, ...Array<string>(Math.min(width, COLUMNS) - kept.length).fill("")];
}

const isBlank = (fields: readonly string[]): boolean => fields.every((field) => field === "");

/** The delimiter that gives the most lines of one width, or nothing where no two lines agree. */
export function sniffDelimiter(text: string): string | null {
  const head = text.slice(0, 64 * 1024);
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const widths = splitRecords(head, delimiter, SNIFFED_LINES).map(({ fields }) => fields.length);
    const width = usualWidth(widths.map((count) => Array<string>(count)));
    if (width < 2) continue;
    const agreeing = widths.filter((count) => count === width).length / widths.length;
    const score = agreeing * 10 + Math.min(width, 9);
    if (agreeing >= 0.5 && (best === null || score > best.score)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records.slice(0, 200)) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** A header names things: no e-mail address, and hardly a number among its fields. */
function looksLikeHeader(fields: readonly string[]): boolean {
  const named = fields.filter((field) => /\p{L}/u.test(field) && field.length <= 80 && !field.includes("@"));
  return !fields.some((field) => field.includes("@")) && named.length >= Math.max(1, fields.length * 0.6);
}

interface Split {
  readonly fields: readonly string[];
  readonly at: number;
}

/** Splits a text into records of fields. Quotes may hold delimiters and line ends; a lone quote is only a quote. */
export function splitRecords(text: string, delimiter: string, most: number): readonly Split[] {
  const records: Split[] = [];
  let at = 0;
  while (at < text.length && records.length < most) {
    const start = at;
    const fields: string[] = [];
    let ended = false;
    while (!ended) {
      const field = text.charCodeAt(at) === 34 ? quoted(text, at, delimiter) : bare(text, at, delimiter);
      fields.push(field.value);
      at = field.end;
      ended = text[at] !== delimiter;
      if (!ended) at++;
    }
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    if (fields.length > 1 || fields[0] !== "") records.push({ fields, at: start });
  }
  return records;
}

function bare(text: string, from: number, delimiter: string): { readonly value: string; readonly end: number } {
  const code = delimiter.charCodeAt(0);
  let end = from;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === code || unit === 10 || unit === 13) break;
  }
  return { value: text.slice(from, Math.min(end, from + LONGEST)), end };
}

function quoted(text: string, from: number, delimiter: string): { readonly value: string; readonly end: number } {
  let value = "";
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return { value: (value + text.slice(at)).slice(0, LONGEST), end: text.length };
    value += text.slice(at, Math.min(close, at + LONGEST));
    if (text[close + 1] !== '"') {
      const rest = bare(text, close + 1, delimiter);
      return { value: (value + rest.value).slice(0, LONGEST), end: rest.end };
    }
    value += '"';
    at = close + 2;
  }
}
