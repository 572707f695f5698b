/** Why a source could not be opened: the caller's input, said plainly. A value, never a throw. */
export interface SourceProblem {
  readonly kind: "source-problem";
  /** What was asked for and what is wrong with it. */
  readonly message: string;
  /** What to do next. */
  readonly next: string;
}

export function sourceProblem(message: string, next: string): SourceProblem {
  return { kind: "source-problem", message, next };
}

export function isSourceProblem(value: object): value is SourceProblem {
  return "kind" in value && value.kind === "source-problem";
}
