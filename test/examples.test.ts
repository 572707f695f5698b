import { describe, expect, test } from "@jest/globals";
import { evaluate, OPEN_KEY } from "../src/evaluate.js";
import type { Verdict } from "../src/model/verdict.js";
import { openFolder } from "../src/source/folder.js";
import { isSourceProblem } from "../src/source/problem.js";
import { loadedPolicy, NOW } from "./support/findings.js";

const HARMLESS = ["announcement", "public-docs", "mock-data", "local-demo", "meeting-note"] as const;
const CROSSING = {
  "announcement-crossing": "production-systems",
  "public-docs-crossing": "production-systems",
  "mock-data-crossing": "production-systems",
  "local-demo-crossing": "production-systems",
  "meeting-note-crossing": "sensitive-data",
} as const;

async function verdictOn(example: string): Promise<Verdict> {
  const opened = await openFolder(new URL(`../examples/${example}`, import.meta.url).pathname);
  if (isSourceProblem(opened)) throw new Error(opened.message);
  return evaluate(opened.change, loadedPolicy(), { now: NOW, fingerprintKey: OPEN_KEY });
}

describe("the policy's five examples that need no handoff", () => {
  test.each(HARMLESS)("%s: nothing to say", async (example) => {
    const verdict = await verdictOn(example);
    expect(verdict.judged).toEqual([]);
    expect([verdict.kind, verdict.conclusion, verdict.manifest.problems]).toEqual(["clear", "success", []]);
  });
});

describe("their twins that cross the line", () => {
  test.each(Object.entries(CROSSING))("%s: %s", async (example, trigger) => {
    const verdict = await verdictOn(example);
    expect([verdict.kind, verdict.triggers]).toEqual(["handoff", expect.arrayContaining([trigger])]);
  });
});
