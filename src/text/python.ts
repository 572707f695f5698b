import { rowsOf, type Syntax, type Token, type TokenAt, tokenize } from "./code-tokens.js";

export const PYTHON: Syntax = {
  lineComments: ["#"],
  blockComments: [],
  strings: [
    { quote: '"""', multiline: true },
    { quote: "'''", multiline: true },
    { quote: '"', multiline: false },
    { quote: "'", multiline: false },
  ],
  regexLiterals: false,
};

export const pythonTokens = (text: string): readonly Token[] => tokenize(text, PYTHON);

/** Modules a Python file imports, with the names it takes: `from openai import OpenAI` gives `openai` and `openai.OpenAI`. */
export function pythonImports(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  const at: TokenAt = (number) => tokens[number];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== "name" || (text !== "import" && text !== "from")) continue;
    if (text === "from") addFrom(at, i, found);
    else if (!isPartOfFrom(tokens, i)) addListed(at, i, found);
  }
  return found;
}

/** What {@link pythonImports} finds in the whole text, and what only looks like it, in a comment or a string. */
export function likelyPythonImports(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const rowAt = rowsOf(text, PYTHON);
  let partOfFrom = -1;
  for (const { index: start } of text.matchAll(WORDS)) {
    if (start === partOfFrom) continue;
    const at = rowAt(start);
    const word = at(0)?.text;
    if (word === "import") addListed(at, 0, found);
    if (word === "from") {
      const end = addFrom(at, 0, found);
      if (isOneStatement(text, start, end)) partOfFrom = end;
    }
  }
  return found;
}

const WORDS = /\b(?:import|from)\b/g;

/**
 * Of a statement the `import` is not one of its own. What looks like one may be the end of a name, or of a comment whose
 * next line is a true `import`.
 */
const isOneStatement = (text: string, start: number, end: number): boolean =>
  /^(?:from|\s)/.test(text.slice(Math.max(0, start - 1), end)) && !text.slice(start, end).includes("\n");

/** `import a.b as c, d`, from the number of `import` on. */
function addListed(at: TokenAt, start: number, found: Set<string>): void {
  for (const path of listed(at, start + 1)) found.add(path);
}

/** `from a.b import (c as d, e)`, from the number of `from` on. Where `import` begins, or -1 where there is none. */
function addFrom(at: TokenAt, start: number, found: Set<string>): number {
  const { path, next } = dotted(at, start + 1);
  const taking = at(next);
  if (path === "" || taking?.text !== "import") return -1;
  const open = at(next + 1)?.text === "(" ? 2 : 1;
  found.add(path);
  for (const name of listed(at, next + open)) found.add(`${path}.${name}`);
  return taking.start;
}

const LONGEST_LIST = 80;
const LONGEST_PATH = 12;

/** `a.b as c, d` up to the first thing that is no comma. */
function listed(at: TokenAt, from: number): readonly string[] {
  const paths: string[] = [];
  let number = from;
  while (paths.length < LONGEST_LIST) {
    const { path, next } = dotted(at, number);
    if (path === "") break;
    paths.push(path);
    number = at(next)?.text === "as" ? next + 2 : next;
    if (at(number)?.text !== ",") break;
    number++;
  }
  return paths;
}

function isPartOfFrom(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 2 * LONGEST_PATH; i--) {
    const { kind, text } = tokens[i] as Token;
    if (text === "from") return true;
    if (text !== "." && (kind !== "name" || tokens[i + 1]?.text !== (i + 1 === at ? "import" : "."))) return false;
  }
  return false;
}

function dotted(at: TokenAt, from: number): { readonly path: string; readonly next: number } {
  const parts: string[] = [];
  let next = from;
  for (let token = at(next); token?.kind === "name" && parts.length < LONGEST_PATH; token = at(next)) {
    if (token.text === "import" || token.text === "as") break;
    parts.push(token.text);
    next++;
    if (at(next)?.text !== ".") break;
    next++;
  }
  return { path: parts.join("."), next };
}
