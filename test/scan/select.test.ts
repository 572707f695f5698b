import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { AppliesTo, Rule } from "../../src/model/rule.js";
import { FILE_KINDS } from "../../src/model/source-file.js";
import { fileKind } from "../../src/scan/file-kind.js";
import { selector } from "../../src/scan/select.js";
import { anyGlob } from "../../src/text/globs.js";
import { rawFile } from "../support/run-rule.js";

function rule(number: number, appliesTo: AppliesTo): Rule {
  return {
    id: `secrets/r${number}`,
    family: "production-secret",
    summary: "",
    why: "",
    remedy: "",
    trigger: null,
    confidence: "low",
    suggests: "note",
    appliesTo,
    detect: () => [],
    examples: { match: [], skip: [] },
  };
}

function wants({ appliesTo: { paths, kinds, keywords } }: Rule, path: string, text: string): boolean {
  const byName =
    (paths === undefined || anyGlob(paths)(path)) && (kinds === undefined || kinds.includes(fileKind(path)));
  return byName && (keywords === undefined || keywords.some((word) => text.toLowerCase().includes(word.toLowerCase())));
}

const some = <T>(values: fc.Arbitrary<T>) =>
  fc.option(fc.array(values, { minLength: 1, maxLength: 3 }), { nil: undefined });
const parts = fc.record({
  paths: some(fc.constantFrom("**/*.yml", "**/*.{ts,js}", "**/Dockerfile", ".github/**/*.yml", "infra/**", "**/.env*")),
  kinds: some(fc.constantFrom(...FILE_KINDS)),
  keywords: some(fc.constantFrom("live", "AKIA", "prod", "deploy")),
});
const appliesTo: fc.Arbitrary<AppliesTo> = parts.map(
  (all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as AppliesTo,
);
const path = fc.constantFrom(
  "a.ts",
  ".github/workflows/x.yml",
  "infra/main.tf",
  "Dockerfile",
  "x/.env.local",
  "data.csv",
  "LICENSE",
);
const text = fc
  .array(fc.constantFrom("Live ", "akia", "produ", "x", "\n", "DEPLOY"), { maxLength: 6 })
  .map((all) => all.join(""));

test("picks exactly the rules that looking at each one would pick, in their order", () => {
  fc.assert(
    fc.property(fc.array(appliesTo, { maxLength: 8 }), path, text, (all, where, content) => {
      const rules = all.map((one, number) => rule(number, one));
      const expected = rules.filter((one) => wants(one, where, content)).map(({ id }) => id);
      expect(selector(rules)(rawFile(where, content)).map(({ id }) => id)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test("a file in UTF-16 is searched as text", () => {
  const select = selector([rule(1, { keywords: ["sk_live_"] })]);
  expect(select(rawFile("a.txt", Buffer.from("key=sk_live_x", "utf16le"))).length).toBe(1);
  expect(select(rawFile("a.txt", Buffer.from("key=sk_test_x", "utf16le"))).length).toBe(0);
});
