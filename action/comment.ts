import type { GitHub, RepositoryName } from "../src/github/client.js";
import { createComment, editComment, findComment, withMarker } from "../src/github/comments.js";

/** The GitHub App behind a workflow's own token, the same on every repository. */
const ACTIONS_APP = { appId: 15368, slug: "github-actions" };
const SUBJECT = "action-report";
/**
 * Not a secret, and it needs none: a comment counts as ours by the App that wrote it, and only the repository's own
 * workflows write as that App. The marker tells our comment from theirs.
 */
const MARKER_KEY = "handrail-action";

export interface Reports {
  /** Nothing while nothing needs to be said. */
  readonly current: string | null;
  readonly resolved: string;
}

/** Keeps one comment on a pull request up to date, and writes none while nothing needs to be said. */
export async function keepComment(
  github: GitHub,
  repository: RepositoryName,
  pullRequest: number,
  { current, resolved }: Reports,
): Promise<void> {
  const own = await findComment(github, repository, pullRequest, SUBJECT, { ...ACTIONS_APP, markerKey: MARKER_KEY });
  if (own === null && current === null) return;
  const body = withMarker(current ?? resolved, SUBJECT, MARKER_KEY);
  if (own === null) await createComment(github, repository, pullRequest, body);
  else if (own.body !== body) await editComment(github, repository, own.id, body);
}
