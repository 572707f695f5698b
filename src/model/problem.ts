/** Something off in a manifest or policy file: a located value, never a throw. */
export interface Problem {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** `advice`: the file was read all the same. `error`: this part could not be used. */
  readonly severity: "advice" | "error";
  /** Plain words: what we read, and what to write. */
  readonly message: string;
  /** The whole line as it should be, where that is known. */
  readonly replacement?: string;
}
