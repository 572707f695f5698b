import { oncePer } from "./memo.js";
import { type Command, parseShell } from "./shell.js";

/** A target of a Makefile or justfile with the commands of its recipe. */
export interface Target {
  readonly name: string;
  readonly needs: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly commands: readonly Command[];
}

const LONGEST = 300_000;
const HEAD = /^([\w./%$(){}@ -]{1,200}?)[ \t]*:(?![=:])([^\r\n]{0,500})/;

/** Targets in the order of the file. Variables are left as they are written. Never throws. */
export function parseMakefile(text: string): readonly Target[] {
  if (text.length > LONGEST) return [];
  const targets: { name: string; needs: readonly string[]; start: number; end: number; from: number; to: number }[] =
    [];
  let start = 0;
  for (const raw of text.split("\n")) {
    const line = raw.replace(/\r$/, "");
    const last = targets[targets.length - 1];
    const indented = /^[\t ]/.test(line);
    if (indented && last !== undefined) last.to = start + raw.length;
    const head = indented || line.startsWith("#") ? null : HEAD.exec(line);
    if (head !== null) {
      const needs = (head[2] ?? "")
        .trim()
        .split(/\s+/)
        .filter((word) => word !== "");
      const name = (head[1] ?? "").trim().split(/\s+/)[0] ?? "";
      const from = Math.min(start + raw.length + 1, text.length);
      targets.push({ name, needs, start, end: start + line.length, from, to: from });
    }
    start += raw.length + 1;
  }
  return targets.map(({ name, needs, start, end, from, to }) => ({
    name,
    needs,
    start,
    end,
    commands: recipe(text.slice(from, to), from),
  }));
}

/** The same for anything that holds a text, once. */
export const makefileOf = oncePer((holder: { readonly text: string }) => parseMakefile(holder.text));

/** Marks that make takes for itself are blanked, at the same offsets. */
function recipe(text: string, offset: number): readonly Command[] {
  const plain = text.replace(
    /^([\t ]{1,40})([@+-]{1,3})/gm,
    (_, blank: string, marks: string) => blank + " ".repeat(marks.length),
  );
  return parseShell(plain).map((command) => ({ ...command, start: command.start + offset, end: command.end + offset }));
}
