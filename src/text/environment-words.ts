/** Which environment a name speaks of. Words are whole tokens, never parts of one: `product` and `preprod` aren't `prod`. */

import { oncePer } from "./memo.js";

export type EnvironmentWord = "production" | "other" | "none";

const LONGEST = 512;

/** Words that name an environment which is not production. */
const OTHER = words(`
  dev devel develop development developer local localhost test tests testing tst qa uat sit staging stage stg sandbox sbx
  sbox sandboxed demo preview review ci nonprod nonproduction nonprd noprod notprod preprod preproduction preprd nprd npr
  mock mocks mocked fake dummy example examples sample samples playground lab labs experiment experiments acceptance acc
  hmlg homolog scratch training stub stubs dryrun placeholder`);

/** Before a word for production these turn it around: `non-prod`, `pre_production`, `not-live`. */
const TURNS_BEFORE = words("non no not never pre un anti");

/** After a word for production these say that it only resembles production: `prod-like`, `production clone`. */
const TURNS_AFTER = words("like alike ish clone copy mock readiness ready style parity simulation shaped");

/** After `prod` these say that it is short for product; after `live` that something merely happens live. */
const NOT_AN_ENVIRONMENT = {
  prod: words("id ids name names desc description code codes list category categories price prices type sku num info"),
  live: words(
    "reload reloading reloader server demo view preview stream streams streaming chat update updates data edit editing coding session score scores event events video transcript transcription captions wire link long",
  ),
} as const;

/**
 * What the name of a secret, a host, a vault, a path or an environment says about where it belongs.
 *
 * Between `/`, `:`, `.`, `@` and blanks the first part that says something decides; within one part (split at `-`, `_`
 * and humps) a word that is not production wins over one that is.
 *
 * @param productionWords what the organisation calls production, lower case; a word may be of several parts (`eu-live`)
 */
export function environmentOf(text: string, productionWords: readonly string[]): EnvironmentWord {
  if (text.length > LONGEST) return "none";
  const wanted = wantedIn(productionWords);
  for (const part of text.split(/[/:.@\s,;|\\]+/)) {
    const said = saidBy(tokensOf(part), wanted);
    if (said !== "none") return said;
  }
  return "none";
}

const wantedIn = oncePer((words: readonly string[]) => words.map(tokensOf).filter((word) => word.length > 0));

const ONE_WORD = /^[a-z]+$/;

/** The words of a name: split at everything but letters and digits and at humps, lower case, counting digits taken off. */
export function tokensOf(name: string): readonly string[] {
  if (name.length <= LONGEST && ONE_WORD.test(name)) return [name];
  return name
    .slice(0, LONGEST)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((token) => token.replace(/(?<=\p{L})\d{1,3}$/u, ""))
    .filter((token) => token !== "");
}

function saidBy(tokens: readonly string[], wanted: readonly (readonly string[])[]): EnvironmentWord {
  let production = false;
  for (let i = 0; i < tokens.length; i++) {
    const word = wanted.find((parts) => parts.every((part, offset) => tokens[i + offset] === part));
    if (word === undefined) {
      if (OTHER.has(tokens[i] ?? "")) return "other";
      continue;
    }
    const next = tokens[i + word.length] ?? "";
    if (TURNS_BEFORE.has(tokens[i - 1] ?? "") || TURNS_AFTER.has(next)) return "other";
    if (!meansSomethingElse(tokens[i] ?? "", next)) production = true;
  }
  return production ? "production" : "none";
}

function meansSomethingElse(token: string, next: string): boolean {
  return (token === "prod" || token === "live") && NOT_AN_ENVIRONMENT[token].has(next);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
