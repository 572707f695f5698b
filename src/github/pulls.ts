import { allPages, type GitHub, ONCE, orNull, type RepositoryName } from "./client.js";

export interface Pull {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly draft: boolean;
  readonly open: boolean;
  readonly labels: readonly string[];
  readonly url: string;
  /** ISO 8601. */
  readonly updatedAt: string;
}

export async function readPull(github: GitHub, repository: RepositoryName, number: number): Promise<Pull | null> {
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", { ...repository, pull_number: number }),
  );
  return answer === null ? null : pull(answer.data);
}

export async function openPulls(github: GitHub, repository: RepositoryName): Promise<readonly Pull[]> {
  const pulls = await allPages(
    async (window) =>
      (await github.request("GET /repos/{owner}/{repo}/pulls", { ...repository, state: "open", ...window })).data,
  );
  return pulls.map(pull);
}

/** People who approved a pull request and did not take it back. */
export async function approvers(
  github: GitHub,
  repository: RepositoryName,
  number: number,
): Promise<readonly string[]> {
  const reviews = await allPages(
    async (window) =>
      (
        await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
          ...repository,
          pull_number: number,
          ...window,
        })
      ).data,
  );
  const latest = new Map<string, string>();
  for (const { user, state } of reviews) if (user !== null && state !== "COMMENTED") latest.set(user.login, state);
  return [...latest].filter(([, state]) => state === "APPROVED").map(([login]) => login);
}

export async function createPull(
  github: GitHub,
  repository: RepositoryName,
  content: { readonly title: string; readonly body: string; readonly head: string; readonly base: string },
): Promise<Pull> {
  const { data } = await github.request("POST /repos/{owner}/{repo}/pulls", { ...repository, ...content, ...ONCE });
  return pull(data);
}

export async function findPullFrom(github: GitHub, repository: RepositoryName, branch: string): Promise<Pull | null> {
  const { data } = await github.request("GET /repos/{owner}/{repo}/pulls", {
    ...repository,
    state: "all",
    head: `${repository.owner}:${branch}`,
    per_page: 10,
  });
  const found = data.find((one) => one.head.ref === branch);
  return found === undefined ? null : pull(found);
}

interface RawPull {
  readonly number: number;
  readonly head: { readonly sha: string; readonly ref: string };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly draft?: boolean | undefined;
  readonly state: string;
  readonly labels: readonly { readonly name?: string }[];
  readonly html_url: string;
  readonly updated_at: string;
}

function pull(raw: RawPull): Pull {
  return {
    number: raw.number,
    headSha: raw.head.sha,
    headRef: raw.head.ref,
    baseSha: raw.base.sha,
    baseRef: raw.base.ref,
    draft: raw.draft === true,
    open: raw.state === "open",
    labels: raw.labels.flatMap(({ name }) => name ?? []),
    url: raw.html_url,
    updatedAt: raw.updated_at,
  };
}

/** The numbers of the pull requests that brought a commit to where it is. */
export async function pullsOfCommit(
  github: GitHub,
  repository: RepositoryName,
  commit: string,
): Promise<readonly number[]> {
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", { ...repository, commit_sha: commit }),
    403,
    409,
  );
  return answer?.data.map(({ number }) => number) ?? [];
}
