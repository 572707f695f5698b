import { type GitHub, orNull, type RepositoryName } from "./client.js";

export interface Visibility {
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly archived: boolean;
}

export async function readVisibility(github: GitHub, repository: RepositoryName): Promise<Visibility | null> {
  const answer = await orNull(github.request("GET /repos/{owner}/{repo}", { ...repository }), 403, 451);
  if (answer === null) return null;
  const { data } = answer;
  return { private: data.private, defaultBranch: data.default_branch, archived: data.archived };
}

/** Whether a team looks after a repository: it may maintain or administer it. */
export async function isTeamsOwn(github: GitHub, team: string, repository: RepositoryName): Promise<boolean> {
  const [org, slug] = team.split("/");
  if (org === undefined || slug === undefined) return false;
  const answer = await orNull(
    github.request("GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}", {
      org,
      team_slug: slug,
      ...repository,
      headers: { accept: "application/vnd.github.v3.repository+json" },
    }),
    403,
  );
  const permissions = answer?.data?.permissions;
  return permissions?.admin === true || permissions?.maintain === true;
}
