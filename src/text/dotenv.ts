import { oncePer } from "./memo.js";

/** One line of a dotenv file: a name and what it is set to, without quotes, and where the value stands. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  /** Half-open offsets of the value, without its quotes. */
  readonly start: number;
  readonly end: number;
}

const LONGEST_LINE = 20_000;
const LINE = /^\s{0,40}(?:export\s{1,5})?([A-Za-z_][A-Za-z0-9_.-]{0,120})\s{0,10}[=:]\s{0,10}/;

/** Names and values of a dotenv or properties file. Comments are left out. Never throws. */
export function parseDotenv(text: string): readonly Setting[] {
  const settings: Setting[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const head = line.length > LONGEST_LINE || /^\s*[#;]/.test(line) ? null : LINE.exec(line);
    if (head !== null) settings.push(setting(head[1] ?? "", line, start, head[0].length));
    start += line.length + 1;
  }
  return settings;
}

/** The same for anything that holds a text, once. */
export const dotenvOf = oncePer((holder: { readonly text: string }) => parseDotenv(holder.text));

function setting(name: string, line: string, lineStart: number, from: number): Setting {
  const quote = line[from];
  if (quote === '"' || quote === "'" || quote === "`") {
    const close = line.indexOf(quote, from + 1);
    const end = close < 0 ? line.trimEnd().length : close;
    return { name, value: line.slice(from + 1, end), start: lineStart + from + 1, end: lineStart + end };
  }
  const comment = line.indexOf(" #", from);
  const value = line.slice(from, comment < 0 ? line.length : comment).trimEnd();
  return { name, value, start: lineStart + from, end: lineStart + from + value.length };
}
