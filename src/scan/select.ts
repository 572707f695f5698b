import type { Rule } from "../model/rule.js";
import type { RawFile } from "../model/source-file.js";
import { decode, isUtf16 } from "../text/decode.js";
import { anyGlob, type PathTest } from "../text/globs.js";
import { type KeywordIndex, keywordIndex } from "../text/keywords.js";
import { fileKind } from "./file-kind.js";

/** Tells which rules want to look at a file, after one pass over its bytes. */
export type Selector = (file: RawFile) => readonly Rule[];

interface Candidate {
  readonly rule: Rule;
  readonly matchesPath: PathTest;
  readonly keywords: readonly number[] | null;
}

export function selector(rules: readonly Rule[]): Selector {
  const words = [...new Set(rules.flatMap((rule) => rule.appliesTo.keywords ?? []).map((w) => w.toLowerCase()))];
  const numbers = new Map(words.map((word, number) => [word, number]));
  const index = words.length === 0 ? null : keywordIndex(words);
  const candidates = rules.map((rule) => candidate(rule, numbers));
  return (file) => select(candidates, index, file);
}

function candidate(rule: Rule, numbers: ReadonlyMap<string, number>): Candidate {
  const { paths, kinds, keywords } = rule.appliesTo;
  const byGlob = paths === undefined ? () => true : anyGlob(paths);
  const byKind = (path: string) => kinds === undefined || kinds.includes(fileKind(path));
  return {
    rule,
    matchesPath: (path) => byKind(path) && byGlob(path),
    keywords: keywords?.map((word) => numbers.get(word.toLowerCase()) ?? -1) ?? null,
  };
}

function select(candidates: readonly Candidate[], index: KeywordIndex | null, file: RawFile): readonly Rule[] {
  const open = candidates.filter(({ matchesPath }) => matchesPath(file.path));
  const found = new Set<number>();
  if (index !== null && open.some(({ keywords }) => keywords !== null)) index.search(searchable(file.bytes), found);
  return open
    .filter(({ keywords }) => keywords === null || keywords.some((number) => found.has(number)))
    .map(({ rule }) => rule);
}

/** Words in UTF-16 have zeros between their letters: search the text instead. */
function searchable(bytes: Uint8Array): Uint8Array {
  if (!isUtf16(bytes)) return bytes;
  const decoded = decode(bytes);
  return decoded.kind === "text" ? Buffer.from(decoded.text, "utf8") : bytes;
}
