import type { Test } from "../../../catalogue/deploy/kind.js";
import { oncePer } from "../../../text/memo.js";

/** Looks at a text's words alone. */
type Look = (text: string) => boolean;

/**
 * False where a test can't hold, by a look at the words alone, so that most files are never parsed: every key that a test
 * names must stand in the text. Known miss: a key that is written with escapes.
 */
export function couldHold(test: Test, text: string): boolean {
  return lookOf(test)(text);
}

/** Made once for each test of the catalogue. */
const lookOf: (test: Test) => Look = oncePer(compile);

const ALWAYS: Look = () => true;

function compile(test: Test): Look {
  if ("all" in test) return every(test.all.map(compile));
  if ("any" in test) return some(test.any.map(compile));
  if ("has" in test) return every(keys(test.has));
  if ("at" in test) return every(keys(test.at));
  if ("section" in test) return every(keys(test.section));
  if ("block" in test) return every([...keys(test.block), words(test.labelled)]);
  if ("everyBlock" in test) return every([...keys(test.everyBlock), words(test.labelled)]);
  if ("call" in test) return words(test.call);
  if ("imports" in test) return words(test.imports.map((name) => name.replace(/\..*$/, "")));
  return ALWAYS;
}

function every(all: readonly Look[]): Look {
  const looks = all.filter((look) => look !== ALWAYS);
  return looks.length === 0 ? ALWAYS : (text) => looks.every((look) => look(text));
}

function some(looks: readonly Look[]): Look {
  return looks.includes(ALWAYS) ? ALWAYS : (text) => looks.some((look) => look(text));
}

function keys(place: string): readonly Look[] {
  const named = place.split(".").filter((step) => step !== "*" && step !== "**");
  return named.map((step) => words([step.replaceAll("&", ".")]));
}

function words(list: readonly string[] | undefined): Look {
  if (list === undefined) return ALWAYS;
  // Where `App` is wanted, `modal.App` is there too.
  const shortest = list.filter((word) => !list.some((other) => other !== word && word.includes(other)));
  return (text) => shortest.some((word) => text.includes(word));
}
