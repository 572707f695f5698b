import { BUILT_IN_POLICY, type Policy } from "../model/policy.js";
import type { Problem } from "../model/problem.js";
import { POLICY_FIELDS, POLICY_KEY_SYNONYMS, POLICY_WORDS } from "./policy-fields.js";
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
  const parsed = parse(file, POLICY_WORDS);
  const { root, log, isBroken, isEmpty } = parsed;
  if (root === null) {
    if (isEmpty) log.advice(0, "There is nothing in this file yet, so the built-in policy is used.");
    return { state: isBroken ? "invalid" : "ok", policy: BUILT_IN_POLICY, problems: parsed.problems() };
  }
  const { values } = readRecord(root, POLICY_FIELDS, log, { aka: POLICY_KEY_SYNONYMS, own: true });
  return {
    state: isBroken ? "invalid" : "ok",
    policy: complete(values, BUILT_IN_POLICY) as Policy,
    problems: parsed.problems(),
  };
}

/** What is given, and the default where nothing is; a list or a word that is given stands instead of the default. */
function complete(given: unknown, defaults: unknown): unknown {
  if (given === undefined) return defaults;
  if (!isBlock(given) || !isBlock(defaults)) return given;
  const own = (block: Readonly<Record<string, unknown>>, key: string) =>
    Object.hasOwn(block, key) ? block[key] : undefined;
  const keys = new Set([...Object.keys(defaults), ...Object.keys(given)]);
  return Object.fromEntries([...keys].map((key) => [key, complete(own(given, key), own(defaults, key))]));
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
