import { evaluate, OPEN_KEY } from "../src/evaluate.js";
import type { LoadedPolicy } from "../src/model/loaded-policy.js";
import { BUILT_IN_POLICY } from "../src/model/policy.js";
import { renderJson } from "../src/report/json.js";
import { RULES } from "../src/rules/index.js";
import { selector } from "../src/scan/select.js";
import { openFolder } from "../src/source/folder.js";
import { isSourceProblem } from "../src/source/problem.js";

export interface Stages {
  readonly files: number;
  readonly bytes: number;
  /** What each stage adds to the one before it. */
  readonly milliseconds: Readonly<Record<string, number>>;
}

const POLICY: LoadedPolicy = { policy: BUILT_IN_POLICY, source: "built-in", state: "ok", problems: [] };
const CIRCUMSTANCES = { now: new Date("2026-01-01T00:00:00Z"), fingerprintKey: OPEN_KEY };

async function open(folder: string) {
  const opened = await openFolder(folder);
  if (isSourceProblem(opened)) throw new Error(opened.message);
  return opened.change;
}

async function timed<T>(work: () => Promise<T> | T): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

/** Each stage is timed by doing everything up to it and taking away what came before. */
export async function stages(folder: string): Promise<Stages> {
  const [, list] = await timed(() => open(folder));
  let files = 0;
  let bytes = 0;
  const change = await open(folder);
  const [, read] = await timed(async () => {
    for await (const file of change.files) {
      files++;
      bytes += file.bytes.length;
    }
  });
  const [select, prepare] = await timed(() => selector(RULES));
  const [, picked] = await timed(async () => {
    for await (const file of change.files) select(file);
  });
  const [verdict, judged] = await timed(() => evaluate(change, POLICY, CIRCUMSTANCES));
  const [, report] = await timed(() => renderJson(verdict, { milliseconds: 0 }));
  const detect = judged - picked - prepare;
  return {
    files,
    bytes,
    milliseconds: { list, read, select: picked - read + prepare, "detect and decide": detect, report },
  };
}
