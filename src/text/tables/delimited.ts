import { sampleLines } from "./sample.js";
import { COLUMNS, type Extraction, LONGEST, NOTHING, ROWS, type Table } from "./table.js";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const SNIFFED_LINES = 20;
/** The records that tell how wide the table is and where it begins. */
const FIRST = 200;
/** A few lines of notes before the header, as some exports have them. */
const LONGEST_PREAMBLE = 6;

/**
 * CSV, TSV and their kin, with any of four delimiters, quoted or not, with or without a header. Where each record starts
 * is found first; only the records that are kept are split.
 */
export function readDelimited(text: string): Extraction {
  const { head, windows } = sampleLines(text);
  const delimiter = sniffDelimiter(head);
  if (delimiter === null) return NOTHING;
  const records = splitRecords(head, delimiter, FIRST);
  const width = usualWidth(records.map(({ fields }) => fields));
  const start = records.findIndex(({ fields }) => fields.length === width);
  const first = records[start];
  if (first === undefined || width < 2 || start > LONGEST_PREAMBLE) return NOTHING;
  const hasHeader = looksLikeHeader(first.fields);
  const columns = hasHeader ? first.fields : first.fields.map(() => "");
  const body = bodyOf(head, delimiter, hasHeader ? first.end : first.at);
  const far = windows.flatMap((window) => bodyOf(window, delimiter, 0));
  const rows = thin([...body, ...far])
    .map(({ text: part, at }) => recordAt(part, at, delimiter).fields)
    .filter((fields) => !isBlank(fields))
    .map((fields) => widen(fields, columns.length));
  const total = Math.round(Math.max(body.length, rows.length) * (text.length / Math.max(1, head.length)));
  const table: Table = { name: "rows", columns: columns.slice(0, COLUMNS), rows, total, at: first.at };
  return { tables: [table], gaps: [] };
}

interface Place {
  readonly text: string;
  readonly at: number;
}

const bodyOf = (text: string, delimiter: string, from: number): readonly Place[] =>
  recordStarts(text, delimiter, from).map((at) => ({ text, at }));

/** Where each record starts that isn't an empty line, from a place where one does. */
function recordStarts(text: string, delimiter: string, from: number): readonly number[] {
  const starts: number[] = [];
  const code = delimiter.charCodeAt(0);
  const isPlain = !text.includes('"') && !text.includes("\r");
  for (let at = from; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit !== LINE_FEED && unit !== CARRIAGE_RETURN) starts.push(at);
    at = isPlain ? text.indexOf("\n", at) + 1 || text.length : endOfRecord(text, at, code);
  }
  return starts;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** One past the line end that closes a record: line ends in a field that starts with a quote belong to the field. */
function endOfRecord(text: string, from: number, delimiter: number): number {
  for (let at = from, isStart = true; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED) return at + 1;
    if (unit === CARRIAGE_RETURN) return text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
    if (unit === QUOTE && isStart) at = closingQuote(text, at);
    isStart = unit === delimiter;
  }
  return text.length;
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  return text.length;
}

function thin<T>(rows: readonly T[]): readonly T[] {
  if (rows.length <= ROWS) return rows;
  const step = rows.length / ROWS;
  return Array.from({ length: ROWS }, (_, i) => rows[Math.floor(i * step)] as T);
}

function widen(fields: readonly string[], width: number): readonly string[] {
  if (fields.length === width && width <= COLUMNS) return fields;
  const kept = fields.slice(0, Math.min(width, COLUMNS));
  return kept.length === width ? kept : [...kept, ...Array<string>(Math.min(width, COLUMNS) - kept.length).fill("")];
}

const isBlank = (fields: readonly string[]): boolean => fields.every((field) => field === "");

/** The delimiter that gives the most lines of one width, or nothing where no two lines agree. */
function sniffDelimiter(text: string): string | null {
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
  /** Where the next record starts. */
  readonly end: number;
}

/** Splits a text into records of fields. Quotes may hold delimiters and line ends; a lone quote is only a quote. */
function splitRecords(text: string, delimiter: string, most: number): readonly Split[] {
  const records: Split[] = [];
  for (let at = 0; at < text.length && records.length < most; ) {
    const record = recordAt(text, at, delimiter);
    if (record.fields.length > 1 || record.fields[0] !== "") records.push(record);
    at = record.end;
  }
  return records;
}

function recordAt(text: string, start: number, delimiter: string): Split {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const field = text.charCodeAt(at) === QUOTE ? quoted(text, at, delimiter) : bare(text, at, delimiter);
    fields.push(field.value);
    at = field.end;
    if (text[at] !== delimiter) break;
    at++;
  }
  const end = at + (text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1);
  return { fields, at: start, end };
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
