import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { ROOT, sourceFilesIn, type Used, used, usedBy } from "../support/imports.js";

/** One row of the table in docs/architecture.md. */
interface Row {
  readonly folder: string;
  readonly ours: readonly string[];
  readonly outside: readonly string[];
  readonly effects: readonly string[];
}

const LINES = readFileSync(join(ROOT, "docs/architecture.md"), "utf8").split("\n");

/** Node's modules without an effect, as the page lists them. */
const PURE = LINES.filter((line) => line.includes("pure modules")).flatMap((line) =>
  words(line.slice(0, line.indexOf(")"))).filter((word) => word.startsWith("node:")),
);

const ROWS = LINES.filter((line) => /^\| `(src|action)\b/.test(line)).map((line): Row => {
  const [folder = "", , ours = "", outside = "", effects = ""] = line.slice(1).split("|");
  return { folder: words(folder)[0] ?? "", ours: words(ours), outside: words(outside), effects: words(effects) };
});

function words(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
}

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** What a file does that its row doesn't allow. */
function breaches(row: Row, { file, ours, outside, effects }: Used): readonly string[] {
  const allowed = [row.folder, ...row.ours];
  return [
    ...ours.filter((path) => !allowed.some((folder) => within(path, folder))),
    ...outside.filter((name) => !row.outside.includes(name) && !PURE.includes(name)),
    ...[...effects].filter((effect) => !row.effects.includes(effect)),
    ...(within(file, "src/rules") ? ours.filter((path) => isAnotherRule(file, path)) : []),
  ];
}

/** `src/rules/FAMILY/rule.ts` is a rule; `src/rules/FAMILY/topic/` is what the rules of one family share. */
function isAnotherRule(file: string, path: string): boolean {
  const [, , family, ...rest] = path.split("/");
  if (file === "src/rules/index.ts" || !within(path, "src/rules")) return false;
  return family !== file.split("/")[2] || rest.length < 2;
}

const FILES = [...sourceFilesIn("src"), ...sourceFilesIn("action")];

test("the table has a row for everything, and nothing but what there is", () => {
  const there = [
    ...readdirSync(join(ROOT, "src"), { withFileTypes: true }).map(({ name }) => `src/${name}`),
    ...(FILES.some((file) => within(file, "action")) ? ["action"] : []),
  ];
  const shells = ["src/app", "src/cli", "action"];
  const rows = ROWS.map(({ folder }) => folder);
  expect(there.filter((path) => !rows.includes(path))).toEqual([]);
  expect(rows.filter((path) => !there.includes(path) && !shells.includes(path))).toEqual([]);
});

test.each(ROWS.map((row) => [row.folder, row] as const))("%s keeps to its row", (folder, row) => {
  const found = FILES.filter((file) => within(file, folder)).flatMap((file) =>
    breaches(row, usedBy(file)).map((breach) => `${file}: ${breach}`),
  );
  expect(found).toEqual([]);
});

describe("the test itself notices", () => {
  const row = (folder: string) =>
    ROWS.find((one) => one.folder === folder) ?? { folder, ours: [], outside: [], effects: [] };
  test.each([
    ["src/report/a.ts", 'import type { Rule } from "../rules/index.js";', "src/rules/index.ts"],
    ["src/report/a.ts", 'export * from "../scan/scan.js";', "src/scan/scan.ts"],
    ["src/report/a.ts", 'type A = import("../policy/decide.js").Law;', "src/policy/decide.ts"],
    ["src/report/a.ts", 'const a = await import("../github/client.js");', "src/github/client.ts"],
    ["src/report/a.ts", 'import { z } from "zod";', "zod"],
    ["src/scan/a.ts", 'import { readFileSync } from "node:fs";', "files"],
    ["src/scan/a.ts", "export const a = [new Date()];", "clock"],
    ["src/scan/a.ts", "export const a = () => f(Date.now());", "clock"],
    ["src/scan/a.ts", "const a = { b: Math.random() };", "random"],
    ["src/scan/a.ts", "const a = process.env.HOME;", "process"],
    ["src/scan/a.ts", "if (true) console.log(1);", "console"],
    ["src/scan/a.ts", 'const a = async () => (await fetch("x")).text();', "network"],
    ["src/rules/ai/a.ts", 'import b from "./b.js";', "src/rules/ai/b.ts"],
    ["src/rules/ai/a.ts", 'import { b } from "../data/tables/b.js";', "src/rules/data/tables/b.ts"],
    ["src/rules/ai/hosts/a.ts", 'import b from "../b.js";', "src/rules/ai/b.ts"],
  ])("%s: %s", (file, source, breach) => {
    expect(breaches(row(file.split("/").slice(0, 2).join("/")), used(file, source))).toEqual([breach]);
  });

  test.each([
    ["src/report/a.ts", 'import type { Rule } from "../model/rule.js"; // process.env'],
    ["src/scan/a.ts", 'const a = "process.env"; const b = { process: 1 }; b.process;'],
    ["src/scan/a.ts", "const a = (now: Date) => new Date(now);"],
    ["src/rules/ai/a.ts", 'import { b } from "./hosts/b.js";'],
    ["src/rules/ai/hosts/a.ts", 'import { b } from "../words/b.js";'],
  ])("%s: nothing in %s", (file, source) => {
    expect(breaches(row(file.split("/").slice(0, 2).join("/")), used(file, source))).toEqual([]);
  });
});
