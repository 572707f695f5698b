import { rowsOf, type Syntax, type Token, type TokenAt, tokenize } from "./code-tokens.js";

const C_COMMENTS = { lineComments: ["//"], blockComments: [["/*", "*/"]] } as const;
const PLAIN_STRINGS = [
  { quote: '"', multiline: false },
  { quote: "'", multiline: false },
] as const;

export const JAVASCRIPT: Syntax = {
  ...C_COMMENTS,
  strings: [...PLAIN_STRINGS, { quote: "`", multiline: true }],
  regexLiterals: true,
};

/** Go, Java, C#, Kotlin, Swift, Rust, PHP and their like. */
export const C_LIKE: Syntax = {
  ...C_COMMENTS,
  strings: [{ quote: '"""', multiline: true }, ...PLAIN_STRINGS, { quote: "`", multiline: true }],
  regexLiterals: false,
};

export const javascriptTokens = (text: string): readonly Token[] => tokenize(text, JAVASCRIPT);

/** Modules that a JavaScript or TypeScript file takes: `import … from "x"`, `require("x")`, `import("x")`. */
export function javascriptImports(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind === "name" && WORDS.has(text)) addImport((number) => tokens[i + number], found);
  }
  return found;
}

/** What {@link javascriptImports} finds in the whole text, and what only looks like it, in a comment or a string. */
export function likelyJavascriptImports(text: string, syntax: Syntax): ReadonlySet<string> {
  const found = new Set<string>();
  const rowAt = rowsOf(text, syntax);
  for (const { index: start } of text.matchAll(WORD)) addImport(rowAt(start), found);
  return found;
}

const WORDS: ReadonlySet<string> = new Set(["from", "import", "require"]);
/** One of the words, with what it takes behind it, or a comment. */
const WORD = /\b(?:from|import|require)\s*(?:\(\s*)?["'`/]/g;

/** What is taken where the row begins with one of the words. */
function addImport(at: TokenAt, found: Set<string>): void {
  const word = at(0)?.text;
  const next = at(1);
  if (next?.kind === "string" && word !== "require") found.add(next.text);
  if (word === "from" || next?.text !== "(") return;
  const called = at(2);
  if (called?.kind === "string") found.add(called.text);
}
