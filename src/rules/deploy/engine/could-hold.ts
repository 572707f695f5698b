import type { Test } from "../../../catalogue/deploy/kind.js";

/**
 * False where a test can't hold, by a look at the words alone, so that most files are never parsed: every key that a test
 * names must stand in the text. Known miss: a key that is written with escapes.
 */
export function couldHold(test: Test, text: string): boolean {
  if ("all" in test) return test.all.every((part) => couldHold(part, text));
  if ("any" in test) return test.any.some((part) => couldHold(part, text));
  if ("has" in test) return hasKeys(test.has, text);
  if ("at" in test) return hasKeys(test.at, text);
  if ("section" in test) return hasKeys(test.section, text);
  if ("block" in test) return hasKeys(test.block, text) && hasSome(test.labelled, text);
  if ("everyBlock" in test) return hasKeys(test.everyBlock, text) && hasSome(test.labelled, text);
  if ("call" in test) return hasSome(test.call, text);
  return true;
}

function hasKeys(place: string, text: string): boolean {
  return place.split(".").every((step) => step === "*" || step === "**" || text.includes(step.replaceAll("&", ".")));
}

function hasSome(words: readonly string[] | undefined, text: string): boolean {
  return words === undefined || words.some((word) => text.includes(word));
}
