import { collector } from "./records.js";
import { type Extraction, HEAD, LONGEST, ONLY_HEAD } from "./table.js";

/**
 * Records in source text, read without running it: `{ name: "…" }`, `{"name": "…"}`, `:name => "…"` and
 * `User(name="…")`. Records with the same keys are one table.
 */
export function readFixtureModule(source: string): Extraction {
  const text = source.slice(0, HEAD);
  const found = collector(source.length / Math.max(1, text.length));
  const open: Map<string, string>[] = [];
  let key: string | null = null;
  for (let i = 0; i < text.length && !found.isFull(); ) {
    const unit = text.charCodeAt(i);
    if (unit === 123 || unit === 40) {
      open.push(new Map());
      key = null;
      i++;
    } else if (unit === 125 || unit === 41) {
      const record = open.pop();
      if (record !== undefined && record.size > 1)
        found.record([...record.keys()].sort().slice(0, 12).join(), record, i);
      key = null;
      i++;
    } else if (unit === 34 || unit === 39 || unit === 96) {
      const { value, end } = quoted(text, i, unit);
      i = end;
      const mark = separator(text, i);
      if (mark > 0) {
        key = value;
        i += mark;
      } else key = keep(open, key, value);
    } else if (isWord(unit)) {
      const end = wordEnd(text, i);
      const word = text.slice(i, end);
      const mark = separator(text, end);
      if (mark > 0) key = word;
      else if (/^\d/.test(word)) key = keep(open, key, word);
      i = end + mark;
    } else {
      if (unit === 44 || unit === 59) key = null;
      i++;
    }
  }
  if (text.length < source.length) found.gap(ONLY_HEAD);
  return found.result();
}

function keep(open: readonly Map<string, string>[], key: string | null, value: string): null {
  if (key !== null && key.length < 60) open.at(-1)?.set(key, value);
  return null;
}

/** How long `:`, `=>` or a lone `=` is, with the blanks around it; 0 where something else follows. */
function separator(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) === 32) i++;
  if (text.startsWith("=>", i)) return i + 2 - at;
  const isOne = (text[i] === ":" && text[i + 1] !== ":") || (text[i] === "=" && text[i + 1] !== "=");
  return isOne ? i + 1 - at : 0;
}

function quoted(text: string, from: number, quote: number): { readonly value: string; readonly end: number } {
  for (let i = from + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 92) i++;
    else if (unit === quote) return { value: text.slice(from + 1, Math.min(i, from + LONGEST)), end: i + 1 };
    else if (unit === 10 && quote !== 96) return { value: "", end: i };
  }
  return { value: "", end: text.length };
}

const isWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122) || unit === 95 || unit === 36;

function wordEnd(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && (isWord(text.charCodeAt(end)) || (text[end] === "." && isDigit(text, end + 1)))) end++;
  return end;
}

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;
