import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { grouped, plural } from "../../src/report/words.js";

test("large counts are written as the language's own way writes them", () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (count) => {
      expect(grouped(count)).toBe(count.toLocaleString("en"));
    }),
  );
});

test.each([
  [1, "1 file"],
  [2, "2 files"],
  [25_000, "25,000 files"],
])("%d", (count, text) => {
  expect(plural(count, "file")).toBe(text);
});
