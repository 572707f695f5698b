import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readNotebook } from "../../src/text/notebook.js";
import { anyText } from "../support/texts.js";

const cell = (source: unknown, outputs: unknown[] = []) => ({ cell_type: "code", metadata: {}, source, outputs });
const notebook = (cells: unknown[]) => JSON.stringify({ cells, metadata: {}, nbformat: 4 }, null, 1);

test("sources and text outputs are read, numbered by cell; images, hashes and metadata are not", () => {
  const outputs = [
    { output_type: "stream", name: "stdout", text: ["one\n", "two"] },
    {
      output_type: "display_data",
      data: { "image/png": "iVBORw0KGgo=", "text/plain": ["plain"] },
      metadata: { hash: "abc" },
    },
    { output_type: "error", ename: "E", evalue: "broken", traceback: ["line"] },
  ];
  const found = readNotebook(notebook([cell("a = 1"), cell(["b\n", "c"], outputs)]));
  expect(found?.map(({ cell: number, kind, text }) => [number, kind, text])).toEqual([
    [1, "source", "a = 1"],
    [2, "source", "b\nc"],
    [2, "output", "one\ntwo"],
    [2, "output", "plain"],
    [2, "output", "broken"],
    [2, "output", "line"],
  ]);
});

test("every character's place in the file is known, escapes included", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, unit: "grapheme-ascii" }), { minLength: 1, maxLength: 4 }),
      (source) => {
        const file = notebook([cell(source)]);
        const [read] = readNotebook(file) ?? [];
        expect(read?.text).toBe(source.join(""));
        for (const [i, unit] of [...source.join("")].entries()) {
          const at = read?.offsetOf(i) ?? -1;
          expect([unit, "\\"]).toContain(file[at]);
        }
      },
    ),
  );
});

test.each(["", "{}", "not json", `{"cells": ${"[".repeat(200_000)}`, '{"cells": [1, null, {"source": 3}]}'])(
  "what is no notebook has no texts and stops nothing (%#)",
  (text) => {
    expect(readNotebook(text) ?? []).toEqual([]);
  },
);

/** What is in notebooks, and what is hard to skip: quotes and backslashes in a row, names twice, names with escapes. */
const VALUE = fc.letrec<{ value: unknown; string: string }>((tie) => ({
  string: fc.oneof(anyText(), fc.array(fc.constantFrom("\\", '"', "\n", "[", "}", ","), {}).map(String)),
  value: fc.oneof(
    tie("string"),
    fc.integer(),
    fc.constantFrom(null, true, ""),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom("text", "data", "text/plain", "evalue"), tie("string")), tie("value"), {
      maxKeys: 3,
    }),
  ),
})).value;

test("a valid notebook is read as it is read with a comment behind it, which takes the slower way", () => {
  const source = fc.record({ source: VALUE, outputs: fc.array(VALUE, { maxLength: 3 }) });
  const layout = fc.constantFrom(undefined, 1, "\t");
  fc.assert(
    fc.property(fc.array(source, { maxLength: 3 }), layout, fc.boolean(), (cells, indent, isOld) => {
      const file = JSON.stringify(isOld ? { worksheets: [{ cells }] } : { cells, metadata: cells }, null, indent);
      const fast = readNotebook(file);
      const slow = readNotebook(`${file}\n// a comment`);
      const seen = (texts: typeof fast) =>
        texts?.map(({ cell: number, kind, text, offsetOf }) => [
          number,
          kind,
          text,
          offsetOf(0),
          offsetOf(text.length - 1),
        ]);
      expect(seen(fast)).toEqual(seen(slow));
    }),
  );
});

test("a name that stands twice hides nothing", () => {
  const file =
    '{"cells": [{"source": "first", "source": ["second \\"]", "\\u0041"], "metadata": {"source": "third"}}]}';
  expect(readNotebook(file)?.map(({ text }) => text)).toEqual(['firstsecond "]A']);
});
