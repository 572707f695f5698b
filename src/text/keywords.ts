import {
  bitOf,
  bucketAt,
  CASELESS,
  type KeywordTables,
  keywordTables,
  STEP,
  slotOf,
  WINDOW,
} from "./keyword-tables.js";
import { littleSearch } from "./little-search.js";

/**
 * One pass over a file's bytes that says which of many words are in it, without regard to the case of ASCII letters: a
 * look through a window of four bytes at every second place, and a closer look where a word has such a window.
 */
export interface KeywordIndex {
  /** Calls `found` with the number of each word that is in the bytes, once per word, in no promised order. */
  readonly search: (bytes: Uint8Array, found: Found) => void;
}

export type Found = (word: number) => void;

const SHORTEST = 3;
/** So many bytes are searched before tables of the words pay. */
const LITTLE = 256 * 1024;

/** Words must be ASCII and at least three characters long; a shorter one throws a RangeError when the index is made. */
export function keywordIndex(words: readonly string[]): KeywordIndex {
  if (words.some(({ length }) => length < SHORTEST)) throw new RangeError(`A keyword needs ${SHORTEST} characters`);
  const plain = words.map((word) => word.toLowerCase());
  let left = LITTLE;
  let search = littleSearch(plain);
  return {
    search: (bytes, found) => {
      if (left >= 0 && left < bytes.length) search = tableSearch(plain);
      left -= bytes.length;
      search(bytes, found);
    },
  };
}

/** The same for words in lower case, by tables of them. */
export function tableSearch(words: readonly string[]): KeywordIndex["search"] {
  const letters = words.map((word) => Buffer.from(word, "latin1"));
  const index = { ...keywordTables(letters), seen: new Uint32Array(words.length), run: 0 };
  return (bytes, found) => search(index, aligned(bytes), found);
}

interface Index extends KeywordTables {
  /** The run in which a word was found last: says without clearing anything that it was found in this one. */
  readonly seen: Uint32Array;
  run: number;
}

/** Pairs of bytes can only be read from an even place of their buffer. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % STEP === 0 ? bytes : Uint8Array.from(bytes);
}

/** This loop is most of the cost of a file in which there is nothing. Past either end, a byte reads as a zero. */
function search(index: Index, bytes: Uint8Array, found: Found): void {
  index.run++;
  const { used, buckets, before, after } = index;
  const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  let left = (pairs[0] ?? 0) & CASELESS;
  for (let pair = 1; pair < pairs.length; pair++) {
    const right = (pairs[pair] as number) & CASELESS;
    const slot = slotOf(left | (right << 16));
    left = right;
    if (((used[slot >>> 3] as number) & (1 << (slot & 7))) === 0) continue;
    const bucket = buckets[bucketAt(slot)] as number;
    const at = STEP * (pair - 1);
    if (((after[bucket] as number) & bitOf(bytes[at + WINDOW] as number)) === 0) continue;
    if (((before[bucket] as number) & bitOf(bytes[at - 1] as number)) !== 0) compare(index, bucket, bytes, at, found);
  }
  if (bytes.length % STEP === 1) {
    const slot = slotOf(left | (((bytes[bytes.length - 1] as number) & CASELESS) << 16));
    compare(index, buckets[bucketAt(slot)] as number, bytes, bytes.length - WINDOW + 1, found);
  }
}

function compare(index: Index, bucket: number, bytes: Uint8Array, at: number, found: Found): void {
  const { lastEntry, entryBefore, wordOf, offsetOf, seen, run } = index;
  for (let entry = lastEntry[bucket] as number; entry > 0; entry = entryBefore[entry] as number) {
    const word = wordOf[entry] as number;
    if (seen[word] === run || !stands(index, word, bytes, at - (offsetOf[entry] as number))) continue;
    seen[word] = run;
    found(word);
  }
}

function stands({ letters, starts }: KeywordTables, word: number, bytes: Uint8Array, at: number): boolean {
  const start = starts[word] as number;
  const length = (starts[word + 1] as number) - start;
  if (at < 0 || at + length > bytes.length) return false;
  for (let i = 0; i < length; i++) if (fold(bytes[at + i] as number) !== letters[start + i]) return false;
  return true;
}

function fold(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}
