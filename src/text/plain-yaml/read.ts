import type { Entry, Parsed, Scalar, Tree } from "../tree.js";
import { blockScalar } from "./blocks.js";
import { flowCollection } from "./flow.js";
import {
  APOSTROPHE,
  BANG,
  BAR,
  BRACE,
  BRACKET,
  DASH,
  END,
  HASH,
  isGap,
  isLineOver,
  type Lines,
  MORE,
  nextLine,
  QUOTE,
  skipBlanks,
  startOfNext,
  unlessUnusual,
  unusual,
} from "./lines.js";
import { keyAt, nameOf, plainLines, quotedScalar, tagAt, tagScalar } from "./scalars.js";

/**
 * YAML as most people write it, read in one pass. A text with anything else (anchors, rare escapes and indicators,
 * carriage returns, mistakes) gives null, and the full parser reads it, which takes ten times as long and has to be
 * compiled first. An answer is the full parser's answer to the last offset: the tests compare the two.
 */
export function readPlainYaml(text: string): Parsed | null {
  if (text.includes("\r") || text.includes("\uFEFF")) return null;
  const reading: Reading = { text, at: 0, indent: 0, next: 0, remarks: [], after: 0, isBare: false, isHeld: false };
  const documents = unlessUnusual(() => documentsOf(reading));
  return documents === null ? null : { documents, problem: null, templated: false };
}

const DEEPEST = 40;

interface Reading extends Lines {
  /** Where the node that was read last ends when its line's end and the comments that the full parser gives it count. */
  after: number;
  /** It was an empty value with a comment, which the full parser stretches over what follows. */
  isBare: boolean;
  /** The comments before the present line already belong to someone. */
  isHeld: boolean;
}

function documentsOf(reading: Reading): readonly Tree[] {
  const { text } = reading;
  const documents: Tree[] = [];
  nextLine(reading);
  while (reading.at < text.length) {
    const marker = reading.indent === END ? reading.at + 3 : null;
    if (marker !== null) nextLine(reading);
    if (reading.indent !== END) documents.push(node(reading, END, 0));
    else if (marker !== null) documents.push(empty(skipBlanks(text, marker)));
    if (reading.indent !== END) unusual();
  }
  return documents;
}

const empty = (at: number): Scalar => ({ kind: "scalar", value: null, start: at, end: at });

/** What begins at the present line, further in than `outer`: a map, a list, or a value by itself. */
function node(reading: Reading, outer: number, depth: number): Tree {
  if (depth > DEEPEST || reading.indent <= outer) unusual();
  if (isItem(reading, reading.at)) return list(reading, depth);
  const key = keyAt(reading.text, reading.at, outer);
  if (key !== null) return map(reading, depth, key);
  return outer === END ? unusual() : beside(reading, reading.at, outer, depth);
}

const isItem = ({ text }: Lines, at: number) => text.charCodeAt(at) === DASH && isGap(text, at + 1);

function list(reading: Reading, depth: number): Tree {
  const { indent, at: start, text } = reading;
  const items: Tree[] = [];
  while (reading.indent === indent && isItem(reading, reading.at)) {
    const dash = reading.at;
    const at = skipBlanks(text, dash + 1);
    if (isLineOver(text, dash + 1)) items.push(below(reading, at, indent, depth));
    else if (isItem(reading, at) || keyAt(text, at, indent) !== null) {
      reading.indent += at - dash;
      reading.at = at;
      items.push(node(reading, indent, depth + 1));
    } else items.push(beside(reading, at, indent, depth));
  }
  if (reading.indent > indent) unusual();
  return { kind: "list", items, start, end: close(reading, indent) };
}

function map(reading: Reading, depth: number, first: Scalar): Tree {
  const { indent, at: start, text } = reading;
  const entries = new Map<string, Entry>();
  for (let key: Scalar | null = first; key !== null; key = nextKey(reading, indent)) {
    const colon = skipBlanks(text, key.end);
    const at = skipBlanks(text, colon + 1);
    const isBelow = isLineOver(text, colon + 1);
    const name = nameOf(key);
    const value = isBelow ? below(reading, at, indent, depth, true) : beside(reading, at, indent, depth);
    entries.set(name, { key: name, keyStart: key.start, keyEnd: key.end, value });
  }
  if (reading.indent >= indent) unusual();
  return { kind: "map", entries, start, end: close(reading, indent) };
}

