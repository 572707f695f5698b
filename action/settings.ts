import { MODES, type Mode } from "../src/model/policy.js";
import { FAIL_ON, type FailOn } from "../src/report/fails.js";
import type { Inputs } from "./io.js";

export interface Settings {
  /** Nothing where the policy decides. */
  readonly mode: Mode | null;
  /** Nothing where the conclusion decides. */
  readonly failOn: FailOn | null;
  readonly wantsComment: boolean;
}

/** Throws an Error with a plain message for a word that isn't one of ours. */
export function readSettings(inputs: Inputs): Settings {
  return {
    mode: word("mode", inputs.mode, MODES),
    failOn: word("fail-on", inputs["fail-on"], FAIL_ON),
    wantsComment: word("comment", inputs.comment.toLowerCase(), ["true", "false"] as const) === "true",
  };
}

function word<T extends string>(input: string, value: string, allowed: readonly T[]): T | null {
  if (value === "") return null;
  const known = allowed.find((one) => one === value);
  if (known !== undefined) return known;
  throw new Error(`The input \`${input}\` is "${value.slice(0, 40)}", and can be ${allowed.join(", ")}.`);
}
