import { oncePer } from "./memo.js";

/** One instruction of a Dockerfile. Its argument has comments and line ends taken out. */
export interface Instruction {
  /** Upper case. */
  readonly name: string;
  readonly argument: string;
  readonly start: number;
  readonly end: number;
}

const HEAD = /^[ \t]*([A-Za-z]{2,20})(?:[ \t]+(.*))?$/;
const LONGEST = 300_000;

/** The instructions of a Dockerfile, continuation lines joined, heredoc bodies left out. Never throws. */
export function parseDockerfile(text: string): readonly Instruction[] {
  if (text.length > LONGEST) return [];
  const lines = linesWithStarts(text);
  const found: Instruction[] = [];
  let i = 0;
  while (i < lines.length) {
    const head = HEAD.exec(lines[i]?.text ?? "");
    if (head === null || /^\s*#/.test(lines[i]?.text ?? "")) {
      i++;
      continue;
    }
    const first = i;
    const parts = [];
    for (let part = head[2] ?? ""; ; part = lines[i]?.text ?? "") {
      const goesOn = /[\\`][ \t]*$/.test(part) && !part.trimStart().startsWith("#");
      if (!part.trimStart().startsWith("#")) parts.push(part.replace(/[\\`][ \t]*$/, "").trim());
      i++;
      if (i >= lines.length || !(goesOn || isComment(lines, i - 1, first))) break;
    }
    const argument = parts.filter((part) => part !== "").join(" ");
    i = skipHeredocs(lines, i, argument);
    const last = lines[i - 1];
    found.push({
      name: (head[1] ?? "").toUpperCase(),
      argument,
      start: lines[first]?.start ?? 0,
      end: (last?.start ?? 0) + (last?.text.length ?? 0),
    });
  }
  return found;
}

/** The same for anything that holds a text, once. */
export const dockerfileOf = oncePer((holder: { readonly text: string }) => parseDockerfile(holder.text));

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesWithStarts(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push({ text: line.replace(/\r$/, ""), start });
    start += line.length + 1;
  }
  return lines;
}

/** A comment line within a continued instruction does not end it. */
function isComment(lines: readonly Line[], i: number, first: number): boolean {
  return i > first && (lines[i]?.text.trimStart().startsWith("#") ?? false);
}

function skipHeredocs(lines: readonly Line[], from: number, argument: string): number {
  const words = [...argument.slice(0, 500).matchAll(/<<-?["']?(\w{1,40})["']?/g)].slice(0, 5);
  let i = from;
  for (const [, word] of words) {
    while (i < lines.length && lines[i]?.text.trim() !== word) i++;
    i = Math.min(i + 1, lines.length);
  }
  return i;
}
