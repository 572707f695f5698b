import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import { isTestPath } from "../../../text/path-roles.js";
import { evidenceFor } from "../evidence/surroundings.js";
import { judgeAws } from "./aws.js";
import type { Hit } from "./find.js";

/** How serious a key is, and what speaks for it. */
export type Judgement = Pick<Match, "because"> & {
  readonly suggests: NonNullable<Match["suggests"]>;
  readonly trigger: NonNullable<Match["trigger"]> | null;
  readonly confidence: NonNullable<Match["confidence"]>;
  /** Further values that belong to the key and must not be shown. */
  readonly secrets?: readonly string[];
};

/** Nothing for a key that its surroundings mark as one for tries. */
export function judge(hit: Hit, file: SourceFile, surroundings: Surroundings): Judgement | null {
  if (hit.form.form.validator === "aws-key-id") return judgeAws(hit, file, surroundings);
  return hit.form.kind === "live" ? judgeLive(hit) : judgeNeutral(hit, file, surroundings);
}

function judgeLive({ form }: Hit): Judgement {
  const { name } = form.provider;
  const checked = form.form.validator !== undefined;
  const because = [
    checked
      ? `The checks that are built into ${name}'s tokens come out right: it is a real one, not a made-up one.`
      : `It has the form that ${name} gives to live keys only.`,
    "I looked for the marks of a test key, a documented sample or a placeholder and found none.",
  ];
  const confidence = checked || form.lead.length >= 8 || form.form.near !== undefined ? "high" : "medium";
  return { suggests: "stop", trigger: "production-systems", confidence, because };
}

function judgeNeutral(hit: Hit, file: SourceFile, { production }: Surroundings): Judgement | null {
  const { name, ai } = hit.form.provider;
  const { says, because } = evidenceFor(hit, file, production);
  if (says === "test") return null;
  const reasons = [`It has the form of a ${name} key, and no mark of a sample or a placeholder.`, because];
  if (says === "production") {
    return { suggests: "stop", trigger: "production-systems", confidence: "high", because: reasons };
  }
  const suggests = isTestPath(file.path) || (says === "other" && ai === undefined) ? "note" : "advice";
  return { suggests, trigger: null, confidence: "medium", because: reasons };
}
