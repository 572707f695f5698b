import { type GitHub, orNull, type RepositoryName } from "./client.js";

export interface ChangedFile {
  readonly path: string;
  /** The blob at head; of the file as it was, where it was removed. */
  readonly sha: string;
  readonly status: "added" | "modified" | "removed" | "renamed";
  /** Where it was before, when it was renamed. */
  readonly previousPath: string | null;
  /** The unified diff, where GitHub gives one: not for binary and not for large files. */
  readonly patch: string | null;
}

export interface Comparison {
  readonly mergeBase: string;
  readonly headTree: string | null;
  readonly files: readonly ChangedFile[];
  /** There are more files than GitHub lists here. */
  readonly cut: boolean;
}

/** The most files that a comparison lists. */
const LISTED = 300;

/** What `head` adds since it left `base`, in one call. Nothing when one of the two is gone. */
export async function compare(
  github: GitHub,
  repository: RepositoryName,
  base: string,
  head: string,
): Promise<Comparison | null> {
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/compare/{basehead}", { ...repository, basehead: `${base}...${head}` }),
    422,
  );
  if (answer === null) return null;
  const { data } = answer;
  const files = data.files ?? [];
  const last = data.commits.at(-1);
  const headCommit = data.ahead_by === 0 ? data.merge_base_commit : last;
  return {
    mergeBase: data.merge_base_commit.sha,
    headTree: headCommit?.sha === head ? headCommit.commit.tree.sha : null,
    files: files.map((file) => ({
      path: file.filename,
      sha: file.sha ?? "",
      status: statusWord(file.status),
      previousPath: file.status === "renamed" ? (file.previous_filename ?? null) : null,
      patch: file.patch ?? null,
    })),
    cut: files.length >= LISTED,
  };
}

function statusWord(status: string): ChangedFile["status"] {
  if (status === "added" || status === "copied") return "added";
  return status === "removed" || status === "renamed" ? status : "modified";
}
