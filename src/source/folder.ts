import { statSync } from "node:fs";
import { BASELINE_FILE } from "../model/baseline.js";
import { CONTEXT_PATHS, MANIFEST_PATHS, type NamedText } from "../model/change.js";
import type { Gap, RawFile } from "../model/source-file.js";
import { anyGlob } from "../text/globs.js";
import { findCheckout, looksBare } from "./git.js";
import { LARGEST_CONTEXT_FILE, MOST_CONTEXT_FILES, REASONS } from "./limits.js";
import { listAll, listTracked } from "./list-files.js";
import { type Name, pathOf } from "./names.js";
import { type Opened, startOf } from "./opened.js";
import { isSourceProblem, type SourceProblem, sourceProblem } from "./problem.js";
import { readFiles } from "./read-files.js";
import { textOf } from "./text-of.js";

/** Everything in a folder: what git tracks or does not ignore, or, outside a checkout, every file. */
export async function openFolder(folder: string): Promise<Opened | SourceProblem> {
  const problem = folderProblem(folder);
  if (problem !== null) return problem;
  const gaps: Gap[] = [];
  const checkout = findCheckout(folder);
  if (checkout === null && looksBare(folder)) return bareProblem(folder);
  const names = checkout === null ? listAll(folder, gaps) : await listTracked(checkout, gaps);
  if (isSourceProblem(names)) return names;
  if (names.length === 0) gaps.push({ path: ".", reason: REASONS.nothing });
  const paths = new Set(names.map(pathOf));
  const change = {
    ...startOf(firstOf(folder, [BASELINE_FILE], paths), gaps),
    isRange: false,
    manifest: firstOf(folder, MANIFEST_PATHS, paths),
    files: { count: names.length, [Symbol.iterator]: () => readFiles(folder, names, gaps) },
    before: [],
    paths,
    context: contextIn(folder, names),
  };
  return { kind: "opened", change, close: () => {} };
}

/** What is wrong with a folder as the place to look, if anything. */
export function folderProblem(folder: string): SourceProblem | null {
  const about = statSync(folder, { throwIfNoEntry: false });
  if (about === undefined) return sourceProblem(`There is no folder ${folder}.`, "Check the spelling of the path.");
  if (about.isDirectory()) return null;
  return sourceProblem(`${folder} is a file, and a folder is needed.`, "Give the folder that the file is in.");
}

export function bareProblem(folder: string): SourceProblem {
  const what = `${folder} holds git's own data and no files (a bare clone, or the inside of a .git folder).`;
  return sourceProblem(what, "Clone it again without --bare, or add a work tree: `git worktree add ../files HEAD`.");
}

function firstOf(folder: string, wanted: readonly string[], paths: ReadonlySet<string>): NamedText | null {
  const present = wanted.filter((path) => paths.has(path));
  for (const { path, bytes } of readFiles(folder, present, [])) {
    return { path, text: textOf(bytes) };
  }
  return null;
}

function contextIn(folder: string, names: readonly Name[]): readonly RawFile[] {
  const context: RawFile[] = [];
  const isContext = anyGlob(CONTEXT_PATHS);
  const chosen = nearest(
    names.filter((name) => isContext(pathOf(name))),
    pathOf,
  );
  for (const { path, bytes } of readFiles(folder, chosen, [])) {
    if (bytes.length <= LARGEST_CONTEXT_FILE) context.push({ path, bytes: Uint8Array.from(bytes) });
  }
  return context;
}

/** The entries nearest to the root, up to as many as are brought along as context. */
export function nearest<T>(entries: readonly T[], path: (entry: T) => string): readonly T[] {
  const depth = (entry: T) => path(entry).split("/").length;
  return [...entries].sort((a, b) => depth(a) - depth(b)).slice(0, MOST_CONTEXT_FILES);
}
