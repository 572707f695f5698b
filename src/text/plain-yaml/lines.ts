/** The place in a text that is being read, and the line that comes next. */
export interface Lines {
  readonly text: string;
  /** The first character of the present line that is no blank, and how far in it is. */
  at: number;
  indent: number;
  /** Where the line after it begins. */
  next: number;
  /** Comment lines between the line before and the present one. */
  remarks: readonly Remark[];
}

export interface Remark {
  readonly indent: number;
  /** Where the line after it begins. */
  readonly end: number;
}

/** The indent of a line that ends the document: `---`, or the end of the text. */
export const END = -1;

export const [TAB, NEWLINE, SPACE, BANG, QUOTE, HASH, PERCENT] = [9, 10, 32, 33, 34, 35, 37] as const;
export const [APOSTROPHE, DASH, DOT, COLON, MORE, QUESTION] = [39, 45, 46, 58, 62, 63] as const;
export const [BRACKET, BRACE, BAR] = [91, 123, 124] as const;

const NONE: readonly Remark[] = [];

/** Thrown where a text is not written plainly. One for all: making an error is dear, and this one tells nothing. */
const UNUSUAL = new Error("not plain YAML");

/** Gives up on the text. */
export function unusual(): never {
  throw UNUSUAL;
}

/** What `read` gives, or null where it gave up. */
export function unlessUnusual<T>(read: () => T): T | null {
  try {
    return read();
  } catch (reason) {
    if (reason === UNUSUAL) return null;
    throw reason;
  }
}

/** Goes on to the next line that holds something. */
export function nextLine(lines: Lines): void {
  const { text } = lines;
  let remarks: Remark[] | undefined;
  for (let line = lines.next; line < text.length; ) {
    const at = skipBlanks(text, line);
    const code = text.charCodeAt(at);
    const next = code === NEWLINE ? at + 1 : startOfNext(text, at);
    if (code !== HASH && code !== NEWLINE && at < text.length) {
      if (code === TAB || (at === line && isDirective(text, at))) unusual();
      lines.at = at;
      lines.indent = at === line && isMarker(text, at) ? END : at - line;
      lines.next = next;
      lines.remarks = remarks ?? NONE;
      return;
    }
    if (code === HASH) {
      remarks ??= [];
      remarks.push({ indent: at - line, end: next });
    }
    line = next;
  }
  lines.at = text.length;
  lines.indent = END;
  lines.next = text.length;
  lines.remarks = remarks ?? NONE;
}

/** Where the line after an offset begins; the end of the text after the last one. */
export function startOfNext(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline + 1;
}

/** The first offset that is no blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** A blank, a newline or the end of the text. */
export function isGap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || code === NEWLINE || at >= text.length;
}

/** Nothing but blanks and a comment follow on the line. */
export function isLineOver(text: string, from: number): boolean {
  const at = skipBlanks(text, from);
  const code = text.charCodeAt(at);
  return code === NEWLINE || at >= text.length || (code === HASH && at > from);
}

function isMarker(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== DASH || !text.startsWith("---", at) || !isGap(text, at + 3)) return false;
  return isLineOver(text, at + 3) || unusual();
}

/** What only stands at the very left: `%YAML` and its like, and `...`. */
function isDirective(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === PERCENT || (code === DOT && text.startsWith("...", at));
}
