import { isAlias, isScalar, isSeq, type Node, type Scalar } from "yaml";
import type { Edit } from "./edits.js";
import type { Log } from "./log.js";
import { quote, shown, yamlText } from "./say.js";
import { unquoted } from "./words.js";

/**
 * Reads one value. Nothing comes back where the value can't be used, and then it was said why.
 * `key` is the name of the field, as messages call it.
 */
export type Reader<T> = (node: Node, key: string, log: Log) => T | undefined;

/** A value as text, with its place. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** One text, whatever YAML made of it: a number stays the way it was written. Nothing for a list or a block. */
export function wordOf(node: Node, log: Log): Word | null {
  if (isSeq(node) && node.items.length === 1) {
    const [only] = node.items;
    return isScalar(only) ? wordOf(only, log) : null;
  }
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node)) return { text: `*${node.source}`, start, end };
  return isScalar(node) ? { text: scalarText(node, log), start, end } : null;
}

/** `&` at the start of a text is a name for YAML; for people it is an ampersand. */
function scalarText(node: Scalar, log: Log): string {
  const value = typeof node.value === "string" ? node.value : "";
  if (node.anchor === undefined) return value.trim();
  const text = `&${node.anchor} ${value}`.trim();
  log.advice(
    startOf(node),
    `A \`&\` at the start has a special meaning in YAML. Please put quotes around ${quote(text)}.`,
  );
  return text;
}

/** Instead of a value: what should stand there, also where it stands in brackets. */
export function fix({ start, end }: Word, text: string): readonly Edit[] {
  return [{ start, end, text: yamlText(text, "list") }];
}

function notText(node: Node, key: string, log: Log): undefined {
  const what = isSeq(node) ? "a list" : "a block of several lines";
  log.error(startOf(node), `\`${key}\` is one short text, and we found ${what}.`);
}

/** Reads a value that is one text. An empty one is none, and nobody's mistake. */
export function oneText<T>(read: (word: Word, key: string, log: Log) => T | undefined): Reader<T> {
  return (node, key, log) => {
    const word = wordOf(node, log);
    if (word === null) return notText(node, key, log);
    if (word.text === "") return undefined;
    return read(withoutComma(node, word), key, log);
  };
}

/** A comma at the end of a line is a habit from elsewhere, and means nothing here. */
function withoutComma(node: Node, word: Word): Word {
  if (!isScalar(node) || node.type !== "PLAIN" || !/[^,;][,;]$/.test(word.text)) return word;
  return { ...word, text: word.text.slice(0, -1), end: word.end - 1 };
}

/** A text. A longer one is cut and that is said. */
export function text({ longest = 300 }: { readonly longest?: number } = {}): Reader<string> {
  return oneText((word, key, log) => {
    const plain = unquoted(word.text).replace(/^['"](.*)['"]$/s, "$1");
    const value = plain === "" ? word.text : plain;
    if (value !== word.text) {
      log.advice(word.start, `We left out the quotation marks around ${quote(value)}.`, fix(word, value));
    }
    if (value.length <= longest) return value;
    log.advice(word.start, `\`${key}\` may be ${longest} characters long; we read only that much.`);
    return value.slice(0, longest).trim();
  });
}

/** Free text, in which a `#` is easily meant as a number sign. */
export function prose(options: { readonly longest?: number } = {}): Reader<string> {
  const read = text(options);
  return (node, key, log) => {
    if (isScalar(node)) warnOfHash(node, key, log);
    return read(node, key, log);
  };
}

const LOST = /^[ \t]{1,40}(#[^\s#][^\n\r]*)/;

/** YAML drops what follows ` #`, and doesn't say so. */
function warnOfHash(node: Scalar, key: string, log: Log): void {
  const [start, end] = node.range ?? [0, 0, 0];
  if (node.type !== "PLAIN") return;
  const { text: source } = log.source;
  const lost = LOST.exec(source.slice(end, end + 400));
  if (lost === null) return;
  const value = source.slice(start, end);
  const whole = `${value} ${lost[1]?.trim()}`;
  const edit = { start, end: end + lost[0].length, text: JSON.stringify(whole) };
  const message = `YAML drops everything after \`#\`, so \`${key}\` is just "${shown(value)}". Quotes keep it: \`${key}: ${shown(edit.text)}\`.`;
  log.advice(start, message, [edit]);
}

/** Text to the letter, also an empty one or one that ends with a space. */
export function verbatim(longest: number): Reader<string> {
  return (node, key, log) => {
    if (isScalar(node) && typeof node.value === "string") return node.value.slice(0, longest);
    return notText(node, key, log);
  };
}

/** True for nothing, and for quotation marks with nothing in them. */
export function isEmpty(node: Node): boolean {
  return isAbsent(node) || (isScalar(node) && String(node.value ?? "").trim() === "");
}

/** True where a key has nothing after its colon, or says `null`. */
export function isAbsent(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  return isScalar(node) && node.type === "PLAIN" && ["", "~", "null"].includes(String(node.value ?? ""));
}
