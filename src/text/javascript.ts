import { type Syntax, type Token, tokenize } from "./code-tokens.js";

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
    if (kind !== "string") continue;
    const before = tokens[i - 1];
    const earlier = tokens[i - 2];
    const called = before?.text === "(" && (earlier?.text === "require" || earlier?.text === "import");
    if (called || (before?.kind === "name" && (before.text === "from" || before.text === "import"))) found.add(text);
  }
  return found;
}
