import type { Change } from "../model/change.js";
import type { Gap } from "../model/source-file.js";

/** A change that is ready to be read. Close it when it was read, or when it will not be. */
export interface Opened {
  readonly kind: "opened";
  readonly change: Change;
  readonly close: () => void;
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
