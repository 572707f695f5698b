import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { minimatch } from "minimatch";
import { anyGlob, firstLook, globIndex, wordsOfGlobs } from "../../src/text/globs.js";
import { growsInProportion } from "../support/growth.js";

const plain = (globs: readonly string[], path: string) =>
  globs.some((glob) =>
    minimatch(path, glob, { dot: true, nocase: true, nocomment: true, nonegate: true, platform: "linux" }),
  );

const part = fc.constantFrom(
  "a",
  "B",
  "src",
  ".github",
  "x.yml",
  "x.YAML",
  ".env",
  ".env.local",
  "Makefile",
  "values-prod.yaml",
);
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const globPart = fc.constantFrom(
  "a",
  "*",
  "**",
  "*.yml",
  "*.{yml,yaml}",
  "{a,src}",
  "x.{yml,yaml}",
  ".env*",
  "makefile",
  "values-*.yaml",
  "[ab]",
  "@(a|b)",
  "?.yml",
  "!(a)",
  "*env*",
  "x*.*l",
  "v*-PROD.y*",
  "..",
  "",
);
const glob = fc.array(globPart, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));

test("matches exactly what the plain matcher matches", () => {
  fc.assert(
    fc.property(fc.array(glob, { maxLength: 4 }), path, (globs, one) => {
      expect(anyGlob(globs)(one)).toBe(plain(globs, one));
    }),
    { numRuns: 3000 },
  );
});

test("a first look comes upon every path that matches, in one text of many", () => {
  fc.assert(
    fc.property(fc.array(glob, { maxLength: 4 }), fc.array(path, { maxLength: 6 }), (globs, paths) => {
      const text = paths.map((one) => `100644 blob 0a\t${one}\0`).join("");
      const looks = [...text.matchAll(firstLook(globs))].map(
        ({ index }) => text.slice(0, index + 1).split("\0").length - 1,
      );
      const matching = paths.flatMap((one, place) => (plain(globs, one) ? place : []));
      expect(looks).toEqual(expect.arrayContaining(matching));
    }),
    { numRuns: 2000 },
  );
});

test("an index answers for each set of globs on its own", () => {
  fc.assert(
    fc.property(fc.array(fc.array(glob, { maxLength: 3 }), { maxLength: 5 }), path, (sets, one) => {
      const hits = new Set<number>();
      globIndex(sets).match(one, (set) => hits.add(set));
      const expected = sets.flatMap((globs, set) => (plain(globs, one) ? [set] : []));
      expect([...hits].sort()).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["**/*.{yml,yaml}", "deep/down/X.YAML", true],
  ["**/*.tar.gz", "a.tar.gz", true],
  ["**/*.gz", "a.tar.gz", true],
  ["**/Dockerfile", "app/dockerfile", true],
  ["**/{dockerfile,containerfile}.{a,b}", "x/Containerfile.b", true],
  ["**/Dockerfile", "dockerfile/x", false],
  [".github/workflows/*.yml", ".github/workflows/sub/x.yml", false],
  ["#not-a-comment", "#not-a-comment", true],
  ["!a", "b", false],
])("%s on %s: %s", (pattern, one, expected) => {
  expect(anyGlob([pattern])(one)).toBe(expected);
});

test("a glob of over 256 characters, and one that would grow without end, match nothing", () => {
  expect(anyGlob(["a".repeat(300)])("a".repeat(300))).toBe(false);
  expect(anyGlob(["{a,b}".repeat(50)])("c".repeat(50))).toBe(false);
});

test("a glob of many stars takes time in proportion to the path", async () => {
  const stars = anyGlob([`${"**/".repeat(60)}x`]);
  expect(await growsInProportion((size) => stars(`${"a/".repeat(size)}y`), 100)).toBe(true);
});

test.each(["argo/", "a.yml/", "argo/a.yml/"])("folders between two parts, in a path of many %s", async (folder) => {
  const matches = anyGlob(["**/argo/**/*.yml"]);
  expect(await growsInProportion((size) => matches(`${folder.repeat(size)}x`), 2000)).toBe(true);
  const look = (size: number) => [...`\t${folder.repeat(size)}x\0`.matchAll(firstLook(["**/argo/**/*.yml"]))];
  expect(await growsInProportion(look, 2000)).toBe(true);
});

test("whatever a glob matches holds one of its words", () => {
  fc.assert(
    fc.property(fc.array(glob, { minLength: 1, maxLength: 3 }), path, (globs, one) => {
      const words = wordsOfGlobs(globs);
      const holds = words?.some((word) => one.toLowerCase().includes(word)) ?? true;
      expect(holds || !anyGlob(globs)(one)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(wordsOfGlobs(["*.Prod.acme.example", "db{1,2}.acme.example", "*.{lab,core}.acme.example"])).toEqual([
    ".prod.acme.example",
    "db1.acme.example",
    "db2.acme.example",
    ".lab.acme.example",
    ".core.acme.example",
  ]);
  expect(wordsOfGlobs(["*.acme.example", "*"])).toBeNull();
});
