import { type HclAttribute, type HclBlock, type HclBody, hclOf } from "./hcl.js";
import { oncePer } from "./memo.js";
import type { Entry, MapTree, Parsed, Tree } from "./tree.js";

/** HCL as a tree, in the shape of Terraform's own JSON syntax: `resource.TYPE.NAME.…`, once per file. */
export const hclTreeOf = oncePer((holder: { readonly text: string }): Parsed => {
  const file = hclOf(holder);
  const problem = file.broken ? { offset: holder.text.length, message: "a block is not closed" } : null;
  return { documents: [body(file, 0, holder.text.length, 0)], problem, templated: false };
});

const DEEPEST = 12;

function body(source: HclBody, start: number, end: number, depth: number): MapTree {
  const entries = new Map<string, Entry>();
  for (const attribute of source.attributes.values()) {
    const keyEnd = attribute.start + attribute.name.length;
    entries.set(attribute.name, { key: attribute.name, keyStart: attribute.start, keyEnd, value: treeOf(attribute) });
  }
  if (depth < DEEPEST) for (const block of source.blocks) place(entries, block, depth);
  return { kind: "map", entries, start, end };
}

/** A block goes below its type and labels; of two with the same labels the entries are joined. */
function place(into: Map<string, Entry>, block: HclBlock, depth: number): void {
  const { type, labels, start, end } = block;
  let entries = into;
  for (const key of [type, ...labels.slice(0, 4)]) {
    const known = entries.get(key)?.value;
    // Nobody else has this map yet, so it grows in place: a copy for each block would square.
    const inner: Map<string, Entry> = known?.kind === "map" && known.entries instanceof Map ? known.entries : new Map();
    const value: MapTree = { kind: "map", entries: inner, start, end };
    entries.set(key, { key, keyStart: start, keyEnd: start + type.length, value });
    entries = inner;
  }
  for (const [key, entry] of body(block, start, end, depth + 1).entries) entries.set(key, entry);
}

const PAIR = /["']?([\w.:/-]{1,100})["']?[ \t]*[=:][ \t]*"([^"\n$]{0,300})"/g;
const WORD = /"([^"\n$]{0,300})"/g;

function treeOf({ expression, string, start, end }: HclAttribute): Tree {
  const at = { start, end };
  if (string !== undefined) return { kind: "scalar", value: string, ...at };
  if (expression.startsWith("{")) {
    const pairs = [...expression.matchAll(PAIR)].map(([, key = "", value = ""]) => {
      const entry: Entry = { key, keyStart: start, keyEnd: start, value: { kind: "scalar", value, ...at } };
      return [key, entry] as const;
    });
    return { kind: "map", entries: new Map(pairs), ...at };
  }
  if (expression.startsWith("[")) {
    return {
      kind: "list",
      items: [...expression.matchAll(WORD)].map(([, value = ""]) => ({ kind: "scalar", value, ...at })),
      ...at,
    };
  }
  if (/^(true|false)$/.test(expression)) return { kind: "scalar", value: expression === "true", ...at };
  if (/^\d{1,15}$/.test(expression)) return { kind: "scalar", value: Number(expression), ...at };
  return { kind: "scalar", value: null, ...at };
}
