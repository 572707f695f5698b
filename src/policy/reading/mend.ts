import { lineStarts, lineText } from "../../text/lines.js";
import type { Edit } from "./edits.js";
import { type Line, lineShape, type Slip, startsOver } from "./line-shape.js";
import type { Mended } from "./log.js";
import { mendLongText, mendValue } from "./mend-value.js";
import { fold } from "./words.js";

export interface Mending {
  readonly edits: readonly Edit[];
  readonly mended: readonly Mended[];
}

/**
 * Mends what a parser stumbles over, line by line, where it is plain what was meant: a colon or a reserved character in
 * unquoted text, a missing space, a tab, a line that is indented too far. Lines stay lines; nothing is moved.
 *
 * `isKey` says whether a word is one of the file's own keys: text is taken for a key only then.
 */
export function mend(text: string, isKey: (word: string) => boolean): Mending {
  const lines = shapes(text);
  const slips: Slip[] = [];
  let inside: Inside = OUTSIDE;
  let above: Line | null = null;
  let passed = 0;
  for (const [number, line] of lines.entries()) {
    if (number < passed) continue;
    inside = stillInside(inside, line, isKey);
    if (line.isBlank || inside.kind !== "outside") {
      inside = inside.kind === "brackets" ? { ...inside, open: inside.open + line.opens } : inside;
      continue;
    }
    const longText = mendLongText(line, lines, number, isKey);
    const found = slipsOf(line, above, lines[number + 1] ?? null, isKey);
    slips.push(...(longText === null ? found : [longText]));
    passed = number + 1 + (longText?.more ?? 0);
    inside = startsInside(line, lines[number + 1] ?? null, isKey);
    above = line;
  }
  const flat = slips.filter(({ edits }) => edits.length > 0);
  return {
    edits: flat.flatMap(({ edits }) => edits),
    mended: flat.map(({ at, message, more }) => ({ at, message, spans: more !== undefined })),
  };
}

function shapes(text: string): readonly Line[] {
  const starts = lineStarts(text);
  return starts.map((start, number) => lineShape(lineText(text, starts, number + 1), start));
}

/** Where several lines are one value, its lines are left alone. */
type Inside =
  | { readonly kind: "outside" }
  | { readonly kind: "block"; readonly indent: number }
  | { readonly kind: "brackets"; readonly open: number };

const OUTSIDE: Inside = { kind: "outside" };

function stillInside(inside: Inside, line: Line, isKey: (word: string) => boolean): Inside {
  if (inside.kind === "block") return line.isBlank || line.indent > inside.indent ? inside : OUTSIDE;
  if (inside.kind === "brackets") return inside.open > 0 && !startsOver(line, isKey) ? inside : OUTSIDE;
  return inside;
}

function startsInside(line: Line, next: Line | null, isKey: (word: string) => boolean): Inside {
  if (/^[|>][-+\d]{0,2}\s*(?:#.*)?$/.test(line.value)) return { kind: "block", indent: line.indent };
  const isOpen = line.opens > 0 && next !== null && !startsOver(next, isKey);
  return isOpen && /^[[{]/.test(line.value) ? { kind: "brackets", open: line.opens } : OUTSIDE;
}

function slipsOf(line: Line, above: Line | null, next: Line | null, isKey: (word: string) => boolean): readonly Slip[] {
  const value = mendKey(line, isKey) ?? mendValue(line, next, isKey);
  return [tooFarRight(line, above, isKey) ?? tabs(line), value].filter((slip) => slip !== null);
}

function tabs({ start, lead }: Line): Slip | null {
  if (!/[\t\u00a0]/.test(lead)) return null;
  const edits = [{ start, end: start + lead.length, text: lead.replaceAll("\t", "  ").replaceAll("\u00a0", " ") }];
  const what = lead.includes("\t") ? "a tab" : "a special space";
  return { edits, at: start, message: `This line starts with ${what}. Please use two plain spaces instead.` };
}

/** A key below a line that is already complete can't belong to it. */
function tooFarRight(line: Line, above: Line | null, isKey: (word: string) => boolean): Slip | null {
  const isOwnKey = line.key !== null && line.dashes === "" && isKey(fold(line.key));
  const left = above === null ? 0 : above.indent + above.dashes.length;
  const isComplete = above === null || (above.key !== null && above.value !== "" && !/^[|>[{]/.test(above.value));
  if (!isOwnKey || !isComplete || line.indent <= left) return null;
  const edits = [{ start: line.start, end: line.start + line.lead.length, text: " ".repeat(left) }];
  const what = line.lead.includes("\t") ? "a tab" : "more spaces than the line above";
  return { edits, at: line.start, message: `This line starts with ${what}. We read it without.` };
}

/** The wide colon is what a Chinese or Japanese keyboard types. */
const NO_SPACE = /^([A-Za-z][\w-]{0,30})(\s{0,3}(?::|\uff1a\s{0,3}))(?=[^\s/])/;
const NO_COLON = /^([A-Za-z][\w-]{0,30})(\s{0,3}=\s{0,3}|\s{1,3})(?=[^\s:=])[^:]*$/;

/** `name:Demo`, `name = Demo` and `name Demo`. */
function mendKey({ start, lead, dashes, key, content }: Line, isKey: (word: string) => boolean): Slip | null {
  const found = key === null ? (NO_SPACE.exec(content) ?? NO_COLON.exec(content)) : null;
  const [, word, between] = found ?? [];
  if (word === undefined || between === undefined || !isKey(fold(word))) return null;
  const at = start + lead.length + dashes.length;
  const edits = [{ start: at + word.length, end: at + word.length + between.length, text: ": " }];
  const what = /[:\uff1a]/.test(between) ? "A space is missing after the colon" : "A colon is missing";
  return { edits, at, message: `${what}. We read this as \`${word}: …\`.` };
}
