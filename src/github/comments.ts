import { allPages, type GitHub, ONCE, orNull, type RepositoryName } from "./client.js";
import { type Identity, isOurs, markedAs, marker } from "./identity.js";

export interface OwnComment {
  readonly id: number;
  readonly body: string;
}

const LONGEST = 65_000;

/** The one comment that we wrote under this subject: by our App's id and the signed marker, both. */
export async function findComment(
  github: GitHub,
  repository: RepositoryName,
  issue: number,
  subject: string,
  self: Identity & { readonly markerKey: string },
): Promise<OwnComment | null> {
  const comments = await allPages(
    async (window) =>
      (
        await github.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
          ...repository,
          issue_number: issue,
          ...window,
        })
      ).data,
  );
  const own = comments.find((one) => isOurs(self, one) && markedAs(self.markerKey, one.body) === subject);
  return own === undefined ? null : { id: Number(own.id), body: own.body ?? "" };
}

export function withMarker(body: string, subject: string, markerKey: string): string {
  return `${body.slice(0, LONGEST).trimEnd()}\n\n${marker(markerKey, subject)}`;
}

export async function createComment(
  github: GitHub,
  repository: RepositoryName,
  issue: number,
  body: string,
): Promise<number> {
  const { data } = await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    ...repository,
    issue_number: issue,
    body,
    ...ONCE,
  });
  return Number(data.id);
}

/** False when somebody removed it meanwhile. */
export async function editComment(
  github: GitHub,
  repository: RepositoryName,
  id: number,
  body: string,
): Promise<boolean> {
  const answer = await orNull(
    github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { ...repository, comment_id: id, body }),
  );
  return answer !== null;
}
