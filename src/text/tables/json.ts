import { embedded } from "./nested.js";
import { type Collector, collector } from "./records.js";
import { readRunningText } from "./running-text.js";
import { sampleLines } from "./sample.js";
import { type Extraction, HEAD, ONLY_HEAD } from "./table.js";

/** JSON, whole or cut off: every list of objects in it becomes a table, however deep it lies. Behind the head is a gap. */
export function readJson(text: string): Extraction {
  const head = text.length <= HEAD ? text : text.slice(0, HEAD);
  const found = collector(text.length / Math.max(1, head.length));
  const value = parseKindly(head);
  if (typeof value !== "object" || value === null) return readRunningText(text);
  walk(value, "$", found);
  if (head.length < text.length) found.gap(ONLY_HEAD);
  return found.result();
}

const LONGEST_LINE = 1024 * 1024;

/** One JSON value a line. Lines that don't parse are left out. */
export function readJsonLines(text: string): Extraction {
  const { head, windows, factor } = sampleLines(text);
  const found = collector(factor);
  for (const part of [head, ...windows]) {
    for (const line of part.split("\n")) {
      if (found.isFull()) break;
      if (line.length > LONGEST_LINE) found.gap("A line of this file is too long to read.");
      const value = line.length > 1 && line.length <= LONGEST_LINE ? parse(line) : undefined;
      if (value !== undefined) walk([value], "$", found);
    }
  }
  return found.result();
}

/** Lists and maps of objects become tables; text that holds JSON, or percent or base64 encoding, is looked into. */
export function walk(value: unknown, path: string, found: Collector, depth = 0): void {
  if (depth > 12 || found.isFull()) return;
  if (typeof value === "string") walkText(value, path, found, depth);
  else if (Array.isArray(value)) walkList(value, path, found, depth);
  else if (isObject(value)) walkObject(value, path, found, depth);
}

function walkObject(value: object, path: string, found: Collector, depth: number): void {
  const entries = Object.values(value);
  if (depth > 0 && isMapOfObjects(entries)) {
    walkList(entries, `${path}.*`, found, depth);
    return;
  }
  if (entries.some((entry) => typeof entry === "string")) found.object(path, value);
  for (const [key, entry] of Object.entries(value)) walk(entry, `${path}.${key}`, found, depth + 1);
}

function walkList(list: readonly unknown[], path: string, found: Collector, depth: number): void {
  const here = `${path}[]`;
  if (list.length > 2 && list.every(Array.isArray)) {
    found.grid(here, list as readonly (readonly unknown[])[]);
    return;
  }
  for (const item of list) {
    if (found.isFull()) return;
    if (found.hasEnough(here)) found.oneMore(here);
    else if (isObject(item)) walkItem(item, here, found, depth);
    else walk(item, here, found, depth + 1);
  }
}

function walkItem(item: object, here: string, found: Collector, depth: number): void {
  found.object(here, item);
  for (const key of Object.keys(item)) {
    const entry = valueAt(item, key);
    if ((typeof entry === "object" && entry !== null) || isLong(entry)) walk(entry, `${here}.${key}`, found, depth + 1);
  }
}

/** Pairs of keys and values would be made for every record of a file. */
const valueAt = (object: object, key: string): unknown => (object as Readonly<Record<string, unknown>>)[key];

const isLong = (entry: unknown): entry is string => typeof entry === "string" && entry.length > 24;

function walkText(text: string, path: string, found: Collector, depth: number): void {
  if (!isLong(text)) return;
  for (const inner of embedded(text)) {
    const value = /^\s*[[{]/.test(inner) ? parse(inner) : undefined;
    if (value !== undefined) walk(value, `${path}()`, found, depth + 4);
    else if (inner.includes("@")) found.text(`${path}()`, inner);
  }
}

/** `{"u1": {…}, "u2": {…}}` is a list whose keys are ids. */
function isMapOfObjects(entries: readonly unknown[]): boolean {
  if (entries.length < 5 || !entries.every(isObject)) return false;
  const keys = entries.slice(0, 20).map((entry) => Object.keys(entry as object));
  const first = new Set(keys[0]);
  return keys.every((own) => own.filter((key) => first.has(key)).length >= own.length * 0.6 && own.length > 0);
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON that was cut off is closed after its last whole element. */
export function parseKindly(text: string): unknown {
  return parse(text) ?? parse(closed(text));
}

function closed(text: string): string {
  const open: string[] = [];
  let cut = 0;
  let closers = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) i = endOfString(text, i);
    else if (unit === 123 || unit === 91) open.push(unit === 123 ? "}" : "]");
    else if (unit === 125 || unit === 93) {
      open.pop();
      cut = i + 1;
      closers = [...open].reverse().join("");
    }
  }
  return text.slice(0, cut) + closers;
}

function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at > 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}
