import type { Policy } from "./policy.js";
import type { Problem } from "./problem.js";

/** The policy that is used, and where it came from. */
export interface LoadedPolicy {
  readonly policy: Policy;
  readonly source: "built-in" | "file" | "org";
  /** `last-good`: the newest file could not be read, so an earlier copy is used. `invalid`: there was no earlier copy. */
  readonly state: "ok" | "last-good" | "invalid";
  readonly problems: readonly Problem[];
}
