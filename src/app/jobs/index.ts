import * as z from "zod";
import type { Application } from "../application.js";
import { checkPull } from "./check.js";

export interface JobContext {
  /** True when it was begun before and did not come to its end. */
  readonly isRetry: boolean;
}

type Job = (app: Application, payload: unknown, context: JobContext) => Promise<void>;

/** A job with its payload checked: what is in the queue may have been written by another version of us. */
function job<T extends z.ZodType>(
  shape: T,
  work: (app: Application, payload: z.output<T>, context: JobContext) => Promise<void>,
): Job {
  return (app, payload, context) => work(app, shape.parse(payload), context);
}

const Pull = z.object({ repositoryId: z.number(), number: z.number() });

/** Every task that may be in the queue. */
export const JOBS: Readonly<Record<string, Job>> = {
  check: job(Pull, (app, payload, { isRetry }) => checkPull(app, payload, isRetry)),
};
