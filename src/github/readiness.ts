import { type GitHub, orNull, type RepositoryName } from "./client.js";
import { readFile } from "./contents.js";

/** What GitHub itself can say about a repository. */
export type Machine = "codeowners" | "protected-branch" | "ci" | "security-md" | "dependency-updates";

type Check = (github: GitHub, repository: RepositoryName, branch: string) => Promise<boolean>;

const CHECKS: Readonly<Record<Machine, Check>> = {
  codeowners: async (github, repository) => {
    const answer = await orNull(github.request("GET /repos/{owner}/{repo}/codeowners/errors", { ...repository }), 403);
    return answer?.data.errors.length === 0;
  },
  "protected-branch": async (github, repository, branch) => {
    const answer = await orNull(
      github.request("GET /repos/{owner}/{repo}/rules/branches/{branch}", { ...repository, branch }),
      403,
    );
    return answer?.data.some(({ type }) => type === "pull_request") === true;
  },
  ci: async (github, repository, branch) => {
    const answer = await orNull(
      github.request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
        ...repository,
        ref: branch,
        per_page: 100,
      }),
      403,
      422,
    );
    const runs = answer?.data.check_runs ?? [];
    return (
      runs.length > 0 && runs.every(({ conclusion }) => ["success", "skipped", "neutral"].includes(conclusion ?? ""))
    );
  },
  "security-md": oneOf("SECURITY.md", ".github/SECURITY.md", "docs/SECURITY.md"),
  "dependency-updates": oneOf(
    ".github/dependabot.yml",
    ".github/dependabot.yaml",
    "renovate.json",
    ".github/renovate.json",
  ),
};

function oneOf(...paths: readonly string[]): Check {
  return async (github, repository) => {
    for (const path of paths) if ((await readFile(github, repository, path)) !== null) return true;
    return false;
  };
}

/** True where GitHub confirms it. A check that can't be made is not one that is passed. */
export async function machineChecks(
  github: GitHub,
  repository: RepositoryName,
  branch: string,
  wanted: readonly Machine[],
): Promise<ReadonlyMap<string, boolean>> {
  const answers = await Promise.all(
    wanted.map(async (id) => [id, await CHECKS[id](github, repository, branch).catch(() => false)] as const),
  );
  return new Map(answers);
}
