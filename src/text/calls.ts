import type { Token } from "./code-tokens.js";

/** Calls, options and constants in a row of tokens, in any language that writes `name(...)`. */

export interface Call {
  /** The whole chain: `smtplib.SMTP().send_message`, `stripe.charges.create`, `new` left out. */
  readonly callee: string;
  /** The last name of the chain. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Token numbers of what is between the brackets, half-open; of very long arguments only the beginning. */
  readonly from: number;
  readonly to: number;
}

/** What stands where a value is expected, as far as it can be read without running anything. */
export interface Value {
  readonly literal?: string;
  /** The environment variable it is read from. */
  readonly variable?: string;
  /** A name that is not known here. */
  readonly name?: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_CHAIN = 24;
/** Calls within calls within calls must not be read over and over to the end of the file. */
const LONGEST_ARGUMENTS = 600;
const NOT_CALLEES = new Set([
  "if",
  "for",
  "while",
  "switch",
  "catch",
  "return",
  "def",
  "function",
  "class",
  "in",
  "and",
  "or",
  "not",
  "await",
  "elif",
  "print",
]);

/** For each bracket the number of its partner, -1 where it has none; an unclosed one is closed by the end. */
function partners(tokens: readonly Token[]): Int32Array {
  const pairs = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (let number = 0; number < tokens.length; number++) {
    const { kind, text } = tokens[number] as Token;
    if (kind !== "punct" || text.length !== 1) continue;
    if (text === "(" || text === "[" || text === "{") open.push(number);
    else if (text === ")" || text === "]" || text === "}") {
      const start = open.pop();
      if (start === undefined) continue;
      pairs[start] = number;
      pairs[number] = start;
    }
  }
  for (const number of open) pairs[number] = tokens.length;
  return pairs;
}

export function calls(tokens: readonly Token[]): readonly Call[] {
  const pairs = partners(tokens);
  const found: Call[] = [];
  for (let number = 0; number < tokens.length; number++) {
    const token = tokens[number] as Token;
    if (token.text !== "(" || token.kind !== "punct") continue;
    const chain = chainBefore(tokens, number, pairs);
    if (chain === null) continue;
    const { callee, name, start } = chain;
    const partner = pairs[number] as number;
    const end = tokens[partner]?.end ?? tokens.at(-1)?.end ?? token.end;
    const to = Math.min(partner, number + LONGEST_ARGUMENTS);
    // Field by field: a spread takes longer than all the rest.
    found.push({ callee, name, start, end, from: number + 1, to });
  }
  return found;
}

/**
 * A test that says whether a chain of calls with one of these ends, such as `responses.create`, may be in a text. False is
 * certain, for names that begin with a letter; to say it, only the longest name of each is looked for.
 */
export function callTest(ends: readonly string[]): (text: string) => boolean {
  const longest = ends.map((end) => end.split(".")).map((names) => [longestOf(names), names.at(-1)] as const);
  const called = longest.flatMap(([name, last]) => (name === last ? [name] : []));
  const within = longest.flatMap(([name, last]) => (name === last ? [] : [name]));
  // Between a name and its bracket there may be a comment.
  const forms = [...alternatives(called, "(?=\\s*[(/#])"), ...alternatives(within, "(?![\\w$])")];
  const pattern = new RegExp(`(?<![A-Za-z_$])(?:${forms.join("|")})`);
  return (text) => pattern.test(text);
}

const longestOf = (names: readonly string[]): string =>
  names.reduce((longest, name) => (name.length > longest.length ? name : longest), "");

function alternatives(names: readonly string[], then: string): readonly string[] {
  return names.length === 0 ? [] : [`(?:${[...new Set(names)].join("|").replaceAll("$", "\\$")})${then}`];
}

function chainBefore(tokens: readonly Token[], open: number, pairs: Int32Array) {
  const last = tokens[open - 1];
  if (last?.kind !== "name" || NOT_CALLEES.has(last.text)) return null;
  const before = tokens[open - 2];
  if (before?.kind === "name" && (before.text === "def" || before.text === "function")) return null;
  const parts = [last.text];
  let start = last.start;
  let at = open - 2;
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    const dot = tokens[at];
    if (dot?.kind !== "punct" || (dot.text !== "." && dot.text !== "?." && dot.text !== "->" && dot.text !== "::"))
      break;
    const link = linkBefore(tokens, at - 1, pairs);
    if (link === null) break;
    parts.push(link.text);
    start = link.start;
    at = link.at;
  }
  return { callee: parts.reverse().join("."), name: last.text, start };
}

