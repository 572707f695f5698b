/** How a command ends. The numbers are a contract. */
export const EXIT = {
  fine: 0,
  /** The conclusion would block, or `--fail-on` says so. */
  fails: 1,
  /** Wrong usage, or input that can't be used. */
  usage: 2,
  /** Our own failure. */
  ours: 3,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a plain sentence on standard error and exit 2. */
export class UsageProblem extends Error {
  constructor(
    message: string,
    readonly next?: string,
  ) {
    super(message);
  }
}
