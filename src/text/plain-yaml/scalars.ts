import type { Scalar, Tree } from "../tree.js";
import {
  APOSTROPHE,
  COLON,
  DASH,
  HASH,
  isGap,
  isLineOver,
  type Lines,
  NEWLINE,
  nextLine,
  QUESTION,
  QUOTE,
  SPACE,
  skipBlanks,
  startOfNext,
  TAB,
  unusual,
} from "./lines.js";

/** Signs that open something other than a plain value, or that are reserved. */
const NOT_PLAIN = signs("!&*|>%@`\"'{}[],#?:-\n\t");
/** Signs that end a plain value within brackets. */
export const IN_FLOW = signs(",[]{}");

function signs(list: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const sign of list) table[sign.charCodeAt(0)] = 1;
  return table;
}

export function opensPlain(text: string, at: number, inFlow = false): boolean {
  const code = text.charCodeAt(at);
  if (NOT_PLAIN[code] !== 1) return at < text.length;
  if (code !== QUESTION && code !== COLON && code !== DASH) return false;
  return !isGap(text, at + 1) && !(inFlow && IN_FLOW[text.charCodeAt(at + 1)] === 1);
}

/** Where a value without quotes ends: before a comment, a colon with a gap, the end of the line; blanks left out. */
export function plainEnd(text: string, from: number, inFlow: boolean): number {
  let end = from;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) break;
    if (code === SPACE) continue;
    if (code === COLON && (isGap(text, at + 1) || (inFlow && IN_FLOW[text.charCodeAt(at + 1)] === 1))) break;
    if (code === HASH && at > from && text.charCodeAt(at - 1) === SPACE) break;
    if (inFlow && IN_FLOW[code] === 1) break;
    if (code === TAB) unusual();
    end = at + 1;
  }
  return end;
}

const MAYBE_NO_TEXT = /^(?:[-+.\d]|null$|true$|false$|~$)/i;
const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$|^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/;
const RARE = /^0[xo]|^[-+]?\.(?:inf|nan)$/i;

