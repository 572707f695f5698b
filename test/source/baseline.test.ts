import { expect, test } from "@jest/globals";
import { evaluate, OPEN_KEY } from "../../src/evaluate.js";
import { BASELINE_FILE, baselineText, readBaseline } from "../../src/model/baseline.js";
import { openFolder } from "../../src/source/folder.js";
import { openRange } from "../../src/source/git-range.js";
import type { Opened } from "../../src/source/opened.js";
import { isSourceProblem, type SourceProblem } from "../../src/source/problem.js";
import { finding, loadedPolicy, NOW } from "../support/findings.js";
import { repository } from "../support/repository.js";

const manifest = { "ai-experiment.yml": "owner: maria-lopez\ndata: made-up\n" };
const deploy = { "main.tf": 'resource "aws_s3_bucket" "files" {\n  bucket = "acme-files"\n}\n' };

async function verdictOn(opening: Promise<Opened | SourceProblem>) {
  const opened = await opening;
  if (isSourceProblem(opened)) throw new Error(opened.message);
  const verdict = await evaluate(opened.change, loadedPolicy(), { now: NOW, fingerprintKey: OPEN_KEY });
  opened.close();
  return verdict;
}

test("a baseline says again what it was made of", () => {
  const one = finding({ fingerprint: "0123456789abcdef0123456789abcdef" as never });
  expect(readBaseline(baselineText([one]))).toEqual(new Set([one.fingerprint]));
});

test("what is in the baseline is counted and softened", async () => {
  const made = repository({ ...manifest, ...deploy });
  const before = await verdictOn(openFolder(made.folder));
  made.commit({ [BASELINE_FILE]: baselineText(before.judged.map((one) => one.finding)) });
  const after = await verdictOn(openFolder(made.folder));
  made.remove();
  expect(before.judged.length).toBeGreaterThan(0);
  expect(after.judged.map(({ disposition }) => disposition.kind)).toEqual(before.judged.map(() => "baseline"));
  expect(after.kind).toBe("clear");
});

test("a baseline that comes with the change itself softens nothing yet", async () => {
  const made = repository(manifest);
  const base = made.git("rev-parse", "HEAD").trim();
  made.commit(deploy);
  const found = await verdictOn(openFolder(made.folder));
  made.commit({ [BASELINE_FILE]: baselineText(found.judged.map((one) => one.finding)) });
  const verdict = await verdictOn(openRange(made.folder, { base, head: "HEAD" }));
  made.remove();
  expect(verdict.judged.map(({ disposition }) => disposition.kind)).not.toContain("baseline");
  expect(verdict.judged.length).toBeGreaterThan(0);
});

test("a baseline that can't be read is a gap and softens nothing", async () => {
  const made = repository({ ...manifest, ...deploy, [BASELINE_FILE]: "{}" });
  const verdict = await verdictOn(openFolder(made.folder));
  made.remove();
  expect(verdict.gaps.map(({ path }) => path)).toEqual([BASELINE_FILE]);
  expect(verdict.judged.map(({ disposition }) => disposition.kind)).not.toContain("baseline");
});
