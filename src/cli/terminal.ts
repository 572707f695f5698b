/** What a command may touch of the world, so that a test can stand in for it. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Output;
  readonly err: Output;
  /** Asks a person; only where {@link isInteractive} holds. */
  readonly ask: (question: string) => Promise<string>;
  readonly isInteractive: boolean;
  readonly now: () => Date;
  /** Milliseconds since this process began. */
  readonly elapsed: () => number;
}

export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns, where known. */
  readonly columns?: number;
}

const WIDEST = 100;
const USUAL = 80;

/** How to print on standard output: colour as NO_COLOR and FORCE_COLOR say, and never into a file. */
export function screen({ env, out }: Terminal): { readonly colour: boolean; readonly width: number } {
  const wished = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const refused = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  return { colour: !refused && (out.isTerminal || wished), width: Math.min(WIDEST, out.columns ?? USUAL) };
}