/** One link of a chain: `name`, `name(...)` or `name[...]`. */
function linkBefore(tokens: readonly Token[], at: number, pairs: Int32Array) {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === "name") return { text: token.text, start: token.start, at: at - 1 };
  if (token.kind !== "punct" || (token.text !== ")" && token.text !== "]")) return null;
  const open = pairs[at] as number;
  const owner = tokens[open - 1];
  if (owner?.kind !== "name") return null;
  const brackets = token.text === ")" ? "()" : "[]";
  return { text: owner.text + brackets, start: owner.start, at: open - 2 };
}

/** The value of a named argument or property between two token numbers, at any depth: `base_url=…`, `"baseURL": …`. */
export function option(tokens: readonly Token[], from: number, to: number, names: ReadonlySet<string>): Value | null {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === "punct" || token.kind === "number" || !names.has(token.text)) continue;
    const sign = tokens[i + 1];
    if (sign?.kind !== "punct" || (sign.text !== "=" && sign.text !== ":" && sign.text !== "=>")) continue;
    return valueAt(tokens, i + 2, to);
  }
  return null;
}

/** The first argument that has no name. */
export function firstArgument(tokens: readonly Token[], { from, to }: Call): Value | null {
  const next = tokens[from + 1];
  if (from >= to || (next?.kind === "punct" && next.text === "=" && from + 1 < to)) return null;
  return valueAt(tokens, from, to);
}

/** Reads up to the comma or closing bracket that ends the value. */
export function valueAt(tokens: readonly Token[], from: number, to: number): Value | null {
  const end = endOfValue(tokens, from, to);
  const own = tokens.slice(from, end);
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined) return null;
  const place = { start: first.start, end: last.end };
  const variable = variableIn(own);
  const texts = own.filter(({ kind }) => kind === "string").map(({ text }) => text);
  if (variable !== null) {
    const fallback = texts.find((text) => text !== variable);
    return { variable, ...(fallback === undefined ? {} : { literal: fallback }), ...place };
  }
  const leading = stringPrefix(first) ? own[1] : first;
  if (leading?.kind === "string") return { literal: leading.text, ...place };
  return first.kind === "name" ? { name: first.text, ...place } : place;
}

function endOfValue(tokens: readonly Token[], from: number, to: number): number {
  let depth = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.kind !== "punct") continue;
    if (token.text === "(" || token.text === "[" || token.text === "{") depth++;
    else if (token.text === ")" || token.text === "]" || token.text === "}") depth--;
    if (depth < 0 || (depth === 0 && (token.text === "," || token.text === ";"))) return i;
  }
  return to;
}

const stringPrefix = ({ kind, text }: Token) => kind === "name" && /^[rbfu]{1,2}$/i.test(text);
const READERS = new Set(["getenv", "get", "environ", "env", "secrets", "Deno", "config"]);

/** `os.environ["X"]`, `os.getenv("X", …)`, `process.env.X`, `st.secrets["X"]`, `ENV["X"]`, `System.getenv("X")`. */
function variableIn(tokens: readonly Token[]): string | null {
  const reads = tokens.some(({ kind, text }) => kind === "name" && (READERS.has(text) || text === "ENV"));
  if (!reads) return null;
  const found = tokens.find(
    ({ kind, text }) => (kind === "name" || kind === "string") && /^[A-Z][A-Z0-9_]{2,79}$/.test(text) && text !== "ENV",
  );
  return found?.text ?? null;
}

/** Names that are given one string in the file: `BASE_URL = "https://…"`. A name given two different ones is left out. */
export function constants(tokens: readonly Token[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const doubtful = new Set<string>();
  for (let i = 0; i + 2 < tokens.length; i++) {
    if (tokens[i + 1]?.text !== "=") continue;
    const [name, value] = [tokens[i], tokens[i + 2]];
    if (name?.kind !== "name" || value?.kind !== "string") continue;
    const before = tokens[i - 1]?.text;
    if (before === "(" || before === "," || before === ".") continue;
    if (known.has(name.text) && known.get(name.text) !== value.text) doubtful.add(name.text);
    known.set(name.text, value.text);
  }
  for (const name of doubtful) known.delete(name);
  return known;
}
