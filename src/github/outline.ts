import { MANIFEST_PATHS } from "../model/change.js";
import type { Gap } from "../model/source-file.js";
import type { WantedBlob } from "./blobs.js";
import type { GitHub, RepositoryName } from "./client.js";
import { type ChangedFile, type Comparison, compare } from "./compare.js";
import { readTree, type Tree, type TreeCache } from "./trees.js";

/** Which files a range of commits changes and where everything is: names and git ids, no contents yet. */
export interface Outline {
  readonly mergeBase: string;
  readonly headTree: string | null;
  readonly baseTree: Tree;
  readonly changed: readonly ChangedFile[];
  /** Every path at head. */
  readonly paths: ReadonlySet<string>;
  /** The manifest at the base. */
  readonly manifest: WantedBlob | null;
  /** As the change would leave it: nothing where it takes it away, `untouched` where it leaves it alone. */
  readonly proposed: ChangedFile | null | "untouched";
  readonly context: readonly WantedBlob[];
  readonly gaps: readonly Gap[];
}

export interface Range {
  readonly base: string;
  readonly head: string;
  /** Compared with instead when the base is gone: a deleted branch, or a history that was rewritten. */
  readonly otherwise: string;
}

const MOST_CONTEXT = 400;
const LARGEST_CONTEXT = 256 * 1024;

/** One call for the comparison, one for the tree unless that is known. Nothing when the commits can't be found. */
export async function readOutline(
  github: GitHub,
  repository: RepositoryName,
  range: Range,
  isContext: (path: string) => boolean,
  trees: TreeCache,
): Promise<Outline | null> {
  const found =
    (await compare(github, repository, range.base, range.head)) ??
    (await compare(github, repository, range.otherwise, range.head));
  if (found === null) return null;
  const baseTree = await readTree(github, repository, found.mergeBase, trees);
  if (baseTree === null) return null;
  const headTree = found.cut ? await readTree(github, repository, range.head, trees) : null;
  return outlineOf(found, baseTree, headTree, isContext);
}

function outlineOf(
  found: Comparison,
  baseTree: Tree,
  headTree: Tree | null,
  isContext: (path: string) => boolean,
): Outline {
  const changed = [...(headTree === null ? found.files : differences(baseTree, headTree))].sort(byPath);
  const after = new Map([...baseTree.files].map(([path, { sha }]) => [path, sha]));
  for (const file of changed) {
    after.delete(file.previousPath ?? file.path);
    if (file.status !== "removed") after.set(file.path, file.sha);
  }
  const manifestPath = MANIFEST_PATHS.find((path) => baseTree.files.has(path)) ?? null;
  const cut = baseTree.cut || headTree?.cut === true;
  return {
    mergeBase: found.mergeBase,
    headTree: headTree?.sha ?? found.headTree,
    baseTree,
    changed,
    paths: new Set(after.keys()),
    manifest: manifestPath === null ? null : { path: manifestPath, sha: baseTree.files.get(manifestPath)?.sha ?? "" },
    proposed: proposedManifest(manifestPath, changed),
    context: [...after]
      .filter(([path]) => isContext(path) && (baseTree.files.get(path)?.size ?? 0) <= LARGEST_CONTEXT)
      .slice(0, MOST_CONTEXT)
      .map(([path, sha]) => ({ path, sha })),
    gaps: cut ? [{ path: ".", reason: "It has more files than GitHub lists, so not every name is known." }] : [],
  };
}

function proposedManifest(current: string | null, changed: readonly ChangedFile[]): Outline["proposed"] {
  const touched = MANIFEST_PATHS.flatMap((path) => changed.find((file) => file.path === path) ?? []);
  const written = touched.find((file) => file.status !== "removed");
  if (written !== undefined) return written;
  const gone = changed.some((file) => (file.previousPath ?? file.path) === current);
  return current !== null && gone ? null : "untouched";
}

/** More files than a comparison lists: both trees are held against each other. A rename is a removal and an addition. */
function differences(before: Tree, after: Tree): readonly ChangedFile[] {
  const common = { previousPath: null, patch: null };
  const there = [...after.files].flatMap(([path, { sha }]): readonly ChangedFile[] => {
    const old = before.files.get(path);
    if (old?.sha === sha) return [];
    return [{ ...common, path, sha, status: old === undefined ? "added" : "modified" }];
  });
  const gone = [...before.files].filter(([path]) => !after.files.has(path));
  return [...there, ...gone.map(([path, { sha }]) => ({ ...common, path, sha, status: "removed" }) as const)];
}

function byPath(a: ChangedFile, b: ChangedFile): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
