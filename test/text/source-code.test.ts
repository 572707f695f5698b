import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { firstArgument, option } from "../../src/text/calls.js";
import { isPromptPath, isTestPath, isVendoredPath } from "../../src/text/path-roles.js";
import { codeOf, type Language, languageOf, readCode } from "../../src/text/source-code.js";
import { growsInProportion } from "../support/growth.js";

const imports = (text: string, language: Language) => [...readCode(text, language).imports].sort();
const callees = (text: string, language: Language) => readCode(text, language).calls.map(({ callee }) => callee);

test.each<[string, Language, string[]]>([
  ["from openai import OpenAI\nclient = 1", "python", ["openai", "openai.OpenAI"]],
  ["from a.b import (\n  C as D,\n  E,\n)\nx = 2", "python", ["a.b", "a.b.C", "a.b.E"]],
  ["import os, smtplib as s\nimport a.b\n", "python", ["a.b", "os", "smtplib"]],
  ["# import stripe\n'''import twilio'''\n", "python", []],
  ['import x from "a";\nimport "b";\nconst c = require("c");\nawait import("d");', "javascript", ["a", "b", "c", "d"]],
  ['// import x from "a"\n/* require("b") */ const s = "from c";', "javascript", []],
])("imports of %j", (text, language, expected) => {
  expect(imports(text, language)).toEqual(expected);
});

test.each<[string, Language, string[]]>([
  ["smtplib.SMTP('h').send_message(m)", "python", ["smtplib.SMTP", "smtplib.SMTP().send_message"]],
  ["def send(x):\n  # send_mail(x)\n  return 'send_mail(x)'", "python", []],
  [
    "s.users().messages().send(userId='me').execute()",
    "python",
    ["s.users", "s.users().messages", "s.users().messages().send", "s.users().messages().send().execute"],
  ],
  ["await new Resend(key).emails.send({})", "javascript", ["Resend", "Resend().emails.send"]],
  ["const r = /call(/; go(a / b / c)", "javascript", ["go"]],
  ["`text(x)`; client?.post(1)", "javascript", ["client.post"]],
])("calls in %j", (text, language, expected) => {
  expect(callees(text, language)).toEqual(expected);
});

describe("options", () => {
  const names = new Set(["base_url", "baseURL"]);
  const read = (text: string, language: Language = "python") => {
    const { tokens, calls } = readCode(text, language);
    const call = calls[0];
    return call === undefined ? null : option(tokens, call.from, call.to, names);
  };
  test("a literal, a variable, a variable with a fallback, a name", () => {
    expect(read("OpenAI(api_key=k, base_url='https://x.example/v1')")?.literal).toBe("https://x.example/v1");
    expect(read("OpenAI(base_url=os.environ['MY_URL'])")?.variable).toBe("MY_URL");
    expect(read("OpenAI(base_url=os.getenv('MY_URL', 'http://localhost'))")).toMatchObject({
      variable: "MY_URL",
      literal: "http://localhost",
    });
    expect(read("new OpenAI({ baseURL: process.env.MY_URL })", "javascript")?.variable).toBe("MY_URL");
    expect(read("OpenAI(base_url=BASE)")?.name).toBe("BASE");
    expect(read("OpenAI(api_key=k)")).toBeNull();
  });
  test("the first argument without a name", () => {
    const { tokens, calls } = readCode("f('a', b=1)\ng(b=1)\nh()", "python");
    expect(calls.map((call) => firstArgument(tokens, call)?.literal)).toEqual(["a", undefined, undefined]);
  });
  test("a name that is given two values is not a constant", () => {
    expect([...readCode("A = 'x'\nB = 'y'\nB = 'z'", "python").constants]).toEqual([["A", "x"]]);
  });
});

test("whatever the text, reading it ends, covers it in order and throws nothing", () => {
  const pieces = fc.constantFrom(
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "`",
    "/",
    "\\",
    "\n",
    "a",
    ".",
    ",",
    "=",
    "#",
    "//",
    "/*",
    '"""',
    "é",
    "from ",
    "import ",
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 120 }),
      fc.constantFrom<Language>("python", "javascript", "other"),
      (parts, language) => {
        const { tokens } = readCode(parts.join(""), language);
        for (const [i, { start, end }] of tokens.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(tokens[i - 1]?.end ?? 0);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each(["(", "a.", "'", "/", "/[", "[x", "f(", "from a import ", "a=", '"""'])(
  "%j over and over is read in time that grows in proportion",
  async (piece) => {
    const read = (count: number) => {
      readCode(piece.repeat(count), "javascript");
      readCode(piece.repeat(count), "python");
    };
    expect(await growsInProportion(read, 12_500)).toBe(true);
  },
);

test("paths", () => {
  expect(["src/test_a.py", "a/tests/x.ts", "x.spec.ts", "conftest.py"].every(isTestPath)).toBe(true);
  expect(["src/contest.py", "latest/x.ts", "attest.py"].some(isTestPath)).toBe(false);
  expect(["a/node_modules/b.js", "x.min.js"].every(isVendoredPath)).toBe(true);
  expect(["prompts/a.md", "app/prompt.txt", "app/prompts.py"].every(isPromptPath)).toBe(true);
  expect([languageOf("a.py"), languageOf("a.tsx"), languageOf("a.go")]).toEqual(["python", "javascript", "other"]);
});

describe("a notebook", () => {
  const notebook = JSON.stringify({
    cells: [
      { cell_type: "markdown", source: ["from fake import Fake\n", "Fake()"] },
      {
        cell_type: "code",
        source: ["!pip install x\n", "from openai import OpenAI"],
        outputs: [{ text: ["Printed()"] }],
      },
      { cell_type: "code", source: ["x = 1\n", 'client = OpenAI(api_key="k")'] },
    ],
  });
  const file = { path: "a.ipynb", text: notebook };

  test("is the code of its code cells, in one", () => {
    expect([...codeOf(file).imports]).toEqual(["openai", "openai.OpenAI"]);
    expect(codeOf(file).calls.map(({ callee }) => callee)).toEqual(["OpenAI"]);
  });

  test("keeps the places: offset in the file, cell and line", () => {
    const code = codeOf(file);
    const [call] = code.calls;
    const place = code.placeOf([call?.start ?? 0, call?.end ?? 0]);
    expect(place.cell).toEqual({ number: 3, line: 2 });
    expect(notebook.slice(...place.range)).toBe('OpenAI(api_key=\\"k\\")');
  });

  test.each(["", "{", '{"cells": 3}', '{"cells": [null, {"source": null}]}'])(
    "%j is no notebook, and no harm",
    (text) => {
      expect(codeOf({ path: "a.ipynb", text }).calls).toEqual([]);
    },
  );
});
