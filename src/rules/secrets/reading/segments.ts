import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import { oncePer } from "../../../text/memo.js";
import { notebookOf } from "../../../text/notebook.js";

/** A stretch of text as a person sees it, and the way back to its place in the file. */
export interface Segment {
  readonly text: string;
  /** The same, lower case. */
  readonly lower: string;
  /** The range of a match, and in a notebook its cell and line. */
  readonly place: (start: number, end: number) => Pick<Match, "range" | "cell">;
}

/** The whole of a plain file; of a notebook its cells and their text outputs. Once per file. */
export const segmentsOf = oncePer((file: SourceFile): readonly Segment[] => {
  const cells = file.kind === "notebook" ? notebookOf(file) : null;
  if (cells === null) return [segmentOf(file.text, (start, end) => ({ range: [start, end] }))];
  return cells.map(({ cell, text, offsetOf }) =>
    segmentOf(text, (start, end) => ({
      range: [offsetOf(start), offsetOf(end)],
      cell: { number: cell, line: linesBefore(text, start) + 1 },
    })),
  );
});

/** A text that was taken out of a file, such as a decoded value. */
export function segmentOf(text: string, place: Segment["place"]): Segment {
  let lower: string | undefined;
  return {
    text,
    get lower() {
      lower ??= text.toLowerCase();
      return lower;
    },
    place,
  };
}

function linesBefore(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The part of a line that stands before an offset, at most 200 characters of it. */
export function lineBefore(text: string, offset: number): string {
  const from = Math.max(0, offset - 200);
  const piece = text.slice(from, offset);
  return piece.slice(piece.lastIndexOf("\n") + 1);
}

/** What stands around a range: so many characters before and after it. */
export function around(text: string, start: number, end: number, reach: number): string {
  return text.slice(Math.max(0, start - reach), end + reach);
}
