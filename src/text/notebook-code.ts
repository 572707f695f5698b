import { linesOf, positionAt } from "./lines.js";
import { cellTypesOf, notebookOf } from "./notebook.js";

/** The code of a notebook's cells as one text, so that a name taken in one cell is known in the next. */
export interface NotebookCode {
  readonly text: string;
  /** Where a character of the text stands: its offset in the file, its cell from 1, and the line in that cell. */
  readonly placeOf: (index: number) => { readonly offset: number; readonly cell: number; readonly line: number };
}

/** Shell lines and magics are not Python; blanks of the same length keep the places right. */
const MAGIC = /^[ \t]*[!%].*$/gm;

/** Nothing for a file that is no notebook. Never throws. */
export function notebookCode(holder: { readonly text: string }): NotebookCode | null {
  const valid = cellTypesOf(holder);
  const types = valid === "invalid" ? null : valid.types;
  const read = notebookOf(holder);
  if (read === null || types === null) return null;
  const cells = read.filter(({ kind, cell }) => kind === "source" && types[cell - 1] === "code");
  const starts: number[] = [];
  let text = "";
  for (const cell of cells) {
    starts.push(text.length);
    text += `${cell.text.replace(MAGIC, (line) => " ".repeat(line.length))}\n`;
  }
  const placeOf = (index: number) => {
    const number = positionAt(starts, index).line - 1;
    const cell = cells[number];
    if (cell === undefined) return { offset: 0, cell: 1, line: 1 };
    const within = Math.min(index - (starts[number] ?? 0), cell.text.length);
    return { offset: cell.offsetOf(within), cell: cell.cell, line: positionAt(linesOf(cell), within).line };
  };
  return { text, placeOf };
}
