import type { Verdict } from "../model/verdict.js";
import type { Sql } from "./database.js";

/** Verdicts under a hash of everything that was judged. They hold redacted text only; contents are never stored. */
export async function findVerdict(sql: Sql, contentKey: string): Promise<Verdict | null> {
  const { rows } = await sql.query<{ verdict: Verdict }>(
    "select verdict from handrail.verdicts where content_key = $1",
    [contentKey],
  );
  return rows[0]?.verdict ?? null;
}

export async function saveVerdict(sql: Sql, contentKey: string, verdict: Verdict): Promise<void> {
  await sql.query("insert into handrail.verdicts values ($1, $2) on conflict do nothing", [
    contentKey,
    JSON.stringify(verdict),
  ]);
}

export async function forgetOldVerdicts(sql: Sql, days: number): Promise<number> {
  const { rowCount } = await sql.query(
    "delete from handrail.verdicts where made_at < now() - make_interval(days => $1)",
    [days],
  );
  return rowCount ?? 0;
}
