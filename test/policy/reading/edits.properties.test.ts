import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { applyEdits, originalOffsets } from "../../../src/policy/reading/edits.js";

const edits = fc.array(
  fc.tuple(fc.nat(30), fc.nat(4), fc.string({ maxLength: 4 })).map(([start, length, text]) => ({
    start,
    end: Math.min(30, start + length),
    text,
  })),
  { maxLength: 5 },
);
const text = fc.string({ minLength: 30, maxLength: 30, unit: fc.constantFrom(..."abcdefghij") });

test("what stays in the text keeps its place", () => {
  fc.assert(
    fc.property(text, edits, (before, made) => {
      const marked = made.map((edit) => ({ ...edit, text: edit.text.toUpperCase().replace(/[a-z]/g, "X") }));
      const after = applyEdits(before, marked);
      const toOriginal = originalOffsets(marked);
      let last = 0;
      for (const [offset, character] of [...after].entries()) {
        const original = toOriginal(offset);
        expect(original).toBeGreaterThanOrEqual(last);
        expect(original).toBeLessThanOrEqual(before.length);
        if (/[a-j]/.test(character)) expect(before[original]).toBe(character);
        last = original;
      }
      expect(toOriginal(after.length)).toBe(before.length);
    }),
  );
});

test("edits that overlap are not both made", () => {
  const made = [
    { start: 0, end: 3, text: "x" },
    { start: 2, end: 4, text: "y" },
  ];
  expect(applyEdits("abcd", made)).toBe("xd");
});
