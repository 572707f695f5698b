import { type GitHub, ONCE, orNull, type RepositoryName, statusOf } from "./client.js";

export async function branchHead(github: GitHub, repository: RepositoryName, branch: string): Promise<string | null> {
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...repository, ref: `heads/${branch}` }),
  );
  return answer?.data.object.sha ?? null;
}

/** A new branch at a commit. One of that name that is already there is left as it is. */
export async function createBranch(
  github: GitHub,
  repository: RepositoryName,
  branch: string,
  sha: string,
): Promise<void> {
  try {
    await github.request("POST /repos/{owner}/{repo}/git/refs", {
      ...repository,
      ref: `refs/heads/${branch}`,
      sha,
      ...ONCE,
    });
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
  }
}

/** One commit that changes one file on a branch. `sha` is the file as it was: a change in between makes it fail. */
export async function writeFile(
  github: GitHub,
  repository: RepositoryName,
  change: {
    readonly branch: string;
    readonly path: string;
    readonly sha: string;
    readonly text: string;
    readonly message: string;
  },
): Promise<void> {
  await github.request("PUT /repos/{owner}/{repo}/contents/{path}", {
    ...repository,
    path: change.path,
    branch: change.branch,
    sha: change.sha,
    message: change.message,
    content: Buffer.from(change.text, "utf8").toString("base64"),
    ...ONCE,
  });
}
