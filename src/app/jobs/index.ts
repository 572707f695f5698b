import * as z from "zod";
import type { Application } from "../application.js";
import { sweepJob } from "../sweeps/index.js";
import { Said } from "../turn.js";
import { pressButton } from "./button.js";
import { checkPull } from "./check.js";
import { runCommand } from "./command.js";
import { lookForDrift } from "./drift.js";
import {
  checkMergeGroup,
  followDefaultBranch,
  followInstallation,
  followRepository,
  recheckCommit,
  recheckOpenPulls,
} from "./events.js";
import { followIssue, writeFacts } from "./facts.js";
import { followTurn } from "./turn.js";

export interface JobContext {
  /** True when it was begun before and did not come to its end. */
  readonly isRetry: boolean;
}

type Job = (app: Application, payload: unknown, context: JobContext) => Promise<void>;

/** A job with its payload checked: what is in the queue may have been written by another version of us. */
function job<T extends z.ZodType>(
  shape: T,
  work: (app: Application, payload: z.output<T>, context: JobContext) => Promise<unknown>,
): Job {
  return async (app, payload, context) => void (await work(app, shape.parse(payload), context));
}

const id = z.number();
const sha = z.string();
const HandoffKeyShape = z.object({ repositoryNodeId: z.string(), manifestPath: z.string() });

/** Every task that may be in the queue. */
export const JOBS: Readonly<Record<string, Job>> = {
  check: job(z.object({ repositoryId: id, number: z.number() }), (app, payload, { isRetry }) =>
    checkPull(app, payload, isRetry),
  ),
  recheck: job(z.object({ repositoryId: id, headSha: sha }), recheckCommit),
  "merge-group": job(z.object({ repositoryId: id, headSha: sha, baseSha: sha, tree: sha.optional() }), checkMergeGroup),
  "default-branch": job(
    z.object({ repositoryId: id, before: sha, after: sha, tree: sha.optional() }),
    followDefaultBranch,
  ),
  command: job(
    z.object({
      repositoryId: id,
      number: z.number(),
      isPull: z.boolean(),
      commentId: z.number(),
      actor: z.string(),
      body: z.string(),
    }),
    runCommand,
  ),
  button: job(z.object({ repositoryId: id, headSha: sha, button: z.string(), actor: z.string() }), pressButton),
  installation: job(z.object({ installationId: id, gone: z.boolean() }), followInstallation),
  repository: job(z.object({ repositoryId: id, action: z.string() }), followRepository),
  issue: job(z.object({ repositoryId: id, issue: z.number() }), followIssue),
  turn: job(z.object({ repositoryId: id, number: z.number(), actor: z.string(), said: Said }), followTurn),
  drift: job(HandoffKeyShape, lookForDrift),
  facts: job(HandoffKeyShape, writeFacts),
  "open-pulls": job(z.object({ repositoryId: id }), recheckOpenPulls),
  sweep: job(z.object({ name: z.string() }), sweepJob),
};
