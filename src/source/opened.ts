import type { Change, NamedText } from "../model/change.js";
import type { Gap } from "../model/source-file.js";

/** A change that is ready to be read. Close it when it was read, or when it will not be. */
export interface Opened {
  readonly kind: "opened";
  readonly change: Change;
  readonly close: () => void;
}

/** A change and the policy file that goes with it. */
export interface Source extends Opened {
  /** Nothing where none was named, or where the range itself brings it. */
  readonly policy: NamedText | null;
  /** What a person should know about how it was opened. */
  readonly note: string | null;
}

/** What a folder or a range of commits can't know: approvals and the standing of a handoff are GitHub's to tell. */
export function startOf(gaps: readonly Gap[]) {
  return {
    gaps,
    baseline: new Set<never>(),
    falseAlarms: new Map<never, string>(),
    handoff: "none",
    approvedWaivers: new Set<string>(),
  } as const;
}
