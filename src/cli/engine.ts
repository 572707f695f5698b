import { evaluate, OPEN_KEY } from "../evaluate.js";
import type { Change, NamedText } from "../model/change.js";
import type { LoadedPolicy } from "../model/loaded-policy.js";
import { BUILT_IN_POLICY, type Mode } from "../model/policy.js";
import type { Verdict } from "../model/verdict.js";
import { readPolicy } from "../policy/read-policy.js";
import { threads } from "./threads.js";

/** The other threads start as the command line does, and find out that they are no main thread. */
const THREAD = new URL("./cli.js", import.meta.url);

/** The heavy part of a check, in a file of its own so that it is loaded while git is at work. */
export function judge(
  change: Change,
  { policy, mode, now }: { readonly policy: NamedText | null; readonly mode: Mode | undefined; readonly now: Date },
): Promise<Verdict> {
  const loaded = load(policy);
  const chosen = mode === undefined ? loaded : { ...loaded, policy: { ...loaded.policy, mode } };
  return evaluate(change, chosen, { now, fingerprintKey: OPEN_KEY, crew: threads(THREAD) });
}

function load(file: NamedText | null): LoadedPolicy {
  if (file === null) return { policy: BUILT_IN_POLICY, source: "built-in", state: "ok", problems: [] };
  return { source: "file", ...readPolicy(file) };
}
