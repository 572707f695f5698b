import { type GitHub, orNull, type RepositoryName } from "./client.js";

export interface TextFile {
  readonly text: string;
  readonly sha: string;
}

const LARGEST = 1_000_000;

/** A text file on a branch or at a commit (the default branch without `ref`), or nothing. */
export async function readFile(
  github: GitHub,
  repository: RepositoryName,
  path: string,
  ref?: string,
): Promise<TextFile | null> {
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/contents/{path}", {
      ...repository,
      path,
      ...(ref === undefined ? {} : { ref }),
    }),
    403,
    409,
  );
  const data = answer?.data;
  if (data === undefined || Array.isArray(data) || data.type !== "file" || data.size > LARGEST) return null;
  return { text: Buffer.from(data.content, "base64").toString("utf8"), sha: data.sha };
}
