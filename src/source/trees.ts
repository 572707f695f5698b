import type { Paths } from "../model/surroundings.js";
import { anyGlob, firstLook } from "../text/globs.js";
import { pathOf, splitAtZeros } from "./names.js";

/** A file as a commit has it. */
export interface Entry {
  readonly path: string;
  readonly object: string;
  readonly kind: "file" | "link" | "sub-repository";
}

/** One file that a range of commits touches. A move is an old version under one name and a new one under another. */
export interface Touched {
  readonly before: Entry | null;
  readonly after: Entry | null;
}

const KINDS = { "120000": "link", "160000": "sub-repository" } as const;

function entry(mode: string, object: string, path: string): Entry {
  return { path, object, kind: KINDS[mode as keyof typeof KINDS] ?? "file" };
}

/**
 * Everything that a commit has below a folder. Its names are searched as one text: a string for each of twenty thousand
 * would cost more than the rest of a small run.
 */
export interface Tree {
  readonly find: (path: string) => Entry | null;
  /** What globs match, in git's order. */
  readonly matching: (globs: readonly string[]) => readonly Entry[];
  readonly paths: Paths;
}

/** What `git ls-tree -r -z` prints: `<mode> <type> <object>\t<path>`. */
export function readTree(output: Buffer): Tree {
  const text = output.toString("utf8");
  let all: ReadonlySet<string> | undefined;
  const paths = () => {
    all ??= new Set(text.split("\0").flatMap((line) => (line === "" ? [] : line.slice(line.indexOf("\t") + 1))));
    return all;
  };
  return {
    find: (path) => find(text, path),
    matching: (globs) => matching(text, globs),
    paths: { has: (path) => paths().has(path), [Symbol.iterator]: () => paths()[Symbol.iterator]() },
  };
}

function find(text: string, path: string): Entry | null {
  for (let at = text.indexOf(`\t${path}\0`); at >= 0; at = text.indexOf(`\t${path}\0`, at + 1)) {
    const found = entryAround(text, at);
    // The tab may be one within a longer name.
    if (found.path === path) return found;
  }
  return null;
}

function matching(text: string, globs: readonly string[]): readonly Entry[] {
  const fits = anyGlob(globs);
  const candidates = [...text.matchAll(firstLook(globs))].map(({ index }) => entryAround(text, index));
  return candidates.filter(({ path }) => fits(path));
}

/** The entry whose line an offset is in. */
function entryAround(text: string, offset: number): Entry {
  const start = text.lastIndexOf("\0", offset) + 1;
  const tab = text.indexOf("\t", start);
  const [mode = "", , object = ""] = text.slice(start, tab).split(" ");
  return entry(mode, object, text.slice(tab + 1, text.indexOf("\0", tab)));
}

/** What `git diff-tree -r -z --raw --no-renames` prints: `:<mode> <mode> <object> <object> <letter>\0<path>`. */
export function readDifferences(output: Buffer): readonly Touched[] {
  const fields = splitAtZeros(output);
  const touched: Touched[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [oldMode = "", newMode = "", oldObject = "", newObject = ""] = pathOf(fields[i] ?? "")
      .slice(1)
      .split(" ");
    const path = pathOf(fields[i + 1] ?? "");
    touched.push({ before: side(oldMode, oldObject, path), after: side(newMode, newObject, path) });
  }
  return touched;
}

/** Mode 000000 says that there is no file on that side. */
function side(mode: string, object: string, path: string): Entry | null {
  return mode === "000000" ? null : entry(mode, object, path);
}
