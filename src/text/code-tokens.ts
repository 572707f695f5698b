/** Source code as a row of tokens, without comments: enough to tell a call from a word in prose. Linear time, never throws. */

export interface Token {
  readonly kind: "name" | "string" | "number" | "punct";
  /** For a string: what is between the quotes, as written. */
  readonly text: string;
  /** Half-open offsets of the whole token, quotes included. */
  readonly start: number;
  readonly end: number;
}

/** How a language writes what is not code. Longer openings come before shorter ones. */
export interface Syntax {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  readonly strings: readonly StringForm[];
  /** A slash may start a regular expression. */
  readonly regexLiterals: boolean;
}

interface StringForm {
  readonly quote: string;
  readonly multiline: boolean;
}

/** A file longer than this many characters is cut: generated code is not where people write calls. */
const LONGEST = 2_000_000;
const NAME_START = /[A-Za-z_$\u0080-\uffff]/;
const NAME = /[\w$\u0080-\uffff]+/y;
const NUMBER = /[\d][\w.]*/y;
const SPACE = /\s+/y;
const REGEX = /\/(?![*/])(?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,400}\/[a-z]{0,8}/y;
const DOUBLES = new Set(["=>", "==", "!=", "<=", ">=", "?.", "??", "||", "&&", ":=", "->", "::", "+=", "**"]);

export function tokenize(source: string, syntax: Syntax): readonly Token[] {
  const text = source.length > LONGEST ? source.slice(0, LONGEST) : source;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = run(SPACE, text, at);
    if (space > at) {
      at = space;
      continue;
    }
    const skipped = skipComment(text, at, syntax);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const token = nextToken(text, at, syntax, tokens.at(-1));
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function nextToken(text: string, at: number, syntax: Syntax, previous: Token | undefined): Token {
  const quoted = stringAt(text, at, syntax);
  if (quoted !== null) return quoted;
  const first = text.charAt(at);
  if (NAME_START.test(first)) return token("name", text, at, run(NAME, text, at));
  if (first >= "0" && first <= "9") return token("number", text, at, run(NUMBER, text, at));
  if (first === "/" && syntax.regexLiterals && !endsValue(previous)) {
    const end = run(REGEX, text, at);
    if (end > at) return token("punct", text, at, end);
  }
  return token("punct", text, at, at + (DOUBLES.has(text.slice(at, at + 2)) ? 2 : 1));
}

function token(kind: Token["kind"], text: string, start: number, end: number): Token {
  return { kind, text: text.slice(start, end), start, end };
}

/** The end of a sticky match at an offset, or the offset itself. */
function run(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function skipComment(text: string, at: number, { lineComments, blockComments }: Syntax): number {
  for (const [open, close] of blockComments) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    return end < 0 ? text.length : end + close.length;
  }
  if (!lineComments.some((open) => text.startsWith(open, at))) return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function stringAt(text: string, at: number, { strings }: Syntax): Token | null {
  const form = strings.find(({ quote }) => text.startsWith(quote, at));
  if (form === undefined) return null;
  const start = at + form.quote.length;
  for (let i = start; i < text.length; i++) {
    const unit = text[i];
    if (unit === "\\") i++;
    else if (unit === "\n" && !form.multiline) return quoted(text, at, start, i, i);
    else if (text.startsWith(form.quote, i)) return quoted(text, at, start, i, i + form.quote.length);
  }
  return quoted(text, at, start, text.length, text.length);
}

function quoted(text: string, at: number, start: number, stop: number, end: number): Token {
  return { kind: "string", text: text.slice(start, stop), start: at, end };
}

function endsValue(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind !== "punct" ? token.text !== "return" : token.text === ")" || token.text === "]";
}
