import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments } from "yaml";
import { tooDeep } from "./json.js";
import { oncePer } from "./memo.js";
import { readPlainYaml } from "./plain-yaml/read.js";
import { blankTemplates, hasTemplates } from "./templates.js";
import { DEEPEST, type Entry, type MapTree, type Parsed, type PlacedText, type Tree } from "./tree.js";

/** Larger files are not read as YAML: the parser would take too long, and nobody writes so much by hand. */
export const LONGEST_YAML = 300_000;
/** What all aliases together may add to the nodes that stand in the text. */
const MOST_NODES = 100_000;

/** Every document of a YAML file. CloudFormation tags and template actions do not stop it. Never throws. */
export function parseYaml(text: string): Parsed {
  if (text.length > LONGEST_YAML) return unreadable(`longer than ${LONGEST_YAML} characters`);
  return readPlainYaml(text) ?? readFully(text);
}

/** What {@link readPlainYaml} leaves, with the full parser. */
export function readFully(text: string): Parsed {
  if (tooDeep(text)) return unreadable(`nested more than ${DEEPEST} levels deep`);
  const parsed = parse(text);
  if (parsed.problem === null || !hasTemplates(text)) return parsed;
  const blanked = blankTemplates(text);
  return { ...(readPlainYaml(blanked) ?? parse(blanked)), templated: true };
}

/** The same for anything that holds a text, once. */
export const yamlOf = oncePer((holder: { readonly text: string }) => parseYaml(holder.text));

function unreadable(message: string): Parsed {
  return { documents: [], problem: { offset: 0, message }, templated: false };
}

/** Without stack traces: the parser makes an error object for each mistake, and a hostile file has a hundred thousand. */
function parse(text: string): Parsed {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const documents = parseAllDocuments(text, OPTIONS);
    if (!Array.isArray(documents)) return { documents: [], problem: null, templated: false };
    const error = documents.flatMap((document) => document.errors)[0];
    const problem = error === undefined ? null : { offset: error.pos[0], message: "this is not valid YAML" };
    const trees = documents.flatMap((document) => treeOf(document) ?? []);
    return { documents: trees, problem, templated: false };
  } catch {
    return unreadable("this is not valid YAML");
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const OPTIONS = { uniqueKeys: false, logLevel: "silent", prettyErrors: false, strict: false } as const;

interface Reading {
  readonly anchors: Map<string, { readonly tree: Tree; readonly size: number }>;
  nodes: number;
}

function treeOf(document: Document.Parsed): Tree | undefined {
  if (document.contents === null) return undefined;
  return convert(document.contents, { anchors: new Map(), nodes: 0 }, 0);
}

function convert(node: Node | null, reading: Reading, depth: number): Tree {
  const [start, , end] = node?.range ?? [0, 0, 0];
  const place = { start, end: Math.max(start, node?.range?.[1] ?? end) };
  const before = reading.nodes++;
  if (node === null || depth > DEEPEST) return { kind: "scalar", value: null, ...place };
  if (isAlias(node)) return resolve(node.source, reading, place);
  const tree = structure(node, reading, depth, place);
  const anchor = "anchor" in node ? node.anchor : undefined;
  if (anchor !== undefined) reading.anchors.set(anchor, { tree, size: reading.nodes - before });
  return tree;
}

/** An alias is the thing it names, as long as everything that aliases add stays within the budget. */
function resolve(name: string, reading: Reading, place: { start: number; end: number }): Tree {
  const known = reading.anchors.get(name);
  if (known === undefined || reading.nodes + known.size > MOST_NODES) return { kind: "scalar", value: null, ...place };
  reading.nodes += known.size;
  return known.tree;
}

function structure(node: Node, reading: Reading, depth: number, place: { start: number; end: number }): Tree {
  if (isMap(node)) return { kind: "map", entries: entries(node.items, reading, depth), ...place };
  if (isSeq(node)) {
    return { kind: "list", items: node.items.map((item) => convert(asNode(item), reading, depth + 1)), ...place };
  }
  const value = isScalar(node) ? scalar(node.value) : null;
  return { kind: "scalar", value, ...(node.tag === undefined ? {} : { tag: node.tag }), ...place };
}

function entries(pairs: readonly Pair[], reading: Reading, depth: number): ReadonlyMap<string, Entry> {
  const map = new Map<string, Entry>();
  const merged: MapTree[] = [];
  for (const pair of pairs) {
    const key = asNode(pair.key);
    const name = isScalar(key) ? String(key.value) : "";
    const value = convert(asNode(pair.value), reading, depth + 1);
    const [keyStart, keyEnd] = key?.range ?? [0, 0];
    if (name === "<<") merged.push(...mapsIn(value));
    else map.set(name, { key: name, keyStart, keyEnd, value });
  }
  for (const { entries: inherited } of merged) mergeInto(map, inherited, reading);
  return map;
}

/** Merged keys count towards the budget too: a chain of merges would otherwise square. */
function mergeInto(map: Map<string, Entry>, inherited: ReadonlyMap<string, Entry>, reading: Reading): void {
  for (const [key, entry] of inherited) {
    if (reading.nodes++ > MOST_NODES) return;
    if (!map.has(key)) map.set(key, entry);
  }
}

function mapsIn(tree: Tree): readonly MapTree[] {
  if (tree.kind === "map") return [tree];
  return tree.kind === "list" ? tree.items.filter((item) => item.kind === "map") : [];
}

function asNode(part: unknown): Node | null {
  return typeof part === "object" && part !== null && "range" in part ? (part as Node) : null;
}

function scalar(value: unknown): string | number | boolean | null {
  if (typeof value === "bigint") return String(value);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/**
 * Where the character at `index` of a scalar's value stands in the text. Exact to the line for plain one-line scalars
 * and for `|` blocks; for quoted and folded scalars of several lines, the start of the scalar.
 */
export function offsetIn(text: string, scalar: PlacedText, index: number): number {
  const header = /^\|[^\n]*\n/.exec(text.slice(scalar.start, scalar.start + 200));
  if (header === null) {
    const inline = text.indexOf(scalar.value, scalar.start);
    return inline >= 0 && inline < scalar.end ? inline + index : scalar.start;
  }
  const before = scalar.value.slice(0, index);
  let offset = scalar.start + header[0].length;
  for (let i = before.indexOf("\n"); i >= 0; i = before.indexOf("\n", i + 1)) offset = text.indexOf("\n", offset) + 1;
  const line = text.slice(offset, endOfLine(text, offset));
  const inLine = index - (before.lastIndexOf("\n") + 1);
  const own = scalar.value.slice(before.lastIndexOf("\n") + 1, endOfLine(scalar.value, index)).trimEnd();
  return offset + Math.max(0, line.trimEnd().length - own.length) + inLine;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
