import { readBaseline } from "../model/baseline.js";
import type { Change, NamedText } from "../model/change.js";
import type { Fingerprint } from "../model/finding.js";
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

/** Says of a baseline file that it can't be used: nothing is softened by it then. */
const UNUSABLE_BASELINE =
  "this baseline file could not be read, so nothing is softened by it; write it anew with `handrail baseline`";

/** What a change starts from. Approvals, false alarms and the standing of a handoff are GitHub's to tell. */
export function startOf(baseline: NamedText | null, gaps: Gap[]) {
  const known = baseline === null ? new Set<Fingerprint>() : readBaseline(baseline.text);
  if (baseline !== null && known === null) gaps.push({ path: baseline.path, reason: UNUSABLE_BASELINE });
  return {
    gaps,
    baseline: known ?? new Set<Fingerprint>(),
    falseAlarms: new Map<never, string>(),
    handoff: "none",
    approvedWaivers: new Set<string>(),
  } as const;
}
