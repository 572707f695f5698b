import { expect, test } from "@jest/globals";
import { RULES } from "../../../src/rules/index.js";
import { scan } from "../../../src/scan/scan.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

const DEPLOY = RULES.filter(({ id }) => id.startsWith("deploy/"));

async function findings(files: Readonly<Record<string, string>>) {
  const raw = Object.entries(files).map(([path, text]) => rawFile(path, text));
  return (await scan(raw, DEPLOY, surroundings(raw), "test")).findings;
}

const WORKFLOW = [
  "on: { push: { branches: [main] } }",
  "jobs:",
  "  ship:",
  "    environment: production",
  "    runs-on: ubuntu-latest",
  "    steps:",
  "      - run: |",
  ...Array.from({ length: 20 }, (_, i) => `          kubectl apply -f a${i}.yaml`),
].join("\n");

test("says each thing once, with its line, and production first", async () => {
  const [found] = await findings({ ".github/workflows/a.yml": WORKFLOW });
  expect(found?.because.filter((reason) => reason.includes("Kubernetes"))).toEqual([
    "Line 8: it changes what runs on a Kubernetes cluster.",
  ]);
  expect(found?.because[1]).toBe('Line 4: environment "production".');
  expect(found?.because.at(-1)).toMatch(/^Looked for and did not find/);
  expect([found?.location.startLine, found?.level, found?.trigger, found?.suggests]).toEqual([
    8,
    "L3",
    "production-systems",
    "handoff",
  ]);
  expect(found?.subject).toEqual({ kind: "environment", name: "production" });
});

test("one folder of Terraform is one finding, and a new name for a file brings nothing back", async () => {
  const bucket = 'resource "aws_s3_bucket" "b" {}\n';
  const [found, ...others] = await findings({ "infra/a.tf": bucket, "infra/b.tf": bucket });
  expect([others.length, found?.alsoAt.length]).toEqual([0, 1]);
  const [renamed] = await findings({ "infra/other.tf": bucket });
  expect(renamed?.fingerprint).toBe(found?.fingerprint);
});

test("a demo is a note without a trigger", async () => {
  const [found] = await findings({ "render.yaml": "services: [{ type: web }]\n" });
  expect([found?.level, found?.trigger, found?.suggests]).toEqual(["L1", null, "note"]);
});

test("a workflow of another repository is said to be out of sight", async () => {
  const text = "on: push\njobs:\n  ci:\n    uses: acme/p/.github/workflows/build.yml@v1\n    secrets: inherit\n";
  const [found] = await findings({ ".github/workflows/a.yml": text });
  expect([found?.level, found?.message.includes("out of our sight")]).toEqual(["L1", true]);
});

const BANNED = /violation|non-compliant|\bdenied\b|must not|forbidden|take over|compliant|certified|safe to ship/i;

test("no text of the family uses a word that people should not read", () => {
  for (const rule of DEPLOY) {
    expect([rule.id, BANNED.exec(`${rule.summary} ${rule.why} ${rule.remedy} ${rule.limits}`)]).toEqual([
      rule.id,
      null,
    ]);
  }
});