/** What a value without quotes means by YAML 1.2's core schema. */
export function plainValue(text: string): Scalar["value"] {
  if (!MAYBE_NO_TEXT.test(text)) return text;
  if (/^(?:~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (INTEGER.test(text)) return Number.parseInt(text, 10);
  if (FLOAT.test(text)) return Number.parseFloat(text);
  return RARE.test(text) ? unusual() : text;
}

/** A value in quotes, whose lines are further in than `outer`; of escapes those of JSON and the ones by number. */
export function quotedScalar(text: string, at: number, outer: number): Scalar {
  const quote = text.charCodeAt(at) === QUOTE ? DOUBLE : SINGLE;
  quote.lastIndex = at;
  const written = quote.exec(text)?.[0] ?? unusual();
  const inner = written.slice(1, -1);
  const joined = inner.includes("\n") ? joinedLines(inner, outer, quote === DOUBLE) : inner;
  const value = quote === SINGLE ? joined.replaceAll("''", "'") : unescaped(joined);
  return { kind: "scalar", value, start: at, end: at + written.length };
}

const SINGLE = /'(?:[^']|'')*'(?!')/y;
const DOUBLE = /"(?:[^"\\]|\\(?:[\\"nrt/bf \n]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00(?:0[\da-fA-F]|10)[\da-fA-F]{4}))*"/y;
const ESCAPE = /\\(?:x(..)|u(.{4})|U(.{8})|(.))/g;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(ESCAPE, (_, x?: string, u?: string, U?: string, sign = "") => {
    const number = x ?? u ?? U;
    return number === undefined ? (ESCAPES[sign] ?? sign) : String.fromCodePoint(Number.parseInt(number, 16));
  });
}

/** The lines of a value in quotes as one. Within double quotes a backslash at a line's end takes the break away. */
function joinedLines(inner: string, outer: number, hasEscapes: boolean): string {
  const [first = "", ...lines] = inner.split("\n");
  let isEscaped = hasEscapes && endsInEscape(first);
  let text = isEscaped ? first.slice(0, -1) : trimmed(first, false);
  let empty = 0;
  for (const [i, line] of lines.entries()) {
    const isLast = i === lines.length - 1;
    const indent = skipBlanks(line, 0);
    if (indent <= outer && (isLast || indent < line.length)) unusual();
    const goesOn = hasEscapes && endsInEscape(line);
    const words = trimmed(line, true, isLast || goesOn);
    if (words === "" && !isLast) {
      if (isEscaped) unusual();
      empty++;
      continue;
    }
    text += (isEscaped ? "" : lineBreak(empty)) + (goesOn ? words.slice(0, -1) : words);
    isEscaped = goesOn;
    empty = 0;
  }
  return text;
}

function endsInEscape(line: string): boolean {
  let from = line.length;
  while (line[from - 1] === "\\") from--;
  return (line.length - from) % 2 === 1;
}

function trimmed(line: string, atStart: boolean, keepEnd = false): string {
  let [start, end] = [0, line.length];
  if (!keepEnd) while (end > 0 && isBlank(line.charCodeAt(end - 1))) end--;
  if (atStart) while (start < end && isBlank(line.charCodeAt(start))) start++;
  return line.slice(start, end);
}

const isBlank = (code: number) => code === SPACE || code === TAB;

/** A line's end becomes a blank, and empty lines one break each. */
const lineBreak = (empty: number) => (empty === 0 ? " " : "\n".repeat(empty));

/** A value without quotes, with the lines further in than `outer` that go on with it. Goes to the line after them. */
export function plainLines(lines: Lines, start: number, outer: number): Scalar {
  const { text } = lines;
  if (!opensPlain(text, start)) unusual();
  let end = plainEnd(text, start, false);
  let folded = "";
  for (let line = start; ; line = lines.at) {
    const isOpen = endsOpen(text, end);
    folded += text.slice(line, end);
    lines.next = startOfNext(text, end);
    const after = lines.next;
    nextLine(lines);
    if (lines.indent <= outer)
      return { kind: "scalar", value: line === start ? plainValue(folded) : folded, start, end };
    if (!isOpen || lines.remarks.length > 0) unusual();
    folded += lineBreak(text.slice(after, lines.at).split("\n").length - 1);
    end = plainEnd(text, lines.at, false);
  }
}

/** True where the line ends here, false where a comment ends it. */
function endsOpen(text: string, end: number): boolean {
  if (!isLineOver(text, end)) unusual();
  return text.charCodeAt(skipBlanks(text, end)) !== HASH;
}

/** A key that begins here: what stands before a colon and a gap, or null. */
export function keyAt(text: string, at: number, outer: number): Scalar | null {
  const first = text.charCodeAt(at);
  const isQuoted = first === QUOTE || first === APOSTROPHE;
  if (!isQuoted && !opensPlain(text, at)) return null;
  const quoted = isQuoted ? quotedScalar(text, at, outer) : null;
  const end = quoted?.end ?? plainEnd(text, at, false);
  const colon = skipBlanks(text, end);
  if (text.charCodeAt(colon) !== COLON || !isGap(text, colon + 1)) return null;
  if (colon - at > LONGEST_KEY || text.slice(at, end).includes("\n")) unusual();
  return quoted ?? { kind: "scalar", value: plainValue(text.slice(at, end)), start: at, end };
}

const LONGEST_KEY = 1000;

/** A key as text. A merge of another map's entries is not plain. */
export function nameOf({ value }: Scalar): string {
  return value === "<<" ? unusual() : String(value);
}

const TAG = /![A-Za-z][\w.:-]{0,60}(?=[ \n])/y;

export function tagAt(text: string, at: number): string {
  TAG.lastIndex = at;
  return TAG.exec(text)?.[0] ?? unusual();
}

export function tagScalar(text: string, tree: Tree, tag: string): Tree {
  if (tree.kind !== "scalar") return tree;
  const { value, start, end } = tree;
  return { kind: "scalar", value: typeof value === "string" ? value : text.slice(start, end), tag, start, end };
}
