import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type Syntax, type Token, tokenize } from "../../src/text/code-tokens.js";
import { C_LIKE, JAVASCRIPT } from "../../src/text/javascript.js";
import { PYTHON } from "../../src/text/python.js";

const escaped = (text: string) => text.replace(/[^\w]/g, "\\$&");

/** The same by one list of patterns, tried in order at every place. */
function byPatterns(text: string, syntax: Syntax): readonly Token[] {
  const skips = [
    "\\s+",
    ...syntax.blockComments.map(([open, close]) => `${escaped(open)}[^]*?(?:${escaped(close)}|$)`),
    ...syntax.lineComments.map((open) => `${escaped(open)}[^\\n]*`),
  ];
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const here = (pattern: string) => new RegExp(pattern, "y");
    const rest = text.slice(at);
    const skipped = skips.map((pattern) => here(pattern).exec(rest)?.[0].length ?? 0).find((length) => length > 0);
    if (skipped !== undefined) {
      at += skipped;
      continue;
    }
    const token = tokenByPattern(rest, syntax, tokens.at(-1));
    tokens.push({ ...token, start: at, end: at + token.length } as Token & { length: number });
    at += token.length;
  }
  return tokens.map(({ kind, text: own, start, end }) => ({ kind, text: own, start, end }));
}

function tokenByPattern(rest: string, { strings, regexLiterals }: Syntax, before: Token | undefined) {
  for (const { quote, multiline } of strings) {
    const inside = `(?:\\\\(?:[^]|$)|(?!${escaped(quote)})[^\\\\${multiline ? "" : "\\n"}])*`;
    const found = new RegExp(`^${escaped(quote)}(${inside})(${escaped(quote)})?`).exec(rest);
    if (found !== null) return { kind: "string", text: found[1] ?? "", length: found[0].length };
  }
  const value =
    before !== undefined &&
    (before.kind === "punct" ? before.text === ")" || before.text === "]" : before.text !== "return");
  const regex = regexLiterals && !value ? /^\/(?![*/])(?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]{0,8}/ : /^(?!)/;
  const forms: readonly (readonly [string, RegExp])[] = [
    ["name", /^[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/],
    ["number", /^\d[\w.]*/],
    ["punct", regex],
    ["punct", /^(?:=>|==|!=|<=|>=|\?\.|\?\?|\|\||&&|:=|->|::|\+=|\*\*)/],
    ["punct", /^./s],
  ];
  for (const [kind, pattern] of forms) {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) return { kind, text: found, length: found.length };
  }
  throw new Error("every character is a token of its own");
}

const piece = fc.constantFrom(
  ..."a _b $c 12 3.4e5 é   ( ) [ ] { } . , ; : = + - * / // /* */ # ' \" ''' \"\"\" ` \\ => ?. :: -> ** | || return".split(
    " ",
  ),
  " ",
  "\n",
  "\r\n",
  "\t",
  "\u00a0",
  "\u2028",
);

test.each<[string, Syntax]>([
  ["Python", PYTHON],
  ["JavaScript", JAVASCRIPT],
  ["C and its like", C_LIKE],
])("reads %s as a list of patterns does", (_, syntax) => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      expect(tokenize(text, syntax)).toEqual(byPatterns(text, syntax));
    }),
    { numRuns: 300 },
  );
});
