import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ROOT } from "../support/imports.js";

const copy = mkdtempSync(join(tmpdir(), "new-rule-"));
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8", timeout: 60_000 });

beforeAll(() => {
  for (const path of [
    "src",
    "tools",
    "schema",
    "docs",
    "examples",
    "README.md",
    "test/support",
    "package.json",
    "biome.json",
    "tsconfig.json",
  ]) {
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("makes a rule that works, is registered, has a page, and is tidy", () => {
  const { status, stdout } = run("tools/new-rule.mjs", "deploy/acme-cloud");
  expect(status).toBe(0);
  expect(stdout).toContain("src/rules/deploy/acme-cloud.ts");
  expect(stdout).toContain("npm test -- test/rules/examples.test.ts -t deploy/acme-cloud");
  expect(readFileSync(join(copy, "src/rules/index.ts"), "utf8")).toContain("./deploy/acme-cloud.js");
  expect(readFileSync(join(copy, "docs/rules/deploy/acme-cloud.md"), "utf8")).toContain("# `deploy/acme-cloud`");
  expect(run("tools/generate.mjs", "--check").status).toBe(0);
  expect(
    run("node_modules/@biomejs/biome/bin/biome", "check", "--vcs-enabled=false", "src/rules/deploy/acme-cloud.ts"),
  ).toMatchObject({ status: 0 });
  expect(run("--input-type=module", "-e", EXAMPLES).stdout.trim()).toBe("1 0");
});

/** Counts the findings of the new rule on its own examples. */
const EXAMPLES = `
  import { loadCode } from "./tools/lib/load.mjs";
  const { rule, runRule } = await loadCode(\`
    export { default as rule } from "./src/rules/deploy/acme-cloud.js";
    export { runRule } from "./test/support/run-rule.js";
  \`);
  const count = async ([example]) => (await runRule(rule, example)).length;
  console.log(await count(rule.examples.match), await count(rule.examples.skip));
`;

test.each([["deploy"], ["deploy/Acme Cloud"], ["clouds/acme"], ["deploy/../../x"], [""]])(
  "%j is no name for a rule, and that is said plainly",
  (name) => {
    const { status, stderr } = run("tools/new-rule.mjs", name);
    expect(status).toBe(2);
    expect(stderr).toContain("A rule is called family/name");
    expect(stderr).not.toContain("    at ");
  },
);

test("a rule that is there already stays as it is", () => {
  const { status, stderr } = run("tools/new-rule.mjs", "deploy/acme-cloud");
  expect(status).toBe(2);
  expect(stderr).toContain("is there already");
});
