import type { GitHub, RepositoryName } from "./client.js";

export type Receipt = "+1" | "confused" | "eyes" | "rocket";

/** A receipt under somebody's comment. Best effort: a server without reactions is no reason to fail. */
export async function react(
  github: GitHub,
  repository: RepositoryName,
  commentId: number,
  content: Receipt,
): Promise<void> {
  await github
    .request("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
      ...repository,
      comment_id: commentId,
      content,
    })
    .catch(() => undefined);
}
