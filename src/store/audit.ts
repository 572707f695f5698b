import { createHash } from "node:crypto";
import type { Sql } from "./database.js";

/** Who decided what, when. Only decisions of people with a role in the handoff, never who wrote which code. */
export interface AuditEntry {
  readonly at: Date;
  readonly repositoryId: number | null;
  readonly actor: string | null;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const LOCK = 7_420_012;

/** Each entry's hash covers the one before, so that a removed or changed entry shows. Call it in a transaction. */
export async function record(sql: Sql, entry: AuditEntry): Promise<void> {
  await sql.query("select pg_advisory_xact_lock($1)", [LOCK]);
  const { rows } = await sql.query<{ hash: string }>("select hash from handrail.audit order by entry desc limit 1");
  const previous = rows[0]?.hash ?? "";
  await sql.query(
    `insert into handrail.audit (at, repository_id, actor, action, detail, previous, hash)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      entry.at,
      entry.repositoryId,
      entry.actor,
      entry.action,
      JSON.stringify(entry.detail),
      previous,
      chained(previous, entry),
    ],
  );
}

function chained(previous: string, { at, repositoryId, actor, action, detail }: AuditEntry): string {
  const text = JSON.stringify([previous, at.toISOString(), repositoryId, actor, action, Object.entries(detail).sort()]);
  return createHash("sha256").update(text).digest("hex");
}

interface Row {
  readonly entry: string;
  readonly at: Date;
  readonly repository_id: string | null;
  readonly actor: string | null;
  readonly action: string;
  readonly detail: Record<string, unknown>;
  readonly previous: string;
  readonly hash: string;
}

export async function auditTrail(sql: Sql): Promise<readonly (AuditEntry & { readonly intact: boolean })[]> {
  const { rows } = await sql.query<Row>("select * from handrail.audit order by entry");
  return rows.map((row, i) => {
    const repositoryId = row.repository_id === null ? null : Number(row.repository_id);
    const entry = { at: row.at, repositoryId, actor: row.actor, action: row.action, detail: row.detail };
    const follows = row.previous === (rows[i - 1]?.hash ?? "");
    return { ...entry, intact: follows && row.hash === chained(row.previous, entry) };
  });
}
