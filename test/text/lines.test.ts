import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { lineStarts, lineText, positionAt } from "../../src/text/lines.js";

const content = fc.string({ unit: fc.constantFrom("a", "é", "\n", "\r", "\r\n"), maxLength: 40 });

test("the lines are those that splitting gives", () => {
  fc.assert(
    fc.property(content, (text) => {
      const starts = lineStarts(text);
      expect(starts.map((_, i) => lineText(text, starts, i + 1))).toEqual(text.split(/\r\n|\n|\r/));
    }),
  );
});

test("a position leads back to its offset", () => {
  fc.assert(
    fc.property(content, fc.nat(40), (text, at) => {
      const offset = Math.min(at, text.length);
      const starts = lineStarts(text);
      const { line, column } = positionAt(starts, offset);
      expect((starts[line - 1] ?? -1) + column - 1).toBe(offset);
      expect(starts[line] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(offset);
    }),
  );
});
