import { join, resolve } from "node:path";
import { BASELINE_FILE, baselineText } from "../model/baseline.js";
import { OUTCOMES } from "../model/vocabulary.js";
import { openSource } from "../source/open.js";
import { isSourceProblem } from "../source/problem.js";
import { EXIT, type Exit, UsageProblem } from "./exit.js";
import { type OptionTable, readArguments, text } from "./options.js";
import { writeFileOf } from "./output-file.js";
import type { Terminal } from "./terminal.js";

export const BASELINE_OPTIONS = { policy: { type: "string" } } as const satisfies OptionTable;

/** `handrail baseline`: writes down what is found today, so that only what comes later is told. */
export async function baseline(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values, names } = readArguments(args, BASELINE_OPTIONS, 1);
  const folder = resolve(terminal.cwd, names[0] ?? ".");
  const policy = text(values, "policy");
  const opened = { folder, ...(policy === undefined ? {} : { policy: resolve(terminal.cwd, policy) }) };
  const [source, engine] = await Promise.all([openSource(opened), import("./engine.js")]);
  if (isSourceProblem(source)) throw new UsageProblem(source.message, source.next);
  const change = { ...source.change, baseline: new Set<never>() };
  const { judged } = await engine.judge(change, { policy: source.policy, mode: null, now: terminal.now() });
  const shown = judged.filter(({ disposition }) => OUTCOMES.some((outcome) => outcome === disposition.kind));
  const kept = shown.filter(({ disposition }) => disposition.kind !== "stop");
  const path = join(folder, BASELINE_FILE);
  writeFileOf(path, baselineText(kept.map(({ finding }) => finding)));
  const keys = shown.length - kept.length;
  terminal.out.write(`Wrote ${path} with ${kept.length} findings. Commit it with the rest.\n`);
  if (keys > 0)
    terminal.out.write(`${keys} live keys are not in it: please replace them, and run \`handrail check\`.\n`);
  return EXIT.fine;
}
