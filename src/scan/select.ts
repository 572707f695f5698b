import type { Rule } from "../model/rule.js";
import { FILE_KINDS, type FileKind, type RawFile } from "../model/source-file.js";
import { decode, isUtf16 } from "../text/decode.js";
import { globIndex } from "../text/globs.js";
import { keywordIndex } from "../text/keywords.js";
import { fileKind } from "./file-kind.js";

/** Tells which rules want to look at a file, after one look at its name and one pass over its bytes. */
export type Selector = (file: RawFile) => readonly Rule[];

/** What a name alone decides. Rules are known by their place in the list. */
interface ByName {
  /** Rules that take any path, for each kind of file. */
  readonly anywhere: Readonly<Record<FileKind, readonly number[]>>;
  /** Whether a rule takes a kind. */
  readonly kinds: readonly (readonly FileKind[] | undefined)[];
}

export function selector(rules: readonly Rule[]): Selector {
  const byWord = rulesByKeyword(rules);
  const index = keywordIndex([...byWord.keys()]);
  const rulesOf = [...byWord.values()];
  const needsWord = rules.map((rule) => rule.appliesTo.keywords !== undefined);
  const open = openRules(rules);
  return (file) => {
    const candidates = open(file.path);
    if (!candidates.some((number) => needsWord[number])) return pick(rules, candidates);
    const hit = new Set<number>();
    index.search(searchable(file.bytes), (word) => {
      for (const number of rulesOf[word] ?? []) hit.add(number);
    });
    return pick(
      rules,
      candidates.filter((number) => !needsWord[number] || hit.has(number)),
    );
  };
}

function pick(rules: readonly Rule[], numbers: readonly number[]): readonly Rule[] {
  return numbers.flatMap((number) => rules[number] ?? []);
}

/** The rules whose paths and kinds fit a path, in their order. */
function openRules(rules: readonly Rule[]): (path: string) => readonly number[] {
  const { anywhere, kinds } = byName(rules);
  const withPaths = numbersOf(rules, (rule) => rule.appliesTo.paths !== undefined);
  const globs = globIndex(withPaths.map((number) => rules[number]?.appliesTo.paths ?? []));
  return (path) => {
    const kind = fileKind(path);
    const placed = new Set<number>();
    globs.match(path, (set) => {
      const number = withPaths[set] ?? -1;
      if (kinds[number]?.includes(kind) !== false) placed.add(number);
    });
    return placed.size === 0 ? anywhere[kind] : [...anywhere[kind], ...placed].sort((a, b) => a - b);
  };
}

function byName(rules: readonly Rule[]): ByName {
  const kinds = rules.map((rule) => rule.appliesTo.kinds);
  const takes = (kind: FileKind) =>
    numbersOf(rules, ({ appliesTo }) => appliesTo.paths === undefined && appliesTo.kinds?.includes(kind) !== false);
  const entries = FILE_KINDS.map((kind) => [kind, takes(kind)] as const);
  return { anywhere: Object.fromEntries(entries) as Record<FileKind, readonly number[]>, kinds };
}

function numbersOf(rules: readonly Rule[], fits: (rule: Rule) => boolean): readonly number[] {
  return rules.flatMap((rule, number) => (fits(rule) ? [number] : []));
}

function rulesByKeyword(rules: readonly Rule[]): ReadonlyMap<string, readonly number[]> {
  const byWord = new Map<string, number[]>();
  for (const [number, { appliesTo }] of rules.entries()) {
    for (const keyword of appliesTo.keywords ?? []) {
      const word = keyword.toLowerCase();
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [number]);
      else known.push(number);
    }
  }
  return byWord;
}

/** Words in UTF-16 have zeros between their letters: search the text instead. */
function searchable(bytes: Uint8Array): Uint8Array {
  if (!isUtf16(bytes)) return bytes;
  const decoded = decode(bytes);
  return decoded.kind === "text" ? Buffer.from(decoded.text, "utf8") : bytes;
}
