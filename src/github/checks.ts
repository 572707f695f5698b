import type { Annotation, CheckRunDocument } from "../model/plan.js";
import { type GitHub, ONCE, orNull, type RepositoryName } from "./client.js";

/** The name under which the check can be required. Part of the contract. */
export const CHECK_NAME = "AI experiment";

const PER_REQUEST = 50;
const LONGEST = 65_535;

export interface ShownCheck {
  readonly headSha: string;
  readonly document: CheckRunDocument;
  /** What `external_id` says: the digest of what is shown. */
  readonly digest: string;
  /** A run of ours on this commit with the same annotations: changed, where there is one. */
  readonly checkRunId: number | null;
  readonly detailsUrl?: string;
}

/**
 * Shows a finished check run on a commit and returns its id. Annotations go in fifties. A run only ever gains
 * annotations, so one whose findings changed is made anew, and GitHub shows the newest.
 */
export async function postCheckRun(github: GitHub, repository: RepositoryName, check: ShownCheck): Promise<number> {
  const { document } = check;
  const common = {
    ...repository,
    name: CHECK_NAME,
    external_id: check.digest,
    status: "completed",
    conclusion: document.conclusion,
    actions: document.buttons.slice(0, 3).map((button) => ({
      label: cut(button.label, 20),
      description: cut(button.description, 40),
      identifier: button.identifier,
    })),
    ...(check.detailsUrl === undefined ? {} : { details_url: check.detailsUrl }),
  } as const;
  if (check.checkRunId !== null) {
    await github.request("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
      ...common,
      check_run_id: check.checkRunId,
      output: output(document),
    });
    return check.checkRunId;
  }
  const [first = [], ...others] = fifties(document.annotations);
  const { data } = await github.request("POST /repos/{owner}/{repo}/check-runs", {
    ...common,
    head_sha: check.headSha,
    output: { ...output(document), annotations: first.map(annotation) },
    ...ONCE,
  });
  for (const more of others)
    await github.request("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
      ...common,
      check_run_id: Number(data.id),
      output: { ...output(document), annotations: more.map(annotation) },
    });
  return Number(data.id);
}

export interface FoundCheck {
  readonly id: number;
  readonly digest: string | null;
  readonly status: string;
  readonly conclusion: string | null;
}

/** Our own runs on a commit, newest first. */
export async function findCheckRuns(
  github: GitHub,
  repository: RepositoryName,
  headSha: string,
  appId: number,
): Promise<readonly FoundCheck[]> {
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
      ...repository,
      ref: headSha,
      check_name: CHECK_NAME,
      app_id: appId,
      per_page: 100,
    }),
    422,
  );
  const runs = answer?.data.check_runs ?? [];
  return runs
    .filter((run) => run.name === CHECK_NAME)
    .map((run) => ({ id: Number(run.id), digest: run.external_id, status: run.status, conclusion: run.conclusion }))
    .sort((a, b) => b.id - a.id);
}

function output({ title, summary, text }: CheckRunDocument) {
  return {
    title: cut(title, 255),
    summary: cut(summary, LONGEST),
    ...(text === undefined ? {} : { text: cut(text, LONGEST) }),
  };
}

function annotation(a: Annotation) {
  const oneLine = a.startLine === a.endLine;
  return {
    path: a.path,
    start_line: a.startLine,
    end_line: a.endLine,
    ...(oneLine && a.startColumn !== undefined ? { start_column: a.startColumn } : {}),
    ...(oneLine && a.endColumn !== undefined ? { end_column: a.endColumn } : {}),
    annotation_level: a.level,
    title: cut(a.title, 255),
    message: cut(a.message, 16_000),
  };
}

function fifties(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const count = Math.ceil(annotations.length / PER_REQUEST);
  return Array.from({ length: count }, (_, i) => annotations.slice(i * PER_REQUEST, (i + 1) * PER_REQUEST));
}

/** By code points, so that no character is cut in half. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${[...text.slice(0, most)].slice(0, -2).join("")}…`;
}
