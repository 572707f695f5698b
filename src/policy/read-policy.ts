import { BUILT_IN_POLICY, type Policy, PolicyFile } from "../model/policy.js";
import type { Problem } from "../model/problem.js";
import { POLICY_FIELDS, POLICY_KEY_SYNONYMS, POLICY_KEYS } from "./policy-fields.js";
import { readRecord } from "./reading/collections.js";
import type { KindFile } from "./reading/file.js";
import { parse } from "./reading/parse.js";

export interface ReadPolicy {
  /** `invalid`: the file could not be parsed. The caller goes on with the last copy that could. */
  readonly state: "ok" | "invalid";
  /** Where a part could not be used, its default stands. */
  readonly policy: Policy;
  /** All of them, sorted by line. */
  readonly problems: readonly Problem[];
}

/** Reads an organisation's policy kindly. Never throws, whatever the file holds. */
export function readPolicy(file: KindFile): ReadPolicy {
  const parsed = parse(file, (word) => POLICY_KEYS.has(word));
  const { root, log, isBroken, isEmpty } = parsed;
  if (root === null) {
    if (isEmpty) log.advice(0, "There is nothing in this file yet, so the built-in policy is used.");
    return { state: isBroken ? "invalid" : "ok", policy: BUILT_IN_POLICY, problems: parsed.problems() };
  }
  const { values } = readRecord(root, POLICY_FIELDS, log, { aka: POLICY_KEY_SYNONYMS, own: true });
  const checked = PolicyFile.safeParse(values);
  if (!checked.success) log.error(0, "A part of this file doesn't fit together, so the built-in policy is used.");
  return {
    state: isBroken || !checked.success ? "invalid" : "ok",
    policy: checked.success ? checked.data : BUILT_IN_POLICY,
    problems: parsed.problems(),
  };
}
