import { lineStarts, lineText } from "../../text/lines.js";
import { type Keys, type Line, lineShape } from "./line-shape.js";
import { fold } from "./words.js";

export function shapes(text: string): readonly Line[] {
  const starts = lineStarts(text);
  return starts.map((start, number) => lineShape(lineText(text, starts, number + 1), start));
}

/** Where several lines are one value, its lines are left alone. */
type Inside =
  | { readonly kind: "outside" }
  | { readonly kind: "block"; readonly indent: number }
  | { readonly kind: "brackets"; readonly open: number; readonly line: Line };

const OUTSIDE: Inside = { kind: "outside" };

/** The numbers of the lines that begin something: not blank, and not within a long text or open brackets. */
export function beginnings(lines: readonly Line[], keys: Keys): readonly number[] {
  const found: number[] = [];
  let inside: Inside = OUTSIDE;
  for (const [number, line] of lines.entries()) {
    inside = stillInside(inside, line, keys);
    if (inside.kind === "brackets") inside = { ...inside, open: inside.open + line.opens };
    if (line.isBlank || inside.kind !== "outside") continue;
    found.push(number);
    inside = startsInside(line, lines[number + 1] ?? null, keys);
  }
  return found;
}

function stillInside(inside: Inside, line: Line, keys: Keys): Inside {
  if (inside.kind === "block") return line.isBlank || line.indent > inside.indent ? inside : OUTSIDE;
  if (inside.kind === "brackets") return inside.open > 0 && !beginsAnew(line, inside.line, keys) ? inside : OUTSIDE;
  return inside;
}

function startsInside(line: Line, next: Line | null, keys: Keys): Inside {
  if (/^[|>][-+\d]{0,2}\s*(?:#.*)?$/.test(line.value)) return { kind: "block", indent: line.indent };
  const isOpen = line.opens > 0 && next !== null && !beginsAnew(next, line, keys);
  return isOpen && /^[[{]/.test(line.value) ? { kind: "brackets", open: line.opens, line } : OUTSIDE;
}

/** True where the line below can't be a part of what the line above began: one of our keys, or no further right. */
export function beginsAnew(below: Line | null, above: Line, keys: Keys): boolean {
  if (below === null || below.isBlank) return true;
  return isOwnKey(below, keys) || (below.indent <= above.indent && !/^[\]}]/.test(below.content));
}

export function isOwnKey({ key }: Line, keys: Keys): boolean {
  return key !== null && (isTopKey(key, keys) || keys.inner.has(fold(key)));
}

/** A key of the file itself, or one of people's own. */
export function isTopKey(key: string, { top }: Keys): boolean {
  return top.has(fold(key)) || /^x-/i.test(key);
}
