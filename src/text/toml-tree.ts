import { parse } from "smol-toml";
import { oncePer } from "./memo.js";
import type { Entry, Parsed, Tree } from "./tree.js";

/** TOML as a tree. The parser gives no places: a key's place is that of its line, found by header and name. */
export const tomlTreeOf = oncePer(({ text }: { readonly text: string }): Parsed => {
  if (text.length > LONGEST) return unreadable(`longer than ${LONGEST} characters`);
  try {
    const lines = placesIn(text);
    return {
      documents: [tree(parse(text), "", lines, { start: 0, end: text.length })],
      problem: null,
      templated: false,
    };
  } catch {
    return unreadable("this is not valid TOML");
  }
});

const LONGEST = 200_000;
const DEEPEST = 40;

interface Place {
  readonly start: number;
  readonly end: number;
}

function unreadable(message: string): Parsed {
  return { documents: [], problem: { offset: 0, message }, templated: false };
}

/** Where each dotted key has its line; of a key that comes again in an array of tables, the first. */
function placesIn(text: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let table = "";
  let start = 0;
  for (const raw of text.split("\n")) {
    const line = raw.slice(0, 400).trim();
    const end = start + raw.trimEnd().length;
    const header = /^\[{1,2}([^\]]{1,200})\]/.exec(line)?.[1];
    const key = /^([\w."' -]{1,120}?)\s*=/.exec(line)?.[1];
    if (header !== undefined) table = plain(header);
    const path = header !== undefined ? table : key === undefined ? "" : plain(table === "" ? key : `${table}.${key}`);
    if (path !== "" && !places.has(path)) places.set(path, { start, end });
    start += raw.length + 1;
  }
  return places;
}

const plain = (key: string) => key.replace(/["'\s]/g, "");

function tree(value: unknown, path: string, places: ReadonlyMap<string, Place>, outer: Place, depth = 0): Tree {
  const place = places.get(path) ?? outer;
  if (depth < DEEPEST && Array.isArray(value)) {
    return { kind: "list", items: value.map((item) => tree(item, path, places, place, depth + 1)), ...place };
  }
  if (depth < DEEPEST && typeof value === "object" && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value).map(([key, inner]): readonly [string, Entry] => {
      const below = plain(path === "" ? key : `${path}.${key}`);
      const { start, end } = places.get(below) ?? place;
      return [key, { key, keyStart: start, keyEnd: end, value: tree(inner, below, places, place, depth + 1) }];
    });
    return { kind: "map", entries: new Map(entries), ...place };
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return { kind: "scalar", value, ...place };
  }
  return {
    kind: "scalar",
    value: value instanceof Date ? value.toString() : typeof value === "bigint" ? String(value) : null,
    ...place,
  };
}