function nextKey(reading: Reading, indent: number): Scalar | null {
  if (reading.indent !== indent || isItem(reading, reading.at)) return null;
  return keyAt(reading.text, reading.at, indent) ?? unusual();
}

/** What stands on the lines after a key or a dash with nothing beside it. A list may be as far out as its key. */
function below(reading: Reading, at: number, indent: number, depth: number, hasKey = false): Tree {
  const isCommented = reading.text.charCodeAt(at) === HASH || (!hasKey && reading.remarks.length > 0);
  nextLine(reading);
  if (reading.indent > indent) return node(reading, indent, depth + 1);
  if (hasKey && reading.indent === indent && isItem(reading, reading.at)) return list(reading, depth + 1);
  reading.after = at;
  reading.isBare = isCommented || reading.remarks.length > 0;
  reading.isHeld = false;
  return empty(at);
}

/** A value beside its key or dash. */
function beside(reading: Reading, at: number, indent: number, depth: number): Tree {
  const { text } = reading;
  const code = text.charCodeAt(at);
  if (code === BANG) return withTag(reading, at, indent, depth);
  const block = code === BAR || code === MORE ? blockScalar(text, at, indent) : null;
  const closed = block ?? closedValue(text, at, indent);
  const tree = closed ?? plainLines(reading, at, indent);
  reading.after = block === null ? startOfNext(text, tree.end) : tree.end;
  if (closed !== null) endLine(reading, tree, block !== null, indent);
  reading.isBare = false;
  reading.isHeld = false;
  if (block === null) takeRemarks(reading, indent);
  return tree;
}

/** A value whose end is written: in quotes or in brackets. */
function closedValue(text: string, at: number, indent: number): Tree | null {
  const code = text.charCodeAt(at);
  if (code === QUOTE || code === APOSTROPHE) return quotedScalar(text, at, indent);
  return code === BRACKET || code === BRACE ? flowCollection(text, at, indent) : null;
}

function endLine(reading: Reading, tree: Tree, isBlock: boolean, indent: number): void {
  if (!isBlock && !isLineOver(reading.text, tree.end)) unusual();
  reading.next = reading.after;
  nextLine(reading);
  if (reading.indent > indent) unusual();
}

/** A tag that the reader does not know, such as `!Ref`, leaves a value as text and a collection as it is. */
function withTag(reading: Reading, at: number, indent: number, depth: number): Tree {
  const { text } = reading;
  const tag = tagAt(text, at);
  const inner = skipBlanks(text, at + tag.length);
  if (!isLineOver(text, at + tag.length)) {
    if (text.charCodeAt(inner) === BANG || isItem(reading, inner)) unusual();
    return tagScalar(text, beside(reading, inner, indent, depth), tag);
  }
  const tree = below(reading, inner, indent, depth);
  return tree.kind === "scalar" ? unusual() : tree;
}

/** Comments right after a value that are further in than its map or list belong to the value. */
function takeRemarks(reading: Reading, indent: number): void {
  const { remarks } = reading;
  if (remarks.length === 0) return;
  const own = remarks.findIndex((remark) => remark.indent <= indent);
  const taken = own < 0 ? remarks : remarks.slice(0, own);
  reading.after = taken.at(-1)?.end ?? reading.after;
  reading.remarks = remarks.slice(taken.length);
}

/**
 * Where a map or list ends: where its last value does. Comments after it that are not further out belong to it; its own
 * end leaves them out, and the end of the map or list around it does not.
 */
function close(reading: Reading, indent: number): number {
  if (reading.isBare) unusual();
  const end = reading.after;
  if (!reading.isHeld && indent > 0 && reading.remarks.some((remark) => remark.indent >= indent)) {
    reading.isHeld = true;
    reading.after = reading.at;
  }
  return end;
}
