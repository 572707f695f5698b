import { createHash } from "node:crypto";
import type { Database } from "./database.js";

export type Locks = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * One at a time per name: in this process by a queue, and across processes by an advisory lock of Postgres, which a
 * process that dies gives back. The embedded database has one session and one process, so there the queue is enough.
 */
export function locks(database: Database): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = tails.get(name) ?? Promise.resolve();
    const held = before.then(() => (database.kind === "postgres" ? acrossProcesses(database, name, work) : work()));
    const tail = held.catch(() => undefined);
    tails.set(name, tail);
    try {
      return await held;
    } finally {
      if (tails.get(name) === tail) tails.delete(name);
    }
  };
}

async function acrossProcesses<T>({ pool }: Database, name: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const key = lockKey(name);
  try {
    await client.query("select pg_advisory_lock($1)", [key]);
    return await work();
  } finally {
    const given = await client.query("select pg_advisory_unlock($1)", [key]).catch(() => null);
    client.release(given === null);
  }
}

/** 63 bits as text: the driver has no wider number. */
export function lockKey(name: string): string {
  return (createHash("sha256").update(name).digest().readBigUInt64BE() >> 1n).toString();
}
