import type { Pool, PoolClient } from "pg";
import { TABLES } from "./migrations/0001-tables.js";
import { TIES } from "./migrations/0002-ties.js";
import { CLOCK } from "./migrations/0003-clock.js";

/** Numbered, in order, each run once in its own transaction. One that has been released is never edited. */
export const MIGRATIONS: readonly { readonly number: number; readonly sql: string }[] = [
  { number: 1, sql: TABLES },
  { number: 2, sql: TIES },
  { number: 3, sql: CLOCK },
];

/** A fixed number that every process agrees on, so that two of them never migrate at once. */
const LOCK = 7_420_011;

export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await client.query("create schema if not exists handrail");
    await client.query("create table if not exists handrail.migrations (number int primary key, at timestamptz)");
    for (const migration of await pending(client)) {
      await client.query(migration.sql);
      await client.query("insert into handrail.migrations values ($1, now())", [migration.number]);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function pending(client: PoolClient): Promise<typeof MIGRATIONS> {
  const { rows } = await client.query<{ number: number }>("select number from handrail.migrations");
  const done = new Set(rows.map((row) => row.number));
  return MIGRATIONS.filter((migration) => !done.has(migration.number));
}
