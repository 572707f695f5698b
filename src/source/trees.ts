import { type Name, pathOf, splitAtZeros, withoutStart } from "./names.js";

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

/** Everything that a commit has. Most of it is asked for by name alone. */
export interface Tree {
  readonly paths: readonly string[];
  /** The file at a place in `paths`. */
  readonly at: (place: number) => Entry;
  readonly find: (path: string) => Entry | null;
}

/** What `git ls-tree -r -z` prints: `<mode> <type> <object>\t<path>`. */
export function readTree(output: Buffer): Tree {
  const lines = splitAtZeros(output);
  const paths = lines.map((line) => pathOf(withoutStart(line, tabIn(line) + 1)));
  const at = (place: number) => {
    const line = lines[place] ?? "";
    const [mode = "", , object = ""] = start(line, tabIn(line)).split(" ");
    return entry(mode, object, paths[place] ?? "");
  };
  const find = (path: string) => {
    const place = paths.indexOf(path);
    return place < 0 ? null : at(place);
  };
  return { paths, at, find };
}

function tabIn(line: Name): number {
  return typeof line === "string" ? line.indexOf("\t") : line.indexOf(9);
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

function start(line: Name, end: number): string {
  return typeof line === "string" ? line.slice(0, end) : line.toString("latin1", 0, end);
}
