import { BASELINE_FILE } from "../model/baseline.js";
import { CONTEXT_PATHS, MANIFEST_PATHS, type NamedText } from "../model/change.js";
import type { Gap, RawFile } from "../model/source-file.js";
import { type Blobs, openBlobs } from "./blobs.js";
import { bareProblem, folderProblem, nearest } from "./folder.js";
import { type Checkout, findCheckout, git, looksBare } from "./git.js";
import { LARGEST_CONTEXT_FILE } from "./limits.js";
import { type Opened, startOf } from "./opened.js";
import { isSourceProblem, type SourceProblem, sourceProblem } from "./problem.js";
import { rangeProblem, refProblem } from "./range-problem.js";
import { readEntries } from "./read-blobs.js";
import { textOf } from "./text-of.js";
import { type Entry, readDifferences, readTree, type Touched, type Tree } from "./trees.js";

/** A range of commits: `base` and `head` are names of commits as a person gives them. */
export interface Range {
  readonly base: string;
  readonly head: string;
}

/**
 * What the commits from the merge base of `base` and `head` up to `head` change below a folder. Nothing is read from the
 * work tree. The manifest is the one at the merge base.
 *
 * Moves need no detection: the old versions of everything touched are in `before`, under whatever name.
 */
export async function openRange(folder: string, range: Range): Promise<Opened | SourceProblem> {
  const problem = folderProblem(folder) ?? refProblem(range.base) ?? refProblem(range.head);
  if (problem !== null) return problem;
  const checkout = findCheckout(folder);
  if (checkout === null) return looksBare(folder) ? bareProblem(folder) : noCheckout(folder);
  // The two that take longest start first.
  const reading = readTrees(checkout, range);
  const blobs = openBlobs(checkout);
  const trees = await reading;
  if (!isSourceProblem(trees)) return { kind: "opened", change: await changeOf(trees, blobs), close: blobs.close };
  blobs.close();
  return trees;
}

function noCheckout(folder: string): SourceProblem {
  const next = "Leave out --base to look at every file in the folder.";
  return sourceProblem(`${folder} is not in a git checkout, so there are no commits to compare.`, next);
}

interface Trees {
  readonly touched: readonly Touched[];
  readonly head: Tree;
}

async function readTrees(checkout: Checkout, { base, head }: Range): Promise<Trees | SourceProblem> {
  const compare = ["diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"];
  const [differences, tree] = await Promise.all([
    git(checkout, [...compare, "--relative", "--merge-base", "--end-of-options", base, head]),
    git(checkout, ["ls-tree", "-r", "-z", "--end-of-options", head]),
  ]);
  if (differences.status !== 0 || tree.status !== 0) return rangeProblem(checkout, { base, head }, differences);
  return { touched: readDifferences(differences.output), head: readTree(tree.output) };
}

async function changeOf({ touched, head }: Trees, blobs: Blobs) {
  const gaps: Gap[] = [];
  const after = touched.flatMap((one) => one.after ?? []);
  const before = touched.flatMap((one) => one.before ?? []);
  const old = atBase(head, touched);
  const proposed = new Map(after.map((entry) => [entry.path, entry]));
  const [manifest, proposedManifest, baseline, context] = await Promise.all([
    textAt(blobs, firstOf(MANIFEST_PATHS, old)),
    textAt(
      blobs,
      firstOf(MANIFEST_PATHS, (path) => proposed.get(path) ?? null),
    ),
    textAt(blobs, firstOf([BASELINE_FILE], old)),
    contextAt(blobs, head),
  ]);
  return {
    ...startOf(baseline, gaps),
    isRange: true,
    manifest,
    proposedManifest,
    files: { [Symbol.asyncIterator]: () => readEntries(blobs, after, gaps) },
    before: { [Symbol.asyncIterator]: () => readEntries(blobs, before, []) },
    paths: head.paths,
    context,
  };
}

/** What stood at the merge base: the old version of what is touched, and what is not touched as it is at head. */
function atBase(head: Tree, touched: readonly Touched[]): (path: string) => Entry | null {
  const changed = new Map(touched.map(({ before, after }) => [(before ?? after)?.path, before]));
  return (path) => changed.get(path) ?? (changed.has(path) ? null : head.find(path));
}

function firstOf(wanted: readonly string[], find: (path: string) => Entry | null): Entry | null {
  return wanted.map(find).find((entry) => entry?.kind === "file") ?? null;
}

async function textAt(blobs: Blobs, entry: Entry | null): Promise<NamedText | null> {
  if (entry === null) return null;
  const blob = await blobs.read(entry.object);
  return "bytes" in blob ? { path: entry.path, text: textOf(blob.bytes) } : null;
}

async function contextAt(blobs: Blobs, head: Tree): Promise<readonly RawFile[]> {
  const files = head.matching(CONTEXT_PATHS).filter(({ kind }) => kind === "file");
  const chosen = nearest(files, ({ path }) => path);
  const read = await Promise.all(chosen.map(async ({ path, object }) => ({ path, blob: await blobs.read(object) })));
  return read.flatMap(({ path, blob }) =>
    "bytes" in blob && blob.bytes.length <= LARGEST_CONTEXT_FILE ? [{ path, bytes: blob.bytes }] : [],
  );
}
