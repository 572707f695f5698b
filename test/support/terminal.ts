import { EXIT, type Exit } from "../../src/cli/exit.js";
import { run } from "../../src/cli/run.js";
import type { Terminal } from "../../src/cli/terminal.js";

export interface Ended {
  readonly exit: Exit;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line with a terminal of its own, in a folder, on a fixed day. */
export async function handrail(cwd: string, args: readonly string[], given: Partial<Terminal> = {}): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await run(args, {
    cwd,
    env: {},
    out: { write: (text) => out.push(text), isTerminal: false },
    err: { write: (text) => err.push(text), isTerminal: false },
    ask: () => Promise.resolve(""),
    isInteractive: false,
    now: () => new Date("2026-11-24T12:00:00Z"),
    elapsed: () => 7,
    ...given,
  });
  return { exit, out: out.join(""), err: err.join("") };
}

export { EXIT };
