import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { KINDS } from "../../../src/catalogue/deploy/index.js";
import type { Test } from "../../../src/catalogue/deploy/kind.js";
import { couldHold } from "../../../src/rules/deploy/engine/could-hold.js";
import { holds, type Subject } from "../../../src/rules/deploy/engine/tests.js";
import { parsedAs } from "../../../src/rules/deploy/engine/view.js";
import { sourceFile } from "../../../src/scan/source-file.js";
import { anyGlob } from "../../../src/text/globs.js";
import { scalarsByKey, scalarsIn } from "../../../src/text/tree.js";
import { yamlOf } from "../../../src/text/yaml.js";
import { rawFile, surroundings } from "../../support/run-rule.js";
import { APP_ROWS } from "./rows/apps.js";
import { INFRASTRUCTURE_ROWS } from "./rows/infrastructure.js";
import { PLATFORM_ROWS } from "./rows/platforms.js";

const SAMPLES = [...INFRASTRUCTURE_ROWS, ...APP_ROWS, ...PLATFORM_ROWS]
  .flatMap(({ yes, no }) => [...yes, ...no])
  .map(([path, text]) => sourceFile(rawFile(path, text)));

test("what holds in any sample of the catalogue could hold, for every kind", () => {
  let held = 0;
  for (const { paths, format, confirm } of KINDS) {
    const fits = anyGlob(paths);
    for (const file of SAMPLES.filter(({ path }) => fits(path))) {
      const trees = format === "text" || format === "code" ? [undefined] : parsedAs(file, format).documents;
      const subjects = trees.map((tree): Subject => ({ file, format, tree, surroundings: surroundings([file]) }));
      if (subjects.every((subject) => holds(confirm, subject) === null)) continue;
      held++;
      expect(couldHold(confirm, file.text)).toBe(true);
    }
  }
  expect(held).toBeGreaterThan(KINDS.length);
});

const KEYS = ["a", "b", "c.d", "e"] as const;
const STEPS = ["a", "b", "c&d", "e", "*", "**"] as const;
const place = fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 3 }).map((steps) => steps.join("."));
const { tests } = fc.letrec<{ tests: Test }>((tie) => ({
  tests: fc.oneof(
    { maxDepth: 3 },
    place.map((has) => ({ has })),
    fc.record({ at: place, is: fc.constant(["x", "true"]) }),
    place.map((block) => ({ block })),
    fc.record({ everyBlock: place, labelled: fc.constant(["a", "b"]) }),
    fc.array(tie("tests"), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
    fc.array(tie("tests"), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
    tie("tests").map((not) => ({ not })),
  ),
}));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("x", true, null),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 3 }),
  ),
}));

test("whatever holds for any document could hold", () => {
  fc.assert(
    fc.property(tests, value, (wanted, document) => {
      const file = sourceFile({ path: "x.json", bytes: Buffer.from(JSON.stringify(document)) });
      const tree = parsedAs(file, "json").documents[0];
      const subject: Subject = { file, format: "json", tree, surroundings: surroundings([file]) };
      expect(couldHold(wanted, file.text) || holds(wanted, subject) === null).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("scalars are found by their last key wherever they stand", () => {
  fc.assert(
    fc.property(value, (document) => {
      const tree = yamlOf({ text: JSON.stringify(document) }).documents[0];
      if (tree === undefined) return;
      for (const key of ["a", "b", "d", "e"]) {
        const all = scalarsIn(tree).filter(({ path }) => path.slice(path.lastIndexOf(".") + 1) === key);
        expect(scalarsByKey(tree).get(key) ?? []).toEqual(
          all.map(({ value: text, start, end }) => ({ value: text, start, end })),
        );
      }
    }),
  );
});
