import type { ActRecord } from "../../../catalogue/impact/record.js";

/** Words of which at least one is in every file with such an act. */
export function keywordsFor(records: readonly ActRecord[]): readonly string[] {
  const words = records.flatMap(({ calls, posts }) => [
    ...(calls ?? []).map((written) => lastName(written.split("(")[0] ?? "")),
    ...(posts ?? []).map(({ host, path }) => longestPart(host.length > 1 ? host : (path ?? ""))),
  ]);
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= 3);
}

const lastName = (ending: string) => ending.slice(ending.lastIndexOf(".") + 1);

function longestPart(pattern: string): string {
  return pattern.split("*").reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
