import type { ActRecord } from "../../../catalogue/impact/record.js";

/**
 * Words of which at least one is in every file with such an act. A call that counts only with its module is looked for by
 * the module's name, which is far rarer than a call named `send`.
 */
export function keywordsFor(records: readonly ActRecord[]): readonly string[] {
  const words = records.flatMap(({ calls = [], modules, posts = [] }) => [
    ...(modules === undefined ? calls.map((written) => lastName(written.split("(")[0] ?? "")) : modules.map(nameOf)),
    ...(modules?.includes(APPS_SCRIPT) ? calls.flatMap((written) => /^\w+App(?=\.)/.exec(written) ?? []) : []),
    ...posts.map(({ host, path }) => longestPart(host.length > 1 ? host : (path ?? ""))),
  ]);
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= 3);
}

/** Apps Script takes no modules: its services, such as `GmailApp`, are simply there. */
const APPS_SCRIPT = "gs:";

/**
 * A part of a module's name that is written in every way of taking it, `from django.core import mail` too: of
 * `@slack/webhook` who publishes it, else the longest.
 */
function nameOf(module: string): string {
  return /^@([\w-]{3,})\//.exec(module)?.[1] ?? longestOf(module.split(/[^\w-]+/));
}

const lastName = (ending: string) => ending.slice(ending.lastIndexOf(".") + 1);

function longestPart(pattern: string): string {
  return longestOf(pattern.split("*"));
}

function longestOf(parts: readonly string[]): string {
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
