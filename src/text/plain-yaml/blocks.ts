import type { Scalar } from "../tree.js";
import { skipBlanks, startOfNext, unusual } from "./lines.js";

const HEADER = /([|>])(-?)[ ]*(?:(?<= )#[^\n]*)?\n/y;

/** A `|` or `>` text, more indented than `outer`. It ends after its last line that is not empty. */
export function blockScalar(text: string, start: number, outer: number): Scalar {
  HEADER.lastIndex = start;
  const [header, style, chomp] = HEADER.exec(text) ?? unusual();
  const rows = rowsOf(text, start + header.length, outer);
  const last = rows.at(-1) ?? unusual();
  const body = style === "|" ? rows.map(({ row }) => row).join("\n") : folded(rows.map(({ row }) => row));
  return { kind: "scalar", value: chomp === "-" ? body : `${body}\n`, start, end: last.next };
}

interface Row {
  readonly row: string;
  readonly next: number;
}

/** The lines without their indent, up to the last that is not empty. */
function rowsOf(text: string, from: number, outer: number): readonly Row[] {
  const rows: Row[] = [];
  let indent = -1;
  let filled = 0;
  for (let line = from; line < text.length; ) {
    const at = skipBlanks(text, line);
    const next = startOfNext(text, at);
    const isEmpty = at >= text.length || text[at] === "\n";
    if (indent < 0 && (isEmpty || at - line <= outer)) unusual();
    if (indent < 0) indent = at - line;
    if (isEmpty && at - line > indent) unusual();
    if (!isEmpty && at - line < indent) break;
    if (text[at] === "\t") unusual();
    rows.push({ row: isEmpty ? "" : text.slice(line + indent, text[next - 1] === "\n" ? next - 1 : next), next });
    if (!isEmpty) filled = rows.length;
    line = next;
  }
  return rows.slice(0, filled);
}

/** Lines become one, an empty line a line break; lines that are further in keep their own breaks. */
function folded(rows: readonly string[]): string {
  let text = "";
  let between = "";
  let wasFurtherIn = false;
  for (const row of rows) {
    if (row === "") {
      if (between === "\n") text += "\n";
      else between = "\n";
      continue;
    }
    const isFurtherIn = row.startsWith(" ");
    if (isFurtherIn && between === " ") between = "\n";
    else if (isFurtherIn && between === "\n" && !wasFurtherIn) between = "\n\n";
    text += between + row;
    between = isFurtherIn ? "\n" : " ";
    wasFurtherIn = isFurtherIn;
  }
  return text;
}
