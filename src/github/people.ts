import { type GitHub, orNull, type RepositoryName } from "./client.js";

/** `org/team`, as policies write it. */
function team(name: string): { readonly org: string; readonly team_slug: string } | null {
  const [org, slug, more] = name.replace(/^@/, "").split("/");
  return org === undefined || slug === undefined || slug === "" || more !== undefined ? null : { org, team_slug: slug };
}

/** Whether somebody is an active member of a team, asked at this moment. */
export async function isTeamMember(github: GitHub, name: string, login: string): Promise<boolean> {
  const parts = team(name);
  if (parts === null) return false;
  const answer = await orNull(
    github.request("GET /orgs/{org}/teams/{team_slug}/memberships/{username}", { ...parts, username: login }),
    403,
  );
  return answer?.data.state === "active";
}

export type Permission = "none" | "read" | "triage" | "write" | "maintain" | "admin";

const PERMISSIONS: readonly Permission[] = ["none", "read", "triage", "write", "maintain", "admin"];

/** What somebody may do in a repository, asked at this moment and not taken from a payload. */
export async function permissionOf(github: GitHub, repository: RepositoryName, login: string): Promise<Permission> {
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/collaborators/{username}/permission", { ...repository, username: login }),
    403,
  );
  const role = answer?.data.role_name ?? answer?.data.permission ?? "none";
  return (
    PERMISSIONS.find((known) => known === role) ??
    PERMISSIONS.find((known) => known === answer?.data.permission) ??
    "none"
  );
}

export function atLeast(permission: Permission, least: Permission): boolean {
  return PERMISSIONS.indexOf(permission) >= PERMISSIONS.indexOf(least);
}
