import { expect, test } from "@jest/globals";
import { evaluate, OPEN_KEY } from "../src/evaluate.js";
import type { Change } from "../src/model/change.js";
import type { RawFile } from "../src/model/source-file.js";
import { loadedPolicy, NOW } from "./support/findings.js";
import { rawFile } from "./support/run-rule.js";

const bucket = (name: string) => `resource "aws_s3_bucket" "files" {\n  bucket = "${name}"\n}\n`;
const WITHOUT = rawFile("a.txt", "nothing to see");

/** What a range is found to add. */
async function added(files: readonly RawFile[], before: Change["before"]): Promise<readonly string[]> {
  const change: Change = {
    isRange: true,
    manifest: null,
    files,
    before,
    paths: new Set(files.map(({ path }) => path)),
    context: [],
    gaps: [],
    baseline: new Set(),
    falseAlarms: new Map(),
    handoff: "none",
    approvedWaivers: new Set(),
  };
  const { judged } = await evaluate(change, loadedPolicy(), { now: NOW, fingerprintKey: OPEN_KEY });
  return judged.map(({ finding }) => finding.location.path);
}

test("what stood before in any file that the range touches is not told again", async () => {
  const after = [WITHOUT, rawFile("new.tf", bucket("acme-files"))];
  expect(await added(after, [])).toEqual(["new.tf"]);
  expect(await added(after, [rawFile("old.tf", bucket("acme-files"))])).toEqual([]);
  expect(await added(after, [WITHOUT])).toEqual(["new.tf"]);
});

test("where nothing is found, what stood before is not read", async () => {
  const unread: Change["before"] = {
    [Symbol.iterator]: () => {
      throw new Error("read");
    },
  };
  expect(await added([WITHOUT], unread)).toEqual([]);
});
