import { redact } from "../../model/redacted.js";

const LONGEST = 48;
/** Long runs of letters and digits are how a key looks, and a key must not travel in a message. */
const LIKE_A_KEY = /(?=[\w+/=-]{0,40}\d)(?=[\w+/=-]{0,40}[A-Za-z])[\w+/=-]{20,}/;
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** Somebody's words inside one of our sentences: short, on one line, and nothing in it that looks like a key. */
export function quote(text: string): string {
  return `\`${shown(text)}\``;
}

/** Like {@link quote}, without the quotation marks. */
export function shown(text: string): string {
  const plain = redact(text.slice(0, 4 * LONGEST))
    .replaceAll("`", "'")
    .replace(new RegExp(LIKE_A_KEY, "g"), "…")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** True for a line that may be offered as a replacement: not long, nothing invisible, nothing that looks like a key. */
export function mayBeOffered(lines: string): boolean {
  return lines.length <= 400 && lines.split("\n").every((line) => !INVISIBLE.test(line) && !LIKE_A_KEY.test(line));
}

/** `a`, `a and b`, `a, b and c`. */
export function and(words: readonly string[]): string {
  return join(words, "and");
}

/** `a`, `a or b`, `a, b or c`. */
export function or(words: readonly string[]): string {
  return join(words, "or");
}

function join(words: readonly string[], last: string): string {
  const head = words.slice(0, -1).join(", ");
  return head === "" ? (words.at(-1) ?? "") : `${head} ${last} ${words.at(-1)}`;
}

/** Texts that YAML reads back as they are without quotation marks, whatever the reader. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._/@+'()?!,;-]|:(?=[^\s])|#(?<=[^\s]#))*$/u;
const OTHER_THAN_TEXT = /^(?:true|false|yes|no|on|off|y|n|null|[\d.][\d._eE+-]*|0[xo][\da-f]+|\.(?:inf|nan))$/i;
const A_DAY = /^\d{4}-\d\d-\d\d$/;

/** A text as it is written in YAML: as it is where that is safe, in double quotes otherwise. */
export function yamlText(text: string, place: "line" | "list" = "line"): string {
  const isPlain = PLAIN.test(text) && (A_DAY.test(text) || !OTHER_THAN_TEXT.test(text)) && !/[\s:,;]$/.test(text);
  const isWhole = place === "line" || !/[,[\]{}]/.test(text);
  if (isPlain && isWhole) return text;
  return /"/.test(text) && !/['\\\p{Cc}]/u.test(text) ? `'${text}'` : JSON.stringify(text);
}
