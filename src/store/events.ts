import type { Sql } from "./database.js";

export interface ArrivedEvent {
  readonly guid: string;
  readonly name: string;
  readonly action: string | null;
  /** The job that will handle it; nothing when there is nothing to do. */
  readonly jobKey: string | null;
}

/**
 * Notes a delivery. False when this very delivery was already handled to its end: GitHub keeps the id when it
 * delivers again, so an id that was only seen, and whose job never finished, must be let through.
 */
export async function noteEvent(sql: Sql, event: ArrivedEvent): Promise<boolean> {
  const { rowCount } = await sql.query(
    `insert into handrail.events (guid, name, action, job_key, state, done_at)
     values ($1, $2, $3, $4, case when $4::text is null then 'done' else 'received' end,
             case when $4::text is null then now() end)
     on conflict (guid) do update set job_key = excluded.job_key
       where handrail.events.state <> 'done'`,
    [event.guid, event.name, event.action, event.jobKey],
  );
  return (rowCount ?? 0) > 0;
}

/** True when a job with this key began before and did not come to its end: a newer job may have replaced it since. */
export async function startEvents(sql: Sql, jobKey: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    "select 1 from handrail.events where job_key = $1 and state = 'working' limit 1",
    [jobKey],
  );
  await sql.query("update handrail.events set state = 'working' where job_key = $1 and state = 'received'", [jobKey]);
  return (rowCount ?? 0) > 0;
}

/** Those that arrived after the job began stay open: a newer job has them. */
export async function finishEvents(sql: Sql, jobKey: string): Promise<void> {
  await sql.query(
    "update handrail.events set state = 'done', done_at = now() where job_key = $1 and state = 'working'",
    [jobKey],
  );
}

export async function forgetOldEvents(sql: Sql, days: number): Promise<number> {
  const { rowCount } = await sql.query(
    "delete from handrail.events where state = 'done' and done_at < now() - make_interval(days => $1)",
    [days],
  );
  return rowCount ?? 0;
}

/** Which of these deliveries were handled to their end. */
export async function completedEvents(sql: Sql, guids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql.query<{ guid: string }>(
    "select guid from handrail.events where state = 'done' and guid = any($1)",
    [guids],
  );
  return new Set(rows.map(({ guid }) => guid));
}
