import type { ActRecord } from "../../../catalogue/impact/record.js";

/**
 * Words of which at least one is in every file with such an act. A call that counts only with its module needs both names
 * in the file, so it is looked for by the rarer of them: `send` by its module, and a call of `phi` by the call.
 */
export function keywordsFor(records: readonly ActRecord[]): readonly string[] {
  const words = records.flatMap((record) => [...callWords(record), ...(record.posts ?? []).map(postWord)]);
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= SHORTEST);
}

const SHORTEST = 3;
/** A module's name of fewer letters is a part of many words: `phi` of `graphics`. */
const RARE = 4;
/** Apps Script takes no modules: its services, such as `GmailApp`, are simply there. */
const APPS_SCRIPT = "gs:";

function callWords({ calls = [], modules }: ActRecord): readonly string[] {
  const names = calls.map(callWord);
  if (modules === undefined) return names;
  const taken = modules.map(moduleWord);
  if (modules.includes(APPS_SCRIPT))
    return [...taken, ...calls.flatMap((written) => /^\w+App(?=\.)/.exec(written) ?? [])];
  return shortest(taken) < RARE && shortest(names) > RARE ? names : taken;
}

const shortest = (words: readonly string[]) => Math.min(...words.map(({ length }) => length));

/** The word that is in every file with such a call. */
export const callWord = (written: string): string => longestOf((written.split("(")[0] ?? "").split("."));

/** A package with a slash is always written whole; of a module the longest word is, in `from django.core import mail`. */
export const moduleWord = (module: string): string =>
  module.includes("/") ? module : longestOf(module.split(/[^\w-]+/));

/** A host is written somewhere in the file, if not where it is called; of any host, the path is. */
export const postWord = ({ host, path }: { readonly host: string; readonly path?: string }): string =>
  longestOf((host.length > 1 ? host : (path ?? "")).split("*"));

function longestOf(parts: readonly string[]): string {
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
