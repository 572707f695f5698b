import { type GitHub, orNull, type RepositoryName } from "./client.js";
import { Lru } from "./lru.js";

export interface TreeFile {
  readonly sha: string;
  /** Bytes. */
  readonly size: number;
}

export interface Tree {
  readonly sha: string;
  /** Files only, by path: no folders, submodules or symbolic links. */
  readonly files: ReadonlyMap<string, TreeFile>;
  /** GitHub lists at most 100,000 entries or 7 MB. */
  readonly cut: boolean;
}

/** Trees by commit or tree id: what such an id names never changes. In entries. */
export type TreeCache = Lru<Tree>;

export function treeCache(entries = 400_000): TreeCache {
  return new Lru(entries);
}

/** Every file of a commit, in one call. Nothing when the commit is gone. */
export async function readTree(
  github: GitHub,
  repository: RepositoryName,
  commit: string,
  cache: TreeCache,
): Promise<Tree | null> {
  const kept = cache.get(commit);
  if (kept !== undefined) return kept;
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
      ...repository,
      tree_sha: commit,
      recursive: "1",
    }),
    409,
    422,
  );
  if (answer === null) return null;
  const { data } = answer;
  const blobs = data.tree.filter((entry) => entry.type === "blob" && entry.mode !== "120000");
  const files = new Map(blobs.map(({ path, sha = "", size = 0 }) => [path, { sha, size }] as const));
  const tree = { sha: data.sha, files, cut: data.truncated };
  cache.set(commit, tree, files.size + 1);
  return tree;
}
