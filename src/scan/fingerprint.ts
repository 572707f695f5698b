import { createHmac } from "node:crypto";
import type { Fingerprint, RuleId } from "../model/finding.js";

/**
 * A keyed hash of rule and identity: 32 hexadecimal digits. The path and the line are not in it, so a move or a rename
 * never brings a finding back, and a changed value is a new finding. The key keeps a short value from being guessed
 * from the hash; without an organisation's key it is a fixed word, and two runs agree.
 */
export function fingerprint(key: string, ruleId: RuleId, identity: string): Fingerprint {
  return createHmac("sha256", key).update(`${ruleId}\0${identity}`).digest("hex").slice(0, 32) as Fingerprint;
}
