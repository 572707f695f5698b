import { FAMILIES } from "../model/vocabulary.js";
import { quote } from "./reading/say.js";
import * as read from "./reading/values.js";
import { fold, nearest } from "./reading/words.js";

const FAMILY_WORDS: ReadonlyMap<string, string> = new Map([
  ["secret", "production-secret"],
  ["secrets", "production-secret"],
  ["production-secrets", "production-secret"],
  ["data", "real-data"],
  ["deploy", "deploy-config"],
  ["ai", "ai-service"],
  ["ai-services", "ai-service"],
  ["impact", "real-world-impact"],
]);

/** A family or a rule's id, which has a `/` in it. Whether there is a rule of that id is not known here. */
export const ruleName: read.Reader<string> = (node, key, log) => {
  const text = read.text({ longest: 100 })(node, key, log);
  const found = read.wordOf(node, log);
  if (text === undefined || found === null) return undefined;
  if (text.includes("/")) return text.toLowerCase();
  const folded = fold(text);
  if (FAMILIES.some((family) => family === folded)) return folded;
  const meant = FAMILY_WORDS.get(folded) ?? nearest(folded, FAMILIES);
  if (meant === null) {
    log.error(
      found.start,
      `We don't know ${quote(text)}, so this has no effect. Here stands a rule's id or one of the families: ${FAMILIES.join(", ")}.`,
    );
    return undefined;
  }
  log.advice(found.start, `We read ${quote(text)} as \`${meant}\`.`, read.fix(found, meant));
  return meant;
};
