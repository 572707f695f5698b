import type { Sql } from "./database.js";

export interface StoredRequest {
  readonly intake: string;
  readonly issueNumber: number;
}

export async function findRequest(sql: Sql, repositoryId: number): Promise<StoredRequest | null> {
  const { rows } = await sql.query<{ intake: string; issue_number: number }>(
    "select intake, issue_number from handrail.dev_requests where repository_id = $1",
    [repositoryId],
  );
  return rows[0] === undefined ? null : { intake: rows[0].intake, issueNumber: rows[0].issue_number };
}

export async function saveRequest(sql: Sql, repositoryId: number, request: StoredRequest): Promise<void> {
  await sql.query(
    `insert into handrail.dev_requests (repository_id, intake, issue_number) values ($1, $2, $3)
     on conflict (repository_id) do update set intake = excluded.intake, issue_number = excluded.issue_number`,
    [repositoryId, request.intake, request.issueNumber],
  );
}
