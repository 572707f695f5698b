import { lstatSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { MANIFEST_PATHS } from "../model/change.js";
import { DATA_WORDS } from "../model/manifest.js";
import { newManifest } from "../policy/new-manifest.js";
import { folderProblem } from "../source/folder.js";
import { EXIT, type Exit, UsageProblem } from "./exit.js";
import { choice, type OptionTable, readArguments, text } from "./options.js";
import { writeFileOf } from "./output-file.js";
import type { Terminal } from "./terminal.js";

export const INIT_OPTIONS = {
  name: { type: "string" },
  owner: { type: "string" },
  data: { type: "string" },
} as const satisfies OptionTable;

/** `handrail init`: writes a small manifest, after two questions. One that is there already is left as it is. */
export async function init(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values, names } = readArguments(args, INIT_OPTIONS, 1);
  const folder = resolve(terminal.cwd, names[0] ?? ".");
  const problem = folderProblem(folder);
  if (problem !== null) throw new UsageProblem(problem.message, problem.next);
  const there = MANIFEST_PATHS.find((path) => lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined);
  if (there !== undefined) {
    terminal.out.write(`There is a ${there} already, so there is nothing to do. Change it in any editor.\n`);
    return EXIT.fine;
  }
  const owner = text(values, "owner") ?? (await askOwner(terminal));
  const data = choice(values, "data", DATA_WORDS) ?? (await askData(terminal));
  const path = join(folder, MANIFEST_PATHS[0]);
  writeFileOf(path, newManifest({ name: text(values, "name") ?? basename(folder), owner, data }), true);
  terminal.out.write(`Wrote ${path}. Commit it with the rest, and happy exploring.\n`);
  return EXIT.fine;
}

async function askOwner(terminal: Terminal): Promise<string> {
  const answer = terminal.isInteractive ? await terminal.ask("Who can people ask about it? Your GitHub name: ") : "";
  if (answer.trim() !== "") return answer.trim();
  throw new UsageProblem(
    "Somebody has to be named whom people can ask.",
    "For example: handrail init --owner maria-lopez",
  );
}

async function askData(terminal: Terminal): Promise<string> {
  if (!terminal.isInteractive) return "not-sure";
  const answer = (await terminal.ask(`What data does it use? ${DATA_WORDS.join(", ")} [not-sure]: `)).trim();
  return DATA_WORDS.find((word) => word === answer.toLowerCase().replaceAll(" ", "-")) ?? "not-sure";
}
