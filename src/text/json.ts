import { type Node, type ParseError, parseTree } from "jsonc-parser";
import { oncePer } from "./memo.js";
import { DEEPEST, type Entry, type Parsed, type Tree } from "./tree.js";

/** Larger files are not read as JSON: nothing a person configures is so large. */
export const LONGEST_JSON = 1_000_000;

/** JSON, with comments and trailing commas allowed. Never throws. */
export function parseJson(text: string): Parsed {
  if (text.length > LONGEST_JSON) return unreadable(`longer than ${LONGEST_JSON} characters`);
  if (tooDeep(text)) return unreadable(`nested more than ${DEEPEST} levels deep`);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const first = errors[0];
  return {
    documents: root === undefined ? [] : [tree(root)],
    problem: first === undefined ? null : { offset: first.offset, message: "this is not valid JSON" },
    templated: false,
  };
}

/** The same for anything that holds a text, once. */
export const jsonOf = oncePer((holder: { readonly text: string }) => parseJson(holder.text));

function unreadable(message: string): Parsed {
  return { documents: [], problem: { offset: 0, message }, templated: false };
}

/** Brackets outside strings, counted before a recursive parser sees them. */
export function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) quoted = !quoted;
    else if (quoted && unit === 92) i++;
    else if (unit === 10) quoted = false;
    else if (!quoted && (unit === 91 || unit === 123) && ++depth > DEEPEST) return true;
    else if (!quoted && (unit === 93 || unit === 125)) depth = Math.max(0, depth - 1);
  }
  return false;
}

function tree(node: Node): Tree {
  const place = { start: node.offset, end: node.offset + node.length };
  if (node.type === "array") return { kind: "list", items: (node.children ?? []).map(tree), ...place };
  if (node.type === "object") return { kind: "map", entries: entries(node), ...place };
  return { kind: "scalar", value: scalar(node.value), ...place };
}

function entries(node: Node): ReadonlyMap<string, Entry> {
  const map = new Map<string, Entry>();
  for (const { children = [] } of node.children ?? []) {
    const [key, value] = children;
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    map.set(name, { key: name, keyStart: key.offset, keyEnd: key.offset + key.length, value: tree(value) });
  }
  return map;
}

function scalar(value: unknown): string | number | boolean | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
