import { resolve } from "node:path";
import { openPolicyFile } from "../source/policy-file.js";
import { isSourceProblem } from "../source/problem.js";
import { EXIT, type Exit, UsageProblem } from "./exit.js";
import { readArguments } from "./options.js";
import type { Terminal } from "./terminal.js";

/** `handrail policy check FILE`: what we make of an organisation's policy, line by line. Exit 1 where a part is unusable. */
export async function policy(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { names } = readArguments(args, {}, 2);
  const [verb, file] = names;
  if (verb !== "check" || file === undefined) {
    throw new UsageProblem("Which policy file?", "For example: handrail policy check ai-experiment-policy.yml");
  }
  const path = resolve(terminal.cwd, file);
  const text = await openPolicyFile(path, path, null);
  if (text === null) throw new UsageProblem(`${file} could not be read.`);
  if (isSourceProblem(text)) throw new UsageProblem(text.message, text.next);
  const [{ readPolicy }, { terminal: shown }] = await Promise.all([
    import("../policy/read-policy.js"),
    import("../report/escape/terminal.js"),
  ]);
  const { problems } = readPolicy({ path: file, text: text.text });
  const lines = problems.map(({ line, column, message }) => `${file}:${line}:${column} ${shown(message)}\n`);
  const isUsable = !problems.some(({ severity }) => severity === "error");
  terminal.out.write(lines.join("") + `${ending(problems.length, isUsable)}\n`);
  return isUsable ? EXIT.fine : EXIT.fails;
}

function ending(count: number, isUsable: boolean): string {
  if (count === 0) return "We could read every line of it.";
  return isUsable ? "The rest reads well, and the policy can be used as it is." : "Please have a look at these lines.";
}
