import type { Keys, Line, Slip } from "./line-shape.js";
import { beginnings, isTopKey, shapes } from "./line-walk.js";
import type { Pass } from "./mend.js";
import { fold } from "./words.js";

/** What a word processor or a chat makes of a list: `• one`, `– one`, `* one`; and a dash without its space. */
const BULLET = /^(?:[\u2022\u2023\u25aa\u00b7\u2013\u2014*]\s{1,4}|-(?=[^\s-]))/;

/** A dash further right than the one above: YAML reads both lines as one text, and doesn't say so. */
const UNEVEN = /^( {0,20})- [^:#\r\n]{0,200}\r?\n\1 {1,20}- /m;

/** Lines that begin with a bullet that YAML doesn't know, or with a dash that it takes for text. */
export function hasBullets(text: string): boolean {
  return UNEVEN.test(text) || /^[ \t]{0,20}(?:[\u2022\u2023\u25aa\u00b7\u2013\u2014]\s|-[^\s-])/m.test(text);
}

/** Bullets become dashes; before one of the file's own keys at the left edge nothing is needed. */
export const bullets: Pass = (text, keys) => {
  const lines = shapes(text);
  const slips: Slip[] = [];
  let above: Line | null = null;
  for (const number of beginnings(lines, keys)) {
    const line = lines[number];
    if (line === undefined) continue;
    const slip = slipOf(line, above, keys);
    if (slip !== null) slips.push(slip);
    above = slip !== null && slip.edits[0]?.text === "" ? { ...line, dashes: "" } : line;
  }
  return slips;
};

function slipOf(line: Line, above: Line | null, keys: Keys): Slip | null {
  const { start, lead, dashes, content } = line;
  const bullet = dashes === "" ? (BULLET.exec(content)?.[0] ?? "") : dashes;
  const word = /^["']?([\w-]{1,30})["']?\s{0,3}:/.exec(content.slice(dashes === "" ? bullet.length : 0))?.[1] ?? "";
  const at = start + lead.length;
  const edit = (text: string) => [{ start: at, end: at + bullet.length, text }];
  const opensList = above !== null && above.key !== null && above.value === "";
  const isStray = bullet !== "" && lead === "" && !opensList && isTopKey(word, keys) && !keys.inner.has(fold(word));
  const isInList = above !== null && (above.dashes !== "" || BULLET.test(above.content) || above.value === "");
  if (isStray || (bullet !== "" && lead === "" && !isInList && isTopKey(word, keys))) {
    return { edits: edit(""), at, message: `No \`${bullet.trim()}\` is needed in front of \`${word}\`.` };
  }
  if (bullet === "" || dashes !== "" || !isInList) return null;
  return { edits: edit("- "), at, message: "An entry of a list starts with a dash and a space: `- `." };
}
