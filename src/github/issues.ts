import { allPages, type GitHub, ONCE, orNull, type RepositoryName } from "./client.js";
import { type Identity, isOurs, markedAs } from "./identity.js";

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly url: string;
  readonly labels: readonly string[];
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** Every issue that our App wrote and marked with this subject, oldest first: all pages, all states, no search. */
export async function findMarkedIssues(
  github: GitHub,
  repository: RepositoryName,
  subject: string,
  self: Identity & { readonly markerKey: string },
): Promise<readonly Issue[]> {
  const issues = await allPages(
    async (window) =>
      (
        await github.request("GET /repos/{owner}/{repo}/issues", {
          ...repository,
          state: "all",
          creator: `${self.slug}[bot]`,
          sort: "created",
          direction: "asc",
          ...window,
        })
      ).data,
  );
  return issues
    .filter((one) => one.pull_request === undefined && isOurs(self, one))
    .filter((one) => markedAs(self.markerKey, one.body) === subject)
    .map(issue)
    .sort((a, b) => a.number - b.number);
}

export async function readIssue(github: GitHub, repository: RepositoryName, number: number): Promise<Issue | null> {
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/issues/{issue_number}", { ...repository, issue_number: number }),
    301,
  );
  return answer === null ? null : issue(answer.data);
}

export async function createIssue(
  github: GitHub,
  repository: RepositoryName,
  content: { readonly title: string; readonly body: string; readonly labels?: readonly string[] },
): Promise<Issue> {
  const { data } = await github.request("POST /repos/{owner}/{repo}/issues", {
    ...repository,
    title: content.title.slice(0, 256),
    body: content.body,
    ...(content.labels === undefined ? {} : { labels: [...content.labels] }),
    ...ONCE,
  });
  return issue(data);
}

export async function editIssue(
  github: GitHub,
  repository: RepositoryName,
  number: number,
  change: {
    readonly body?: string;
    readonly state?: "open" | "closed";
    readonly state_reason?: "completed" | "not_planned" | "duplicate" | "reopened";
  },
): Promise<void> {
  await github.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
    ...repository,
    issue_number: number,
    ...change,
  });
}

interface RawIssue {
  readonly number: number;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
  readonly html_url: string;
  readonly labels: readonly (string | { readonly name?: string | null })[];
  readonly updated_at: string;
}

function issue(raw: RawIssue): Issue {
  return {
    number: raw.number,
    title: raw.title,
    body: raw.body ?? "",
    state: raw.state,
    url: raw.html_url,
    labels: raw.labels.flatMap((label) => (typeof label === "string" ? label : (label.name ?? []))),
    updatedAt: raw.updated_at,
  };
}
