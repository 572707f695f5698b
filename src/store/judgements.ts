import type { Fingerprint } from "../model/finding.js";
import type { Sql } from "./database.js";

/** What people with the right to do so said of findings and waivers, per repository. */
export interface Judgements {
  readonly falseAlarms: ReadonlyMap<Fingerprint, string>;
  readonly approvedWaivers: ReadonlySet<string>;
}

export async function judgements(sql: Sql, repositoryId: number): Promise<Judgements> {
  const alarms = await sql.query<{ fingerprint: Fingerprint; reason: string }>(
    "select fingerprint, reason from handrail.false_alarms where repository_id = $1 order by fingerprint",
    [repositoryId],
  );
  const waivers = await sql.query<{ waiver_key: string }>(
    "select waiver_key from handrail.approved_waivers where repository_id = $1 order by waiver_key",
    [repositoryId],
  );
  return {
    falseAlarms: new Map(alarms.rows.map((row) => [row.fingerprint, row.reason])),
    approvedWaivers: new Set(waivers.rows.map((row) => row.waiver_key)),
  };
}

export async function markFalseAlarm(
  sql: Sql,
  repositoryId: number,
  fingerprint: Fingerprint,
  reason: string,
  actor: string,
): Promise<void> {
  await sql.query(
    `insert into handrail.false_alarms (repository_id, fingerprint, reason, marked_by) values ($1, $2, $3, $4)
     on conflict (repository_id, fingerprint) do update set reason = excluded.reason, marked_by = excluded.marked_by`,
    [repositoryId, fingerprint, reason, actor],
  );
}

export async function approveWaiver(sql: Sql, repositoryId: number, key: string, actor: string): Promise<void> {
  await sql.query(
    `insert into handrail.approved_waivers (repository_id, waiver_key, approved_by) values ($1, $2, $3)
     on conflict do nothing`,
    [repositoryId, key, actor],
  );
}
