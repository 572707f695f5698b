import type { Entry, Scalar, Tree } from "../tree.js";
import { BANG, BRACE, BRACKET, COLON, HASH, isGap, NEWLINE, skipBlanks, startOfNext, unusual } from "./lines.js";
import { nameOf, opensPlain, plainEnd, plainValue, quotedScalar, tagAt, tagScalar } from "./scalars.js";

const DEEPEST_FLOW = 20;

/** `[a, b]` and `{a: b}`. Their lines are further in than `outer`. */
export function flowCollection(text: string, at: number, outer: number, depth = 0): Tree {
  if (depth > DEEPEST_FLOW) unusual();
  const gap = (from: number) => skipGap(text, from, outer, depth);
  return text.charCodeAt(at) === BRACKET ? list(text, at, gap, outer, depth) : map(text, at, gap, outer, depth);
}

type Gap = (from: number) => number;

function list(text: string, start: number, gap: Gap, outer: number, depth: number): Tree {
  const items: Tree[] = [];
  let at = gap(start + 1);
  while (text[at] !== "]") {
    const item = value(text, at, outer, depth);
    items.push(item);
    at = afterComma(text, gap(item.end), gap, "]");
  }
  return { kind: "list", items, start, end: at + 1 };
}

function map(text: string, start: number, gap: Gap, outer: number, depth: number): Tree {
  const entries = new Map<string, Entry>();
  let at = gap(start + 1);
  while (text[at] !== "}") {
    const key = scalar(text, at, outer);
    const isQuoted = text[at] === '"' || text[at] === "'";
    if (
      text.slice(key.start, key.end).includes("\n") ||
      text.charCodeAt(key.end) !== COLON ||
      !(isQuoted || isGap(text, key.end + 1))
    )
      unusual();
    const inner = value(text, gap(key.end + 1), outer, depth);
    const name = nameOf(key);
    entries.set(name, { key: name, keyStart: key.start, keyEnd: key.end, value: inner });
    at = afterComma(text, gap(inner.end), gap, "}");
  }
  return { kind: "map", entries, start, end: at + 1 };
}

function value(text: string, at: number, outer: number, depth: number): Tree {
  const code = text.charCodeAt(at);
  if (code === BANG) return tagged(text, at, outer, depth);
  return code === BRACKET || code === BRACE ? flowCollection(text, at, outer, depth + 1) : scalar(text, at, outer);
}

function tagged(text: string, at: number, outer: number, depth: number): Tree {
  const tag = tagAt(text, at);
  const inner = skipBlanks(text, at + tag.length);
  return text.charCodeAt(inner) === BANG ? unusual() : tagScalar(text, value(text, inner, outer, depth), tag);
}

function scalar(text: string, at: number, outer: number): Scalar {
  if (text[at] === '"' || text[at] === "'") return quotedScalar(text, at, outer);
  if (!opensPlain(text, at, true)) unusual();
  const end = plainEnd(text, at, true);
  return { kind: "scalar", value: plainValue(text.slice(at, end)), start: at, end };
}

function afterComma(text: string, at: number, gap: Gap, closer: string): number {
  if (text[at] === closer) return at;
  return text[at] === "," ? gap(at + 1) : unusual();
}

/** Over blanks, ends of lines and comments. Only the last bracket may be as far out as what it belongs to. */
function skipGap(text: string, from: number, outer: number, depth: number): number {
  let at = skipBlanks(text, from);
  while (text.charCodeAt(at) === NEWLINE || (text.charCodeAt(at) === HASH && at > from)) {
    const line = startOfNext(text, at);
    at = skipBlanks(text, line);
    const code = text.charCodeAt(at);
    if (code === NEWLINE || code === HASH) continue;
    const isLast = depth === 0 && (text[at] === "]" || text[at] === "}");
    if (at - line <= outer && !(isLast && at - line === outer)) unusual();
  }
  return at;
}
