import { escapePattern } from "./escape-pattern.js";

/** A small language for the shapes of tokens: from one text come the pattern that finds them and made-up examples. */

const CLASSES = {
  dig: "0123456789",
  hex: "0123456789abcdef",
  HEX: "0123456789ABCDEF",
  low: "abcdefghijklmnopqrstuvwxyz0123456789",
  up: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  an: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  b32: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
  b64: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
  url: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
  dot: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~-",
} as const;

const SETS: Readonly<Record<keyof typeof CLASSES, string>> = {
  dig: "0-9",
  hex: "0-9a-f",
  HEX: "0-9A-F",
  low: "a-z0-9",
  up: "A-Z0-9",
  an: "A-Za-z0-9",
  b32: "A-Z2-7",
  b64: "A-Za-z0-9+/",
  url: "A-Za-z0-9_-",
  dot: "A-Za-z0-9_.~-",
};

type Part =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "one-of"; readonly texts: readonly string[] }
  | { readonly kind: "some"; readonly of: keyof typeof CLASSES; readonly least: number; readonly most: number };

/** Parts of a shape, in order. An unknown class throws a RangeError: shapes are our own texts. */
function partsOf(shape: string): readonly Part[] {
  return shape
    .replaceAll("{uuid}", "{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}")
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== "")
    .map(part);
}

function part(piece: string): Part {
  if (!piece.startsWith("{")) return { kind: "literal", text: piece };
  const inside = piece.slice(1, -1);
  if (inside.includes("|")) return { kind: "one-of", texts: inside.split("|") };
  const [of = "", count = ""] = inside.split(":");
  const [least = 0, most = least] = count.split("-").map(Number);
  if (!(of in CLASSES) || !(least >= 0)) throw new RangeError(`No such class in a shape: ${piece}`);
  return { kind: "some", of: of as keyof typeof CLASSES, least, most };
}

/** The source of a pattern for the shape alone: literals and bounded repeats, so that it runs in linear time. */
export function shapePattern(shape: string): string {
  return partsOf(shape).map(pattern).join("");
}

function pattern(one: Part): string {
  if (one.kind === "literal") return escapePattern(one.text);
  if (one.kind === "one-of") return `(?:${one.texts.map(escapePattern).join("|")})`;
  return `[${SETS[one.of]}]{${one.least},${one.most}}`;
}

/** Not in the middle of a longer word; an escape (`\n`, `%3D`) before the token is no part of one. */
const BEFORE = String.raw`(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9]|[A-Za-z0-9][_-])`;
const AFTER = "(?![A-Za-z0-9_]|[-+/][A-Za-z0-9]{2})";

/** The source of a pattern that finds the shape as a token of its own, as the group `value`. */
export function tokenPattern(shape: string): string {
  return `${BEFORE}(?<value>${shapePattern(shape)})${AFTER}`;
}

/** The text with which every token of the shape begins: an empty text where a class comes first. */
export function leadOf(shape: string): string {
  const [first] = partsOf(shape);
  return first?.kind === "literal" ? first.text : "";
}

/** Texts of which every token of a shape holds one, so many characters after its beginning. */
export interface Anchor {
  readonly texts: readonly string[];
  readonly least: number;
  readonly most: number;
}

const MOST_TEXTS = 12;

/** The first fixed text of a shape; nothing for a shape made of classes alone. */
export function anchorOf(shape: string): Anchor | null {
  let [least, most] = [0, 0];
  let texts: readonly string[] = [""];
  for (const one of partsOf(shape)) {
    const begun = texts[0] !== "" || texts.length > 1;
    if (one.kind === "some") {
      if (begun) break;
      least += one.least;
      most += one.most;
      continue;
    }
    const pieces = one.kind === "literal" ? [one.text] : one.texts;
    if (texts.length * pieces.length > MOST_TEXTS) break;
    texts = texts.flatMap((text) => pieces.map((piece) => text + piece));
  }
  return texts.includes("") ? null : { texts, least, most };
}

/**
 * What `matchAll` finds in a text, for a sticky pattern whose every match holds an anchor: the pattern is tried only where
 * a match could begin.
 */
export function* matchesAt(text: string, sticky: RegExp, { texts, least, most }: Anchor): Generator<RegExpExecArray> {
  const next = texts.map(() => -1);
  let from = 0;
  for (;;) {
    let start = Number.POSITIVE_INFINITY;
    for (const [i, anchor] of texts.entries()) {
      const known = next[i] ?? 0;
      const at = known >= from + least ? known : text.indexOf(anchor, from + least);
      next[i] = at < 0 ? Number.POSITIVE_INFINITY : at;
      if (at >= 0) start = Math.min(start, Math.max(from, at - most));
    }
    if (start === Number.POSITIVE_INFINITY) return;
    sticky.lastIndex = start;
    const match = sticky.exec(text);
    if (match !== null) yield match;
    from = match === null ? start + 1 : start + match[0].length;
  }
}

/** A whole number from 0 up to, and without, the limit. */
export type Pick = (limit: number) => number;

/** Numbers that look random and are the same for the same seed. */
export function seeded(seed: number): Pick {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** A made-up token of the shape. */
export function sampleOf(shape: string, pick: Pick): string {
  return partsOf(shape)
    .map((one) => sample(one, pick))
    .join("");
}

function sample(one: Part, pick: Pick): string {
  if (one.kind === "literal") return one.text;
  if (one.kind === "one-of") return one.texts[pick(one.texts.length)] ?? "";
  const letters = CLASSES[one.of];
  const count = one.least + pick(Math.min(one.most - one.least, 40) + 1);
  return Array.from({ length: count }, () => letters[pick(letters.length)]).join("");
}
