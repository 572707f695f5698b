import { evaluate, OPEN_KEY } from "../evaluate.js";
import type { Change, NamedText } from "../model/change.js";
import type { Mode } from "../model/policy.js";
import type { Verdict } from "../model/verdict.js";
import { loadPolicy } from "../policy/load-policy.js";
import { threads } from "./threads.js";

/** The other threads start as the command line does, and find out that they are no main thread. */
const THREAD = new URL("./cli.js", import.meta.url);

export interface Request {
  readonly policy: NamedText | null;
  /** Beats what the policy says. */
  readonly mode: Mode | null;
  readonly now: Date;
}

/** The heavy part of a check, in a file of its own so that it is loaded while git is at work. */
export function judge(change: Change, { policy, mode, now }: Request): Promise<Verdict> {
  const crew = threads(THREAD);
  return evaluate(change, loadPolicy(policy, "file", mode), { now, fingerprintKey: OPEN_KEY, crew });
}
