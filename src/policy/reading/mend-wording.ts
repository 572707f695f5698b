import type { Keys, Line, Slip } from "./line-shape.js";
import { beginnings, shapes } from "./line-walk.js";
import type { Pass } from "./mend.js";
import { mendLongText, mendValue } from "./mend-value.js";
import { fold } from "./words.js";

/** Colons, quotation marks, brackets and signs that YAML takes for something else. */
export const wording: Pass = (text, keys) => {
  const lines = shapes(text);
  const slips: Slip[] = [];
  let passed = 0;
  for (const number of beginnings(lines, keys)) {
    const line = lines[number];
    if (line === undefined || number < passed) continue;
    const next = lines[number + 1] ?? null;
    const slip = mendLongText(line, lines, number, keys) ?? mendKey(line, keys) ?? mendValue(line, next, keys);
    if (slip !== null) slips.push(slip);
    passed = number + 1 + (slip?.more ?? 0);
  }
  return slips;
};

/** The wide colon is what a Chinese or Japanese keyboard types. */
const NO_SPACE = /^([A-Za-z][\w-]{0,30})(\s{0,3}(?::|\uff1a\s{0,3}))(?=[^\s/,;:])/;
const NO_COLON = /^([A-Za-z][\w-]{0,30})(\s{0,3}=\s{0,3}|\s{1,3})(?=[^\s:=])/;

/** `name:Demo`, `name = Demo` and `name Demo`. */
function mendKey({ start, lead, dashes, key, content }: Line, { top, inner }: Keys): Slip | null {
  const found = key === null ? (NO_SPACE.exec(content) ?? NO_COLON.exec(content)) : null;
  const [, word, between] = found ?? [];
  if (word === undefined || between === undefined || !(top.has(fold(word)) || inner.has(fold(word)))) return null;
  const at = start + lead.length + dashes.length;
  const edits = [{ start: at + word.length, end: at + word.length + between.length, text: ": " }];
  const what = /[:\uff1a]/.test(between) ? "A space is missing after the colon" : "A colon is missing";
  return { edits, at, message: `${what}. We read this as \`${word}: …\`.` };
}
