import { readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { twinOf } from "../evaluate.js";
import { EXIT, type Exit, UsageProblem } from "./exit.js";
import { type OptionTable, readArguments, text } from "./options.js";
import { writeFileOf } from "./output-file.js";
import type { Terminal } from "./terminal.js";

export const MOCK_OPTIONS = { output: { type: "string" } } as const satisfies OptionTable;
const LARGEST = 200 * 1024 * 1024;

/** `handrail mock FILE`: writes a made-up twin of a data file beside it. A file that is there already stays as it is. */
export async function mock(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values, names } = readArguments(args, MOCK_OPTIONS, 1);
  const name = names[0];
  if (name === undefined) throw new UsageProblem("Which file?", "For example: handrail mock data/customers.csv");
  const file = resolve(terminal.cwd, name);
  const twin = await twinOf(file, read(file));
  if (twin === null) throw new UsageProblem(`There is no table in ${name} that we could read.`);
  const output = text(values, "output");
  const target = output === undefined ? beside(file) : resolve(terminal.cwd, output);
  writeFileOf(target, twin.text, output === undefined);
  terminal.out.write(
    `Wrote ${target}: ${twin.rows} made-up rows with the same ${twin.columns} columns. Nobody is in them.\n`,
  );
  if (twin.note !== null) terminal.out.write(`${twin.note}\n`);
  terminal.out.write(`Use it instead of ${basename(file)}, and happy exploring.\n`);
  return EXIT.fine;
}

const beside = (file: string): string => join(dirname(file), `${basename(file, extname(file))}.mock.csv`);

function read(file: string): Uint8Array {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageProblem(`There is no file ${file}.`);
  if (!found.isFile()) throw new UsageProblem(`${file} is not a file.`);
  if (found.size > LARGEST) throw new UsageProblem(`${file} is larger than we can read.`);
  return readFileSync(file);
}
