import { EventEmitter } from "node:events";
import { Logger, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import type { Database, Sql } from "./database.js";
import { lockKey } from "./lock.js";

// graphile-worker is kept at 0.17: 0.18 needs Node 22.18, and Node 20 is the oldest we run on.

export interface Job {
  readonly task: string;
  readonly payload: object;
  /** Jobs with the same queue name never overlap. */
  readonly queue: string;
  /** A job that waits is replaced by a newer one with the same key. */
  readonly key: string;
  /** Milliseconds to wait first. */
  readonly delay?: number;
}

export async function addJob(sql: Sql, job: Job): Promise<void> {
  await sql.query(
    `select graphile_worker.add_job($1, $2::json, queue_name := $3, job_key := $4, max_attempts := 12,
       run_at := now() + make_interval(secs => $5))`,
    [job.task, JSON.stringify(job.payload), job.queue, job.key, (job.delay ?? 0) / 1000],
  );
}

/** Failures are told through `onFailure`; the queue's own lines would say the same again. */
const QUIET = new Logger(() => () => undefined);

const shared = ({ kind, pool }: Database) => ({
  pgPool: pool,
  noPreparedStatements: kind === "embedded",
  noHandleSignals: true,
});

export async function prepareQueue(database: Database): Promise<void> {
  await runMigrations({ ...shared(database), logger: QUIET });
}

export interface QueueOptions {
  readonly workers: number;
  readonly tasks: TaskList;
  readonly crontab: string;
  readonly onFailure: (task: string, error: unknown, attempt: number) => void;
}

/** Works jobs off until it is stopped. A worker that was killed is noticed by its lock, and its jobs run again. */
export async function startQueue(database: Database, options: QueueOptions): Promise<Runner> {
  const events = new EventEmitter();
  events.on("job:error", ({ job, error }: { job: { task_identifier: string; attempts: number }; error: unknown }) =>
    options.onFailure(job.task_identifier, error, job.attempts),
  );
  const alive = await sign(database, events);
  await releaseDead(database);
  const timer = database.kind === "embedded" ? undefined : setInterval(() => void releaseQuietly(database), 10_000);
  timer?.unref();
  const runner = await run({
    ...shared(database),
    concurrency: options.workers,
    pollInterval: database.kind === "embedded" ? 100 : 2000,
    taskList: options.tasks,
    crontab: options.crontab,
    events,
    logger: QUIET,
  });
  void runner.promise.finally(() => {
    clearInterval(timer);
    alive.release();
  });
  return runner;
}

const releaseQuietly = (database: Database) => releaseDead(database).catch(() => undefined);

/** Workers hold a lock with the name under which they take jobs for as long as their process lives. */
async function sign(database: Database, events: EventEmitter): Promise<{ readonly release: () => void }> {
  if (database.kind === "embedded") return { release: () => undefined };
  const client = await database.pool.connect();
  client.on("error", () => undefined);
  let signing: Promise<unknown> = Promise.resolve();
  events.on("pool:create", ({ workerPool }: { workerPool: { id: string } }) => {
    const key = lockKey(workerPool.id);
    signing = signing.then(() => client.query("select pg_advisory_lock($1)", [key])).catch(() => undefined);
  });
  return { release: () => client.release(true) };
}

/**
 * Gives back the jobs of workers that are gone: by itself the queue would wait four hours. The embedded database has
 * one process, so whatever is locked before its workers start belongs to a dead one.
 */
export async function releaseDead(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ locked_by: string }>(
    `select locked_by from graphile_worker._private_jobs where locked_at < now() - make_interval(secs => $1)
     union select locked_by from graphile_worker._private_job_queues where locked_at < now() - make_interval(secs => $1)`,
    [database.kind === "embedded" ? 0 : SIGNING_SECONDS],
  );
  const ids = rows.map((row) => row.locked_by);
  const dead = database.kind === "embedded" ? ids : await unsigned(database, ids);
  if (dead.length > 0) await database.pool.query("select graphile_worker.force_unlock_workers($1)", [dead]);
}

/** So long a new worker may take to get its lock. */
const SIGNING_SECONDS = 5;

async function unsigned({ pool }: Database, ids: readonly string[]): Promise<readonly string[]> {
  const dead: string[] = [];
  const client = await pool.connect();
  try {
    for (const id of ids) {
      const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [lockKey(id)]);
      if (rows[0]?.free !== true) continue;
      dead.push(id);
      await client.query("select pg_advisory_unlock($1)", [lockKey(id)]);
    }
    return dead;
  } finally {
    client.release();
  }
}
