import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { redact, redactor, SECRET_WINDOW } from "../../src/model/redacted.js";

const secret = fc
  .string({ minLength: SECRET_WINDOW, maxLength: 60, unit: "grapheme-ascii" })
  .filter((s) => s.trim().length > 4);

test("no eight characters of a secret in a row survive, wherever it stands", () => {
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 4 }),
      fc.array(fc.string(), { maxLength: 3 }),
      (secrets, rest) => {
        const text = [...secrets, ...rest, ...secrets.map((s) => s.slice(2))].join(" and ");
        const shown = redactor(secrets)(text);
        for (const one of secrets) {
          for (let i = 0; i + SECRET_WINDOW <= one.length; i++)
            expect(shown).not.toContain(one.slice(i, i + SECRET_WINDOW));
        }
      },
    ),
  );
});

test("a secret of fewer than eight characters is taken out whole", () => {
  expect(redactor(["hunter2"])("the password is hunter2, twice hunter2")).toBe("the password is …, twice …");
});

test("text around a secret stays", () => {
  expect(redactor(["abcdefghijkl"])("key = abcdefghijkl # prod")).toBe("key = … # prod");
});

test("what can't be seen is shown as a blank", () => {
  expect(redact("a\u202eb\u0000c\nd\u200be")).toBe("a b c d e");
});

test("a long text is cut at whole characters", () => {
  const shown = redact("😀".repeat(1000));
  expect([...shown]).toHaveLength(400);
  expect(shown.endsWith("😀…")).toBe(true);
});

test("redaction takes time in proportion to what is shown, not to what is hidden", () => {
  const long = "k".repeat(1_000_000);
  expect(redactor([long])(`${long} end`).length).toBeLessThan(450);
});
