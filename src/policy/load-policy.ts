import type { NamedText } from "../model/change.js";
import type { LoadedPolicy } from "../model/loaded-policy.js";
import { BUILT_IN_POLICY, type Mode } from "../model/policy.js";
import { readPolicy } from "./read-policy.js";

/** The policy in a file, or the built-in one where there is none. A mode that is given beats the policy's own. */
export function loadPolicy(file: NamedText | null, source: "file" | "org", mode: Mode | null): LoadedPolicy {
  const loaded: LoadedPolicy =
    file === null
      ? { policy: BUILT_IN_POLICY, source: "built-in", state: "ok", problems: [] }
      : { source, ...readPolicy(file) };
  return mode === null ? loaded : { ...loaded, policy: { ...loaded.policy, mode } };
}
