import type { Verdict } from "../model/verdict.js";
import type { Sql } from "./database.js";

/** The check run that stands on a commit, and the verdict it shows. */
export interface PostedCheck {
  readonly repositoryId: number;
  readonly headSha: string;
  readonly checkRunId: number;
  /** Of everything the check run shows: nothing is sent when it is the same. */
  readonly digest: string;
  readonly tree: string | null;
  readonly baseSha: string;
  readonly verdict: Verdict;
}

export async function saveCheckRun(sql: Sql, check: PostedCheck): Promise<void> {
  await sql.query(
    `insert into handrail.check_runs (repository_id, head_sha, check_run_id, digest, tree, base_sha, verdict)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (repository_id, head_sha) do update set check_run_id = excluded.check_run_id,
       digest = excluded.digest, tree = excluded.tree, base_sha = excluded.base_sha, verdict = excluded.verdict,
       posted_at = now()`,
    [
      check.repositoryId,
      check.headSha,
      check.checkRunId,
      check.digest,
      check.tree,
      check.baseSha,
      JSON.stringify(check.verdict),
    ],
  );
}

export async function findCheckRun(sql: Sql, repositoryId: number, headSha: string): Promise<PostedCheck | null> {
  const { rows } = await sql.query<Row>(
    "select * from handrail.check_runs where repository_id = $1 and head_sha = $2",
    [repositoryId, headSha],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    repositoryId: Number(row.repository_id),
    headSha: row.head_sha,
    checkRunId: Number(row.check_run_id),
    digest: row.digest,
    tree: row.tree,
    baseSha: row.base_sha,
    verdict: row.verdict,
  };
}

interface Row {
  readonly repository_id: string;
  readonly head_sha: string;
  readonly check_run_id: string;
  readonly digest: string;
  readonly tree: string | null;
  readonly base_sha: string;
  readonly verdict: Verdict;
}

/** For a check that somebody asks for again: the run is shown anew, whatever it says. */
export async function showAgain(sql: Sql, repositoryId: number, headSha: string): Promise<void> {
  await sql.query("update handrail.check_runs set digest = '' where repository_id = $1 and head_sha = $2", [
    repositoryId,
    headSha,
  ]);
}
