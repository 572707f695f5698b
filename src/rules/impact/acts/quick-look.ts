import { ACTS } from "../../../catalogue/impact/acts.js";
import type { ActRecord } from "../../../catalogue/impact/record.js";
import type { SourceFile } from "../../../model/source-file.js";
import { callTest } from "../../../text/calls.js";
import { searchable } from "../../../text/decode.js";
import { keywordIndex } from "../../../text/keywords.js";
import { oncePer } from "../../../text/memo.js";
import { likelyImportsOf, sourceOf } from "../../../text/source-code.js";
import { callWord, moduleWord, postWord } from "./keywords.js";
import { takes } from "./signs.js";

/** Most files in which a word such as `stripe` stands act on nothing. They are told from the others without being read whole. */

const SHORTEST = 3;

/** Which words of all acts are in a file, lower case. */
const wordsOf = oncePer((file: SourceFile): ReadonlySet<string> => {
  const { words, index } = vocabularyOf(ACTS);
  const found = new Set<string>();
  index.search(searchedIn(file), (number) => found.add(words[number] ?? ""));
  return found;
});

const vocabularyOf = oncePer((records: readonly ActRecord[]) => {
  const all = records
    .map((record) => vocabularyOfRecord(record))
    .flatMap(({ calls, modules, posts }) => [...calls, ...modules, ...posts]);
  const words = [...new Set(all)].filter(({ length }) => length >= SHORTEST);
  return { words, index: keywordIndex(words) };
});

/** The words of one act, lower case, as they are looked for. */
const vocabularyOfRecord = oncePer(({ calls = [], modules = [], posts = [] }: ActRecord) => ({
  calls: calls.map((call) => lower(callWord(call))),
  modules: modules.map((name) => lower(moduleWord(name))),
  posts: posts.map((post) => lower(postWord(post))),
}));

const lower = (word: string) => word.toLowerCase();

/** The letters of a notebook may be escaped. */
function searchedIn(file: SourceFile): Uint8Array {
  return file.kind === "notebook" ? Buffer.from(sourceOf(file).text, "utf8") : searchable(file.bytes);
}

/** Says whether a file may hold such an act, first by the words in its bytes. False is certain. */
export function mayAct(record: ActRecord, file: SourceFile): boolean {
  const found = wordsOf(file);
  const has = (word: string) => word.length < SHORTEST || found.has(word);
  const { calls, modules, posts } = vocabularyOfRecord(record);
  if (posts.some(has)) return true;
  const isNamed = record.modules === undefined || file.path.endsWith(".gs") || modules.some(has);
  return isNamed && calls.some(has) && mayCall(record, file);
}

function mayCall(record: ActRecord, file: SourceFile): boolean {
  const source = sourceOf(file);
  return takes(record, likelyImportsOf(source), file) && callsOf(record)(source.text);
}

const callsOf = oncePer(({ calls = [] }: ActRecord) => callTest(calls.map((written) => written.split("(")[0] ?? "")));
