import { expect, test } from "@jest/globals";
import { RULES } from "../../../src/rules/index.js";
import { scan } from "../../../src/scan/scan.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

const DEPLOY = RULES.filter(({ id }) => id.startsWith("deploy/"));

async function gaps(path: string, text: string) {
  const raw = [rawFile(path, text)];
  return (await scan(raw, DEPLOY, surroundings(raw), "test")).gaps;
}

test.each([
  [
    "a broken workflow",
    ".github/workflows/a.yml",
    "on: push\njobs:\n\t- [a\n",
    /of this workflow \(line \d+: .*valid YAML/,
  ],
  [
    "a manifest that is too long",
    "all.yaml",
    `apiVersion: v1\nkind: List\nmetadata: {name: a}\n${"# x\n".repeat(100_000)}`,
    /longer than 300000/,
  ],
  ["a broken samconfig", "samconfig.toml", "[prod.deploy\n", /valid TOML/],
])("%s is said", async (_, path, text, reason) => {
  const found = await gaps(path, text);
  expect(found).toHaveLength(1);
  expect(found[0]?.reason).toMatch(reason);
});

test.each([
  ["broken YAML that is nothing of ours", "a.yaml", "a: [\n"],
  ["a broken README", "README.md", "---\nsdk: [\n---\n"],
  ["a broken package file", "package.json", '{"publishConfig": '],
  ["a lock file", "pnpm-lock.yaml", `apiVersion: 1\n${"# x\n".repeat(100_000)}`],
])("%s is not", async (_, path, text) => expect(await gaps(path, text)).toEqual([]));
