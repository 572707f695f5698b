import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { RULES } from "../../src/rules/index.js";
import { readPlainYaml } from "../../src/text/plain-yaml/read.js";
import { readFully } from "../../src/text/yaml.js";
import { growsInProportion } from "../support/growth.js";

const PLAIN: readonly string[] = [
  "",
  "# nothing but a comment\n",
  "---\n",
  "---\n---\na: 1\n--- # the second\n",
  "name: x",
  "a: 1\nb: -2.5\nc: 1e3\nd: .5\ne: true\nf: NULL\ng: ~\nh: 007\ni: 1.2.3\nj: on\n",
  "true: a\n1.0: b\nnull: c\n",
  "a: x # why\nb: x#y\nc: http://x.example:80/#top\n",
  'a: "x: # y"\nb: \'it\'\'s\'\n"c d" : "\\"q\\" \\n \\\\ \\/"\n',
  "a:\n  b:\n    c: 1\n\n  d: 2\ne:\n",
  "a:\n- 1\n- b: 2\n  c: 3\n-   - deep\n    - er\nd: 4\n",
  "a:\n  -\n    b: 1\n  -\n  - c\n",
  "a: [x, 'y', \"z\", [], {}, {k: v, 'q':1}]\nb: {c: [1, 2], d: !Ref E}\n",
  "a: [\n    x, # one\n\n    y\n  ]\nb: {\n  c: d }\n",
  "a: one\n  two # over\nb: one\n\n\n  two\n  three\n",
  "- one\n  two\n- three\n",
  "a: |\n  one\n   two\n\n  three\n\n\nb: |-  # why\n    x\n",
  "a: >-\n  one\n  two\n\n\n  three\nb: >\n  x",
  "- |\n  one\n- k: |\n    two\n  l: 3\n",
  "a: !Ref B\nb: !Sub |\n  x\nc: !If\n  - d\n  - !GetAtt e.f\nd: !Ref 5\n",
  "a:\n  b: 1\n  # of the map\nc: 2\n",
  "a:\n  b: 1\n    # of the value\n  # of the map\nc:\n  - x\n    # of the item\n",
  "a:\n  - b:\n      c: 1\n      # inmost\n    # middle\n# outer\nd: 1\n",
  "a:\n  - x\n # odd\nb: 1\n",
  "a: # nothing\nb: 1\n",
  "  a: 1\n  b:\n  - 2\n",
  "a: 1\na: 2\n",
  "a: 'one \n   two\n\n\n  it''s\n  '\nb: \"one\n  two\\n\n   three\"\n",
  'a: "\\x41 \\u00e9 \\U0001F600"\n',
  "a: >\n  x\n    y\n\n    z\n\n  q\n  r\n\n\n   s\n",
];

const UNUSUAL: readonly string[] = [
  "a: &x 1\nb: *x\n",
  "a:\n  <<: {b: 1}\n",
  "a: 1\r\nb: 2\r\n",
  "%YAML 1.2\n---\na: 1\n",
  "a: 1\n...\n",
  "? a\n: b\n",
  "a:\t1\n",
  "\ta: 1\n",
  'a: "\\0 \\e"\n',
  "a: |2\n    x\n",
  "a: |+\n  x\n\n",
  "a: 0x1f\n",
  "a: !!int 5\n",
  "--- a\n",
  "just words\n",
  "[a, b]\n",
  "{{ .Values.x }}\n",
];

const BROKEN: readonly string[] = [
  "a: b: c\n",
  "a: - b\n",
  "a:\n   b: 1\n  c: 2\n",
  "a: 1\n  b: 2\n",
  "a: [x\nb: 1\n",
  "a: [x, , y]\n",
  "a: [-]\n",
  "a: 'x' y\n",
  "a:\n  b: 'one\n  two'\n",
  "'a\n  b': c\n",
  "a: @x\n",
  "a\nb: 1\n",
  "- a\nb: 1\n",
  "a: 1\n- b\n",
];

describe("plain YAML", () => {
  test.each(PLAIN)("is read like the full parser reads it: %j", (text) => {
    expect(readPlainYaml(text)).toEqual(readFully(text));
  });

  test.each([...UNUSUAL, ...BROKEN])("leaves to the full parser: %j", (text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  test.each(BROKEN)("is never made of what is broken: %j", (text) => {
    expect(readFully(text).problem).not.toBeNull();
  });

  test("reads the examples of the rules alike, and most of them plainly", () => {
    const texts = RULES.flatMap(({ examples }) => [...examples.match, ...examples.skip])
      .filter(({ path = "" }) => /\.ya?ml$/.test(path))
      .map(({ text }) => text);
    const plain = texts.filter((text) => readPlainYaml(text) !== null);
    for (const text of plain) expect(readPlainYaml(text)).toEqual(readFully(text));
    expect(plain.length).toBeGreaterThan(texts.length * 0.8);
  });

  test("says the same as the full parser of any lines, or nothing", () => {
    const indent = fc.nat({ max: 5 }).map((n) => " ".repeat(n));
    const start = fc.constantFrom(
      "",
      "",
      "- ",
      "- - ",
      "k: ",
      "k: ",
      "l:",
      "- k: ",
      "'q' : ",
      "# ",
      "k: !T ",
      "-",
      "---",
    );
    const rest = fc.constantFrom(
      ..."x|y z|1|~|'a'|\"b\"|[a, b]|{c: d}|[|]|, x|x # c|# c|x: y|-|>-|[-]|{a}|'|\"|x:|\\|@|*a|&a x|? x|%|...".split(
        "|",
      ),
      "|",
      "",
      "",
    );
    const line = fc.tuple(indent, start, rest).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), fc.constantFrom("", "\n"), (lines, end) => {
        const text = lines.join("\n") + end;
        const plain = readPlainYaml(text);
        if (plain !== null) expect(plain).toEqual(readFully(text));
      }),
      { numRuns: 3000 },
    );
  });

  test.each(["a: 1\n", "- ", "# c\n", "a:\n", "[", "- x # y\n", "k: |\n  x\n", "' ", "x "])(
    "takes time in proportion: %j",
    async (piece) => {
      expect(await growsInProportion((size) => readPlainYaml(`a: ${piece.repeat(size)}`), 20_000)).toBe(true);
    },
  );
});
