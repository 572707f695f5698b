import type { Rule } from "../model/rule.js";
import { FILE_KINDS, type FileKind, type RawFile } from "../model/source-file.js";
import { searchable } from "../text/decode.js";
import { globIndex } from "../text/globs.js";
import { addTo } from "../text/groups.js";
import { keywordIndex } from "../text/keywords.js";
import { oncePer } from "../text/memo.js";
import { shortestWords } from "../text/shortest-words.js";
import { fileKind } from "./file-kind.js";

/** Tells which rules want to look at a file, after one look at its name and one pass over its bytes. */
export type Selector = (file: RawFile) => readonly Rule[];

/** Adds the numbers of the rules that want these bytes. Rules are known by their place in the list. */
type Search = (bytes: Uint8Array, wanted: Set<number>) => void;

/**
 * The words of rules that take any path are searched in every file; the words of rules with paths, which
 * are short and common, only in the few files whose path fits.
 */
export function selector(rules: readonly Rule[]): Selector {
  const anywhere = searchAnywhere(rules);
  const placed = placedRules(rules);
  return (file) => {
    const kind = fileKind(file.path);
    const { always, worded } = placed.at(file.path, kind);
    const bytes = searchable(file.bytes);
    const wanted = new Set<number>(always);
    anywhere(kind)(bytes, wanted);
    if (worded.size > 0) addPlaced(placed.search(), worded, bytes, wanted);
    if (wanted.size === 0) return [];
    return [...wanted].sort((a, b) => a - b).flatMap((number) => rules[number] ?? []);
  };
}

function addPlaced(search: Search, there: ReadonlySet<number>, bytes: Uint8Array, wanted: Set<number>): void {
  const found = new Set<number>();
  search(bytes, found);
  for (const number of there) if (found.has(number)) wanted.add(number);
}

/**
 * One index of words serves all kinds of files: making one for each would cost a small change more than looking at its
 * files does.
 */
function searchAnywhere(rules: readonly Rule[]): (kind: FileKind) => Search {
  const numbers = numbersOf(rules, ({ appliesTo }) => appliesTo.paths === undefined);
  const searchFor = oncePer((all: readonly Rule[]) => searchOf(all, numbers));
  const others = Object.fromEntries(
    FILE_KINDS.map((kind) => [kind, numbers.filter((number) => !takesKind(rules[number], kind))]),
  );
  return (kind) => (bytes, wanted) => {
    searchFor(rules)(bytes, wanted);
    for (const number of others[kind] ?? []) wanted.delete(number);
  };
}

function takesKind(rule: Rule | undefined, kind: FileKind): boolean {
  return rule?.appliesTo.kinds?.includes(kind) !== false;
}

function placedRules(rules: readonly Rule[]) {
  const numbers = numbersOf(rules, ({ appliesTo }) => appliesTo.paths !== undefined);
  const globs = globIndex(numbers.map((number) => rules[number]?.appliesTo.paths ?? []));
  const searchFor = oncePer((all: readonly Rule[]) => searchOf(all, numbers));
  const at = (path: string, kind: FileKind) => {
    const always = new Set<number>();
    const worded = new Set<number>();
    globs.match(path, (set) => {
      const number = numbers[set] ?? -1;
      const appliesTo = rules[number]?.appliesTo;
      if (takesKind(rules[number], kind)) (appliesTo?.keywords === undefined ? always : worded).add(number);
    });
    return { always, worded };
  };
  return { at, search: () => searchFor(rules) };
}

/** A rule without keywords is always wanted. */
function searchOf(rules: readonly Rule[], numbers: readonly number[]): Search {
  const always = numbers.filter((number) => rules[number]?.appliesTo.keywords === undefined);
  const byWord = rulesByKeyword(rules, numbers);
  const index = keywordIndex([...byWord.keys()]);
  const rulesOf = [...byWord.values()];
  return (bytes, wanted) => {
    for (const number of always) wanted.add(number);
    index.search(bytes, (word) => {
      for (const number of rulesOf[word] ?? []) wanted.add(number);
    });
  };
}

function numbersOf(rules: readonly Rule[], fits: (rule: Rule) => boolean): readonly number[] {
  return rules.flatMap((rule, number) => (fits(rule) ? [number] : []));
}

function rulesByKeyword(rules: readonly Rule[], numbers: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const byWord = new Map<string, number[]>();
  for (const number of numbers) {
    const words = (rules[number]?.appliesTo.keywords ?? []).map((keyword) => keyword.toLowerCase());
    for (const word of shortestWords(words)) {
      addTo(byWord, word, number);
    }
  }
  return byWord;
}
