/** Where something is. Lines and columns start at 1, columns count UTF-16 units, the end column is one past the last. */
export interface Location {
  readonly path: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** In a notebook: the cell, counted from 1, and the lines are lines of that cell. */
  readonly cell?: number;
}
