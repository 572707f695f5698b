import { oncePer } from "./memo.js";

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
const SPACE = /\s+/y;
const REGEX = /\/(?![*/])(?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,400}\/[a-z]{0,8}/y;
const DOUBLES = new Set(["=>", "==", "!=", "<=", ">=", "?.", "??", "||", "&&", ":=", "->", "::", "+=", "**"]);

/** What a character can begin. */
const PUNCT = 0;
const BLANK = 1;
const NAME = 2;
const DIGIT = 3;
/** A comment or a string, or else what the character is by itself. */
const OPENS = 4;
/** Beyond ASCII: a name, or one of a few kinds of space. */
const BEYOND = 5;
const CLASSES = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/\s/.test(character)) return BLANK;
  if (/[A-Za-z_$]/.test(character)) return NAME;
  return /\d/.test(character) ? DIGIT : PUNCT;
});
const BACKSLASH = 92;
const NEWLINE = 10;
const DOT = 46;

/** For each end of a comment where it was looked for last and where it was found, so that no stretch is searched twice. */
type Ends = Map<string, { readonly from: number; readonly at: number }>;

const classesOf = oncePer((syntax: Syntax): Uint8Array => {
  const classes = CLASSES.slice();
  const { lineComments, blockComments, strings } = syntax;
  const openings = [...lineComments, ...blockComments.map(([open]) => open), ...strings.map(({ quote }) => quote)];
  for (const opening of openings) classes[opening.charCodeAt(0)] = OPENS;
  return classes;
});

export function tokenize(source: string, syntax: Syntax): readonly Token[] {
  const text = source.length > LONGEST ? source.slice(0, LONGEST) : source;
  const tokens: Token[] = [];
  const ends: Ends = new Map();
  for (let next = nextToken(text, 0, syntax, ends, undefined); next !== undefined; ) {
    tokens.push(next);
    next = nextToken(text, next.end, syntax, ends, next);
  }
  return tokens;
}

/** The token of a number in a row, or nothing past its end. */
export type TokenAt = (number: number) => Token | undefined;

/** Reads a text from any offset at which a token begins: a row of tokens, read only as far as it is asked for. */
export function rowsOf(text: string, syntax: Syntax): (start: number) => TokenAt {
  const ends: Ends = new Map();
  return (start) => {
    const tokens: Token[] = [];
    return (number) => {
      while (tokens.length <= number) {
        const previous = tokens.at(-1);
        const next = nextToken(text, previous?.end ?? start, syntax, ends, previous);
        if (next === undefined) return undefined;
        tokens.push(next);
      }
      return tokens[number];
    };
  };
}

function nextToken(
  text: string,
  from: number,
  syntax: Syntax,
  ends: Ends,
  previous: Token | undefined,
): Token | undefined {
  const classes = classesOf(syntax);
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const begins = unit < 128 ? (classes[unit] as number) : BEYOND;
    if (begins === BLANK) at++;
    else {
      const next = begins < OPENS ? at : skip(text, at, begins, syntax, ends);
      if (next === at) return tokenAt(text, at, begins, syntax, previous);
      at = next;
    }
  }
  return undefined;
}

/** Past the blanks beyond ASCII or the comment that begin here; the offset itself where a token does. */
const skip = (text: string, at: number, begins: number, syntax: Syntax, ends: Ends): number =>
  begins === BEYOND ? run(SPACE, text, at) : skipComment(text, at, syntax, ends);

function tokenAt(text: string, at: number, begins: number, syntax: Syntax, previous: Token | undefined): Token {
  if (begins === NAME || begins === BEYOND) return token("name", text, at, nameEnd(text, at));
  if (begins === DIGIT) return token("number", text, at, numberEnd(text, at));
  const quoted = begins === OPENS ? stringAt(text, at, syntax) : null;
  if (quoted !== null) return quoted;
  if (text.charCodeAt(at) === 47 && syntax.regexLiterals && !endsValue(previous)) {
    const end = run(REGEX, text, at);
    if (end > at) return token("punct", text, at, end);
  }
  return token("punct", text, at, at + (isDouble(text, at) ? 2 : 1));
}

function token(kind: Token["kind"], text: string, start: number, end: number): Token {
  return { kind, text: text.slice(start, end), start, end };
}

/** The end of a sticky match at an offset, or the offset itself. */
function run(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function nameEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && isNamePart(text.charCodeAt(end))) end++;
  return end;
}

function isNamePart(unit: number): boolean {
  if (unit >= 128) return true;
  const begins = CLASSES[unit];
  return begins === NAME || begins === DIGIT;
}

function numberEnd(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit !== DOT && (unit >= 128 || unit === 36 || !isNamePart(unit))) break;
  }
  return end;
}

/** The second character of every double is one of a few: most punctuation stands alone and is never cut out. */
function isDouble(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1);
  const may = second === 61 || second === 62 || second === 46 || second === 63 || second === 124;
  return (may || second === 38 || second === 58 || second === 42) && DOUBLES.has(text.slice(at, at + 2));
}

function skipComment(text: string, at: number, { lineComments, blockComments }: Syntax, ends: Ends): number {
  for (const [open, close] of blockComments) {
    if (!text.startsWith(open, at)) continue;
    return Math.min(text.length, endOf(text, close, at + open.length, ends) + close.length);
  }
  for (const open of lineComments) if (text.startsWith(open, at)) return endOf(text, "\n", at, ends);
  return at;
}

/** Where a comment's end is, or the end of the text. */
function endOf(text: string, close: string, from: number, ends: Ends): number {
  const known = ends.get(close);
  if (known !== undefined && known.from <= from && from <= known.at) return known.at;
  const found = text.indexOf(close, from);
  const at = found < 0 ? text.length : found;
  ends.set(close, { from, at });
  return at;
}

function stringAt(text: string, at: number, { strings }: Syntax): Token | null {
  for (const form of strings) {
    if (text.startsWith(form.quote, at)) return readString(text, at, form);
  }
  return null;
}

function readString(text: string, at: number, { quote, multiline }: StringForm): Token {
  const start = at + quote.length;
  const first = quote.charCodeAt(0);
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) i++;
    else if (unit === NEWLINE && !multiline) return quoted(text, at, start, i, i);
    else if (unit === first && (quote.length === 1 || text.startsWith(quote, i)))
      return quoted(text, at, start, i, i + quote.length);
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
