import { type Call, calls, constants } from "./calls.js";
import { type Syntax, type Token, tokenize } from "./code-tokens.js";
import { C_LIKE, JAVASCRIPT, javascriptImports, likelyJavascriptImports } from "./javascript.js";
import { oncePer } from "./memo.js";
import { notebookCode } from "./notebook-code.js";
import { likelyPythonImports, PYTHON, pythonImports } from "./python.js";

/** What of a file is code: all of it, or the cells of a notebook one after the other. */
export interface Source {
  readonly language: Language;
  readonly text: string;
  /** Where a range of the text stands in the file. */
  readonly placeOf: (range: Range) => Place;
}

/** One file of source code, read once: its tokens, imports, calls and the names that hold one string. */
export interface Code {
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly imports: ReadonlySet<string>;
  readonly calls: readonly Call[];
  readonly constants: ReadonlyMap<string, string>;
  /** Where a range of the code stands in the file. */
  readonly placeOf: (range: Range) => Place;
}

type Range = readonly [start: number, end: number];

export interface Place {
  readonly range: Range;
  /** In a notebook. */
  readonly cell?: { readonly number: number; readonly line: number };
}

export type Language = "python" | "javascript" | "other";

const SYNTAX: Readonly<Record<Language, Syntax>> = { python: PYTHON, javascript: JAVASCRIPT, other: C_LIKE };
const JAVASCRIPT_ENDINGS = new Set("js jsx mjs cjs ts tsx mts cts vue svelte astro html htm gs".split(" "));
const HASH_COMMENTS = new Set("rb r jl ex exs pl pm sh bash zsh".split(" "));

export function languageOf(path: string): Language {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  if (ending === "py" || ending === "pyw" || ending === "ipynb" || HASH_COMMENTS.has(ending)) return "python";
  return JAVASCRIPT_ENDINGS.has(ending) ? "javascript" : "other";
}

const callsOf = oncePer(calls);
const constantsOf = oncePer(constants);

/** Reads text as a language; the tokens' offsets are offsets into the text. Calls are looked for when they are asked for. */
export function readCode(text: string, language: Language, placeOf: Code["placeOf"] = (range) => ({ range })): Code {
  const tokens = tokenize(text, SYNTAX[language]);
  return {
    language,
    tokens,
    imports: language === "python" ? pythonImports(tokens) : javascriptImports(tokens),
    get calls() {
      return callsOf(tokens);
    },
    get constants() {
      return constantsOf(tokens);
    },
    placeOf,
  };
}

export const sourceOf = oncePer((file: { readonly path: string; readonly text: string }): Source => {
  if (!file.path.toLowerCase().endsWith(".ipynb"))
    return { language: languageOf(file.path), text: file.text, placeOf: (range) => ({ range }) };
  const notebook = notebookCode(file);
  if (notebook === null) return { language: "python", text: "", placeOf: (range) => ({ range }) };
  const placeOf = ([start, end]: Range): Place => {
    const first = notebook.placeOf(start);
    const last = notebook.placeOf(Math.max(start, end - 1));
    return { range: [first.offset, last.offset + 1], cell: { number: first.cell, line: first.line } };
  };
  return { language: "python", text: notebook.text, placeOf };
});

/** The code of a file, of a notebook the code of all its cells; read once however many rules ask. */
export const codeOf = oncePer((file: { readonly path: string; readonly text: string }): Code => {
  const { text, language, placeOf } = sourceOf(file);
  return readCode(text, language, placeOf);
});

/** One of the modules is imported, or a part of one: `a.b.c` and `a/b` are parts of `a`. */
export const importsAny = ({ imports }: Pick<Code, "imports">, modules: ReadonlySet<string>): boolean =>
  [...imports].some((name) => isWithinAny(name, modules));

const DOT = 46;
const SLASH = 47;

export function isWithinAny(name: string, modules: ReadonlySet<string>): boolean {
  if (modules.has(name)) return true;
  for (let at = 1; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    if ((unit === DOT || unit === SLASH) && modules.has(name.slice(0, at))) return true;
  }
  return false;
}

/**
 * Every module that the code imports, and some that only a comment or a string speaks of. Reads a few words of a text
 * and not the whole: most files are told from those that use a library by it.
 */
export const likelyImportsOf = oncePer(
  ({ text, language }: Source): Pick<Code, "language" | "imports"> => ({
    language,
    imports: language === "python" ? likelyPythonImports(text) : likelyJavascriptImports(text, SYNTAX[language]),
  }),
);
