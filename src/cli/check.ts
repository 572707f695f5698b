import { resolve } from "node:path";
import { MODES } from "../model/policy.js";
import type { Verdict } from "../model/verdict.js";
import { FAIL_ON, type FailOn, fails } from "../report/fails.js";
import { openSource, type Place } from "../source/open.js";
import { isSourceProblem } from "../source/problem.js";
import { EXIT, type Exit, UsageProblem } from "./exit.js";
import { choice, instant, type OptionTable, readArguments, text } from "./options.js";
import { writeFileOf } from "./output-file.js";
import { withProgress } from "./progress.js";
import { FORMATS, render } from "./render.js";
import type { Terminal } from "./terminal.js";

export const CHECK_OPTIONS = {
  base: { type: "string" },
  head: { type: "string" },
  policy: { type: "string" },
  mode: { type: "string" },
  format: { type: "string" },
  output: { type: "string" },
  "fail-on": { type: "string" },
  now: { type: "string" },
} as const satisfies OptionTable;

/** `handrail check`: reads, judges, and prints one report. */
export async function check(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values, names } = readArguments(args, CHECK_OPTIONS, 1);
  const mode = choice(values, "mode", MODES) ?? null;
  const format = choice(values, "format", FORMATS) ?? "text";
  const failOn = choice(values, "fail-on", FAIL_ON) ?? null;
  const now = instant(values, "now") ?? terminal.now();
  const output = text(values, "output");
  const place = placeOf(names[0], (name) => text(values, name), terminal.cwd);
  // git starts first: it works while the rules are loaded.
  const opening = openSource(place);
  const [source, engine] = await Promise.all([opening, import("./engine.js")]);
  if (isSourceProblem(source)) throw new UsageProblem(source.message, source.next);
  if (source.note !== null) terminal.err.write(`${source.note}\n`);
  try {
    const progress = withProgress(source.change, terminal);
    const verdict = await engine.judge(progress.change, { policy: source.policy, mode, now });
    progress.end();
    const report = await render(verdict, format, terminal, output !== undefined);
    if (output === undefined) terminal.out.write(report);
    else writeFileOf(resolve(terminal.cwd, output), report);
    return exitOf(verdict, failOn);
  } finally {
    source.close();
  }
}

function placeOf(folder: string | undefined, option: (name: string) => string | undefined, cwd: string): Place {
  const [base, head, policy] = [option("base"), option("head"), option("policy")];
  if (head !== undefined && base === undefined) {
    throw new UsageProblem("--head says where a range of commits ends, and needs --base to say where it starts.");
  }
  return {
    folder: resolve(cwd, folder ?? "."),
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    ...(policy === undefined ? {} : { policy: resolve(cwd, policy) }),
  };
}

/** A policy that can't be read and a folder with nothing to read are wrong input; a rule that failed is our failure. */
function exitOf(verdict: Verdict, failOn: FailOn | null): Exit {
  if (fails(verdict, failOn)) return EXIT.fails;
  if (verdict.kind !== "unknown") return EXIT.fine;
  if (verdict.cause === "rule-failed") return EXIT.ours;
  return verdict.cause === "manifest-invalid" ? EXIT.fine : EXIT.usage;
}
