import { addTo } from "./groups.js";
import { oncePer } from "./memo.js";

/**
 * What YAML and JSON have in common: maps, lists and scalars, each with its place in the text.
 * A tree is finite and small: aliases are resolved within a budget, and it is at most {@link DEEPEST} levels deep.
 */
export type Tree = MapTree | ListTree | Scalar;

interface Placed {
  /** Half-open offsets into the text. */
  readonly start: number;
  readonly end: number;
}

export interface MapTree extends Placed {
  readonly kind: "map";
  /** In the order of the text; of a key that stands there twice, the last. */
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface ListTree extends Placed {
  readonly kind: "list";
  readonly items: readonly Tree[];
}

export interface Scalar extends Placed {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The tag of a YAML scalar that has its own, such as `!Ref`. */
  readonly tag?: string;
}

export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Tree;
}

/** A scalar as text, with its place. */
export interface PlacedText extends Placed {
  readonly value: string;
}

/** One parsed file. `documents` holds what could be read, even where `problem` says that a part could not. */
export interface Parsed {
  readonly documents: readonly Tree[];
  /** What could not be read, in plain words, and where. */
  readonly problem: { readonly offset: number; readonly message: string } | null;
  /** Template actions were blanked before parsing, so values may be placeholders. */
  readonly templated: boolean;
}

export type Path = readonly (string | number)[];

export const DEEPEST = 100;

/** The node at a path of keys and list positions, or nothing. */
export function at(tree: Tree | undefined, ...path: Path): Tree | undefined {
  return path.reduce<Tree | undefined>(
    (node, step) => (typeof step === "number" ? itemsOf(node)[step] : entryOf(node, step)?.value),
    tree,
  );
}

export function entryOf(tree: Tree | undefined, key: string): Entry | undefined {
  return tree?.kind === "map" ? tree.entries.get(key) : undefined;
}

export function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === "map" ? [...tree.entries.values()] : [];
}

export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === "list" ? tree.items : [];
}

/** The items of a list, or the one thing that stands where a list might. */
export function oneOrMore(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined) return [];
  return tree.kind === "list" ? tree.items : [tree];
}

/** A scalar as text: strings as they are, numbers and booleans as written in the language; nothing for null. */
export function textOf(tree: Tree | undefined): PlacedText | undefined {
  if (tree?.kind !== "scalar" || tree.value === null) return undefined;
  return { value: String(tree.value), start: tree.start, end: tree.end };
}

export function textAt(tree: Tree | undefined, ...path: Path): PlacedText | undefined {
  return textOf(at(tree, ...path));
}

/** The string at a path; numbers and booleans are not strings. */
export function stringAt(tree: Tree | undefined, ...path: Path): string | undefined {
  const node = at(tree, ...path);
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

export function hasKeys(tree: Tree | undefined, ...keys: readonly string[]): boolean {
  return tree?.kind === "map" && keys.every((key) => tree.entries.has(key));
}

/** Every scalar below a node with the keys that lead to it, in order, at most `limit` of them. */
export function scalarsIn(
  tree: Tree | undefined,
  limit = MOST_SCALARS,
): readonly (PlacedText & { readonly path: string })[] {
  const found: (PlacedText & { readonly path: string })[] = [];
  const walk = (node: Tree, path: string): void => {
    if (found.length >= limit) return;
    const text = textOf(node);
    if (text !== undefined) found.push({ ...text, path });
    for (const entry of entriesOf(node)) walk(entry.value, path === "" ? entry.key : `${path}.${entry.key}`);
    for (const item of itemsOf(node)) walk(item, path);
  };
  if (tree !== undefined) walk(tree, "");
  return found;
}

const MOST_SCALARS = 5000;

/** The scalars below a node by what comes last in their key: lower case, after its last dot. Once per tree. */
export const scalarsByKey = oncePer((tree: Tree): ReadonlyMap<string, readonly PlacedText[]> => {
  const found = new Map<string, PlacedText[]>();
  let count = 0;
  const walk = (node: Tree, key: string): void => {
    if (count >= MOST_SCALARS) return;
    if (node.kind === "list") for (const item of node.items) walk(item, key);
    else if (node.kind === "map") for (const entry of node.entries.values()) walk(entry.value, lastOf(entry.key));
    const text = textOf(node);
    if (text === undefined) return;
    count++;
    addTo(found, key, text);
  };
  walk(tree, "");
  return found;
});

const lastOf = (key: string) => key.slice(key.lastIndexOf(".") + 1).toLowerCase();
