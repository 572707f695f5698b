import type { Sql } from "./database.js";

/** What GitHub last said of a pull request. Its author is not kept. */
export interface StoredPull {
  readonly repositoryId: number;
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly draft: boolean;
  readonly open: boolean;
  readonly labels: readonly string[];
  /** ISO 8601: GitHub's own clock. */
  readonly changedAt: string;
}

/**
 * Deliveries arrive in any order: an older one never replaces what a newer one said. GitHub's clock counts in seconds, so
 * two may be of one moment and yet differ, a pull request opened and pushed to at once. That is counted as a tie, and
 * whoever needs to know asks GitHub.
 */
export async function savePull(sql: Sql, pull: StoredPull): Promise<void> {
  await sql.query(
    `${UPSERT} ties = case
         when pulls.changed_at < excluded.changed_at then 0
         when (pulls.head_sha, pulls.base_sha, pulls.base_ref, pulls.draft, pulls.open) =
           (excluded.head_sha, excluded.base_sha, excluded.base_ref, excluded.draft, excluded.open) then pulls.ties
         else pulls.ties + 1 end
     where pulls.changed_at <= excluded.changed_at`,
    [...columns(pull)],
  );
}

/** What GitHub answered when asked: it ends the ties that were known before, and none that came meanwhile. */
export async function settlePull(sql: Sql, pull: StoredPull, knownTies: number): Promise<void> {
  await sql.query(
    `${UPSERT} ties = 0
     where pulls.changed_at < excluded.changed_at or (pulls.changed_at = excluded.changed_at and pulls.ties = $10)`,
    [...columns(pull), knownTies],
  );
}

const UPSERT = `
  insert into handrail.pulls as pulls
    (repository_id, number, head_sha, base_sha, base_ref, draft, open, labels, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (repository_id, number) do update set head_sha = excluded.head_sha, base_sha = excluded.base_sha,
    base_ref = excluded.base_ref, draft = excluded.draft, open = excluded.open, labels = excluded.labels,
    changed_at = excluded.changed_at,`;

const columns = (pull: StoredPull): readonly unknown[] => [
  pull.repositoryId,
  pull.number,
  pull.headSha,
  pull.baseSha,
  pull.baseRef,
  pull.draft,
  pull.open,
  JSON.stringify(pull.labels),
  pull.changedAt,
];

export interface KnownPull extends StoredPull {
  readonly commentId: number | null;
  /** More than none: it is not known whether this is the newest. */
  readonly ties: number;
}

export async function findPull(sql: Sql, repositoryId: number, number: number): Promise<KnownPull | null> {
  const { rows } = await sql.query<Row>("select * from handrail.pulls where repository_id = $1 and number = $2", [
    repositoryId,
    number,
  ]);
  return rows[0] === undefined ? null : knownPull(rows[0]);
}

export async function findPullByHead(sql: Sql, repositoryId: number, headSha: string): Promise<KnownPull | null> {
  const { rows } = await sql.query<Row>(
    "select * from handrail.pulls where repository_id = $1 and head_sha = $2 order by open desc, number limit 1",
    [repositoryId, headSha],
  );
  return rows[0] === undefined ? null : knownPull(rows[0]);
}

export async function openPulls(sql: Sql, repositoryId: number): Promise<readonly KnownPull[]> {
  const { rows } = await sql.query<Row>(
    "select * from handrail.pulls where repository_id = $1 and open order by number",
    [repositoryId],
  );
  return rows.map(knownPull);
}

/** What we ourselves changed on GitHub, so that the next run need not ask. */
export async function saveShown(
  sql: Sql,
  pull: Pick<StoredPull, "repositoryId" | "number">,
  shown: { readonly labels?: readonly string[]; readonly commentId?: number | null },
): Promise<void> {
  if (shown.labels !== undefined)
    await sql.query("update handrail.pulls set labels = $3 where repository_id = $1 and number = $2", [
      pull.repositoryId,
      pull.number,
      JSON.stringify(shown.labels),
    ]);
  if (shown.commentId !== undefined)
    await sql.query("update handrail.pulls set comment_id = $3 where repository_id = $1 and number = $2", [
      pull.repositoryId,
      pull.number,
      shown.commentId,
    ]);
}

interface Row {
  readonly repository_id: string;
  readonly number: number;
  readonly head_sha: string;
  readonly base_sha: string;
  readonly base_ref: string;
  readonly draft: boolean;
  readonly open: boolean;
  readonly labels: readonly string[];
  readonly comment_id: string | null;
  readonly ties: number;
  readonly changed_at: Date;
}

function knownPull(row: Row): KnownPull {
  return {
    repositoryId: Number(row.repository_id),
    number: row.number,
    headSha: row.head_sha,
    baseSha: row.base_sha,
    baseRef: row.base_ref,
    draft: row.draft,
    open: row.open,
    labels: row.labels,
    commentId: row.comment_id === null ? null : Number(row.comment_id),
    ties: row.ties,
    changedAt: row.changed_at.toISOString(),
  };
}
