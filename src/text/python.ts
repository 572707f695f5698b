import { type Syntax, type Token, tokenize } from "./code-tokens.js";

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
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== "name" || (text !== "import" && text !== "from")) continue;
    if (text === "import" && !isPartOfFrom(tokens, i)) for (const path of listed(tokens, i + 1)) found.add(path);
    if (text !== "from") continue;
    const { path, next } = dotted(tokens, i + 1);
    if (path === "" || tokens[next]?.text !== "import") continue;
    const open = tokens[next + 1]?.text === "(" ? 2 : 1;
    found.add(path);
    for (const name of listed(tokens, next + open)) found.add(`${path}.${name}`);
  }
  return found;
}

const LONGEST_LIST = 80;
const LONGEST_PATH = 12;

/** `a.b as c, d` up to the first thing that is no comma. */
function listed(tokens: readonly Token[], from: number): readonly string[] {
  const paths: string[] = [];
  let at = from;
  while (paths.length < LONGEST_LIST) {
    const { path, next } = dotted(tokens, at);
    if (path === "") break;
    paths.push(path);
    at = tokens[next]?.text === "as" ? next + 2 : next;
    if (tokens[at]?.text !== ",") break;
    at++;
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

function dotted(tokens: readonly Token[], at: number): { readonly path: string; readonly next: number } {
  const parts: string[] = [];
  let next = at;
  while (tokens[next]?.kind === "name" && parts.length < LONGEST_PATH) {
    const text = tokens[next]?.text ?? "";
    if (text === "import" || text === "as") break;
    parts.push(text);
    next++;
    if (tokens[next]?.text !== ".") break;
    next++;
  }
  return { path: parts.join("."), next };
}
