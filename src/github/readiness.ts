import { CHECK_NAME } from "./checks.js";
import { type GitHub, orNull, type RepositoryName } from "./client.js";
import { readFile } from "./contents.js";

/** What GitHub itself can say about a repository. */
export type Machine = "codeowners" | "protected-branch" | "ci" | "security-md" | "dependency-updates";

/** Nothing where GitHub doesn't say: no right to ask, or no answer yet. */
type Check = (github: GitHub, repository: RepositoryName, branch: string) => Promise<boolean | null>;

const FINE = new Set(["success", "skipped", "neutral"]);

const CHECKS: Readonly<Record<Machine, Check>> = {
  codeowners: async (github, repository) => {
    const answer = await orNull(github.request("GET /repos/{owner}/{repo}/codeowners/errors", { ...repository }));
    return answer?.data.errors.length === 0;
  },
  "protected-branch": async (github, repository, branch) => {
    const answer = await github.request("GET /repos/{owner}/{repo}/rules/branches/{branch}", { ...repository, branch });
    return answer.data.some(({ type }) => type === "pull_request");
  },
  ci: async (github, repository, branch) => {
    const { data } = await github.request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
      ...repository,
      ref: branch,
      per_page: 100,
    });
    const runs = data.check_runs.filter(({ name }) => name !== CHECK_NAME);
    const ended = runs.flatMap(({ conclusion }) => conclusion ?? []);
    if (runs.length > 0 && ended.length === 0) return null;
    return ended.length > 0 && ended.every((conclusion) => FINE.has(conclusion));
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

/** True where GitHub confirms it, false where it says no, and nothing where it can't be asked: that is neither. */
export async function machineChecks(
  github: GitHub,
  repository: RepositoryName,
  branch: string,
  wanted: readonly Machine[],
): Promise<ReadonlyMap<string, boolean | null>> {
  const answers = await Promise.all(
    wanted.map(async (id) => [id, await CHECKS[id](github, repository, branch).catch(() => null)] as const),
  );
  return new Map(answers);
}
