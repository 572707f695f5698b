import type { Edit } from "./edits.js";

/** One line of a YAML file, taken apart by eye: good enough to mend it, never used to read it. */
export interface Line {
  /** Where the line starts in the text. */
  readonly start: number;
  readonly lead: string;
  /** How far it is indented; a tab counts as two. */
  readonly indent: number;
  /** `- `, once or more. */
  readonly dashes: string;
  readonly key: string | null;
  /** What follows the key, or the dashes, up to a comment. */
  readonly value: string;
  /** Where the value starts in the text. */
  readonly valueStart: number;
  /** Everything after the dashes. */
  readonly content: string;
  /** Brackets that are opened here and not closed. */
  readonly opens: number;
  /** Empty, or a comment alone. */
  readonly isBlank: boolean;
}

/** `text` is the line without its end. */
export function lineShape(text: string, start: number): Line {
  const lead = /^[ \t\u00a0]*/.exec(text)?.[0] ?? "";
  const dashes = dashesOf(text.slice(lead.length));
  const content = text.slice(lead.length + dashes.length);
  const colon = keyEnd(content);
  const key = colon === null ? null : content.slice(0, colon).trim();
  const rest = colon === null ? content : content.slice(colon + 1);
  const space = rest.length - rest.trimStart().length;
  const value = withoutComment(rest.slice(space));
  return {
    start,
    lead,
    indent: lead.replaceAll("\t", "  ").length,
    dashes,
    key,
    value,
    valueStart: start + text.length - rest.length + space,
    content,
    opens: count(value, /[[{]/g) - count(value, /[\]}]/g),
    isBlank: content.trim() === "" || (content.startsWith("#") && dashes === ""),
  };
}

function dashesOf(text: string): string {
  let end = 0;
  while (text[end] === "-" && (text[end + 1] === " " || text[end + 1] === "\t")) {
    end += 2;
    while (text[end] === " ") end++;
  }
  return text.slice(0, end);
}

/** Where the colon of a simple key is, or nothing. */
function keyEnd(content: string): number | null {
  if (/^["'[{#|>&*!%@`]/.test(content)) return null;
  const colon = /:(?=[\s\u00a0]|$)/.exec(content)?.index;
  return colon === undefined || colon > 60 || /[{[=\uff1a]/.test(content.slice(0, colon)) ? null : colon;
}

/** In quotes and brackets a `#` may be text; then nothing is cut. */
function withoutComment(value: string): string {
  if (/^["'[{]/.test(value)) return value.trimEnd();
  const hash = /(?:^|[ \t])#/.exec(value)?.index;
  return (hash === undefined ? value : value.slice(0, hash)).trimEnd();
}

function count(text: string, of: RegExp): number {
  return text.match(of)?.length ?? 0;
}

/** What was mended on a line, and the words for it. Offsets are in the text as it was. */
export interface Slip {
  readonly edits: readonly Edit[];
  readonly at: number;
  readonly message: string;
  /** Lines after this one that belong to what was mended. */
  readonly more?: number;
}

/** The words that may stand before a colon, folded: at the left edge, and in the blocks within. */
export interface Keys {
  readonly top: ReadonlySet<string>;
  readonly inner: ReadonlySet<string>;
}
