import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "@jest/globals";
import { RULE_TEXTS } from "../../src/evaluate.js";
import { RULES } from "../../src/rules/index.js";
import { scan } from "../../src/scan/scan.js";
import { ROOT } from "../support/imports.js";
import { rawFile, surroundings } from "../support/run-rule.js";

const DOCS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => posix.join("docs", name.replaceAll("\\", "/"))),
];
const PAGES = DOCS.filter((path) => path.startsWith("docs/rules/"));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

test("everything generated is current", () => {
  const { status, stderr } = spawnSync(process.execPath, ["tools/generate.mjs", "--check"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test("every rule is told of on a page", () => {
  const told = PAGES.map(read).join("\n");
  expect(RULE_TEXTS.map(({ id }) => id).filter((id) => !told.includes(`\`${id}\``))).toEqual([]);
});

test.each(DOCS)("%s: every link within the repository leads somewhere", (path) => {
  const links = [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target = ""]) => target);
  expect(links.filter((target) => !existsSync(join(ROOT, posix.dirname(path), target)))).toEqual([]);
});

test("no page of a rule holds a key", async () => {
  const files = PAGES.map((path) => rawFile(path, read(path)));
  const secrets = RULES.filter(({ family }) => family === "production-secret");
  const { findings } = await scan(files, secrets, surroundings(files), "test");
  expect(findings.filter(({ suggests }) => suggests === "stop")).toEqual([]);
  for (const path of PAGES) expect(read(path)).not.toMatch(/\b[A-Za-z]+_(live|test)_[A-Za-z0-9]{16,}/);
});

test.each(RULE_TEXTS.map((rule) => [rule.id, rule] as const))("%s speaks kindly", (_, { summary, why, remedy }) => {
  const text = `${summary} ${why} ${remedy}`;
  expect(text).not.toMatch(/violation|non-compliant|denied|must not|forbidden|take over|takes over/i);
  expect(text).not.toMatch(/\ba [AEIOaeio][a-z]/);
  expect(text).not.toMatch(/\bA [AEIO][a-z]/);
});
