import type { Runner, TaskList } from "graphile-worker";
import { finishEvents, startEvents } from "../store/events.js";
import { startQueue } from "../store/queue.js";
import type { Application } from "./application.js";
import { Superseded } from "./jobs/check.js";
import { JOBS, type JobContext } from "./jobs/index.js";
import { CRONTAB } from "./sweeps/crontab.js";

/** Works off what deliveries and the clock ask for, until it is stopped. */
export function startWorkers(app: Application, workers: number): Promise<Runner> {
  return startQueue(app.database, {
    workers,
    tasks: Object.fromEntries(Object.entries(JOBS).map(([task, work]) => [task, taskOf(app, task, work)])),
    crontab: CRONTAB,
    onFailure: (task, error, attempt) =>
      app.log.error("A job failed and will be tried again.", error, { task, attempt }),
  });
}

type Work = (app: Application, payload: unknown, context: JobContext) => Promise<void>;

/** A delivery counts as handled when its job came to an end, and not before. */
function taskOf(app: Application, task: string, work: Work): TaskList[string] {
  return async (payload, { job }) => {
    const stop = app.metrics.jobSeconds.startTimer({ task });
    const sql = app.database.pool;
    const isBegun = job.key !== null && (await startEvents(sql, job.key));
    const outcome = await run(app, work, payload, { isRetry: isBegun || job.attempts > 1 });
    app.metrics.jobs.inc({ task, outcome });
    stop();
    if (job.key !== null) await finishEvents(sql, job.key);
  };
}

async function run(app: Application, work: Work, payload: unknown, context: JobContext): Promise<string> {
  try {
    await work(app, payload, context);
    return "done";
  } catch (error) {
    if (error instanceof Superseded) return "superseded";
    throw error;
  }
}
