import type { Change } from "../../src/model/change.js";
import type { Opened } from "../../src/source/opened.js";
import { isSourceProblem, type SourceProblem } from "../../src/source/problem.js";

/** Reads files to their end, by path, as text. */
export async function textsOf(files: Change["files"]): Promise<Readonly<Record<string, string>>> {
  const texts: [string, string][] = [];
  for await (const { path, bytes } of files) texts.push([path, Buffer.from(bytes).toString("utf8")]);
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function opened(result: Opened | SourceProblem): Opened {
  if (isSourceProblem(result)) throw new Error(`${result.message} ${result.next}`);
  return result;
}

export function refused(result: Opened | SourceProblem): SourceProblem {
  if (isSourceProblem(result)) return result;
  result.close();
  throw new Error("The source opened, and a problem was expected");
}
