import { frequencyOf } from "./common-trigrams.js";

/** How many bytes are looked at together, and how far the place moves on. */
export const WINDOW = 4;
export const STEP = 2;
const SLOT_BITS = 19;
/** So many slots share a bucket, as a power of two: making large tables would cost a small run more than it saves. */
const SHARING_BITS = 2;
/** Takes away the bit in which an ASCII letter's upper and lower case differ, in each of two bytes. */
export const CASELESS = 0xdfdf;

/**
 * Words by the windows that say that they may be there. A word is registered by two neighbouring windows, the rarest it
 * has, so that one of them falls on an even place wherever the word stands. Where a word is too short for two, its
 * windows reach beyond it, and whatever may stand there is registered.
 *
 * Everything is in arrays of numbers: a search touches little memory, and making the tables costs a small run little.
 */
export interface KeywordTables {
  /** One bit for each slot in which a window is registered: small enough for the processor's near cache. */
  readonly used: Uint8Array;
  /** The bucket at each place of {@link bucketAt}. Bucket 0 is empty. */
  readonly buckets: Uint16Array;
  /** For each bucket, as bits of {@link bitOf}, the bytes that may stand before and after its windows. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** For each bucket its last entry, and for each entry the one before it in its bucket. Entry 0 is the end. */
  readonly lastEntry: Uint32Array;
  readonly entryBefore: Uint32Array;
  /** For each entry its word, and how far into the word its window is: -1 for a window that begins before it. */
  readonly wordOf: Uint16Array;
  readonly offsetOf: Int8Array;
  /** The letters of all words in a row, and for each word where it starts; one more start says where the last one ends. */
  readonly letters: Uint8Array;
  readonly starts: Uint32Array;
}

/** Words in lower case, of three or more ASCII letters each, not longer than 127. */
export function keywordTables(words: readonly Uint8Array[]): KeywordTables {
  const tables = emptyTables(words);
  const last: Last = { entry: 0, bucket: 0 };
  for (const [number, word] of words.entries()) {
    const first = word.length > WINDOW ? rarest(word) : -1;
    for (let offset = first; offset < first + STEP; offset++) addWindow(tables, last, number, word, offset);
  }
  return tables;
}

function emptyTables(words: readonly Uint8Array[]): KeywordTables {
  const starts = new Uint32Array(words.length + 1);
  for (const [word, { length }] of words.entries()) starts[word + 1] = (starts[word] as number) + length;
  const count = words.reduce((sum, { length }) => sum + entriesFor(length), 1);
  return {
    used: new Uint8Array(1 << (SLOT_BITS - 3)),
    buckets: new Uint16Array(1 << (SLOT_BITS - SHARING_BITS)),
    before: new Int32Array(count),
    after: new Int32Array(count),
    lastEntry: new Uint32Array(count),
    entryBefore: new Uint32Array(count),
    wordOf: new Uint16Array(count),
    offsetOf: new Int8Array(count),
    letters: Uint8Array.from(Buffer.concat(words)),
    starts,
  };
}

/** A window within the word has one slot, one that reaches beyond it a slot for each byte that may be there. */
function entriesFor(length: number): number {
  const beyond = Math.max(0, WINDOW + STEP - 1 - length);
  return STEP - beyond + beyond * CASELESS_BYTES.length;
}

/** The entry and the bucket that were made last. */
interface Last {
  entry: number;
  bucket: number;
}

/** Registers the window at an offset of a word. */
function addWindow(tables: KeywordTables, last: Last, number: number, word: Uint8Array, offset: number): void {
  const middle = ((word[offset + 1] as number) << 8) | ((word[offset + 2] as number) << 16);
  const before = bitsAt(word, offset - 1);
  const after = bitsAt(word, offset + WINDOW);
  for (const first of bytesAt(word, offset)) {
    for (const end of bytesAt(word, offset + 3)) {
      const slot = slotOf(first | (middle & (CASELESS << 8)) | (end << 24));
      const bucket = bucketOf(tables, last, slot);
      tables.before[bucket] = (tables.before[bucket] as number) | before;
      tables.after[bucket] = (tables.after[bucket] as number) | after;
      last.entry++;
      tables.wordOf[last.entry] = number;
      tables.offsetOf[last.entry] = offset;
      tables.entryBefore[last.entry] = tables.lastEntry[bucket] as number;
      tables.lastEntry[bucket] = last.entry;
    }
  }
}

/** The bucket of a slot; a new one where the slot had none. */
function bucketOf({ used, buckets }: KeywordTables, last: Last, slot: number): number {
  const place = bucketAt(slot);
  used[slot >>> 3] = (used[slot >>> 3] as number) | (1 << (slot & 7));
  if (buckets[place] === 0) buckets[place] = ++last.bucket;
  return buckets[place] as number;
}

/** Of four bytes without the bit of the case, the first one the lowest. */
export function slotOf(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> (32 - SLOT_BITS);
}

/** Where the bucket of a slot is found. */
export function bucketAt(slot: number): number {
  return slot >>> SHARING_BITS;
}

/** The lowest five bits tell letters apart, whatever their case. */
export function bitOf(byte: number): number {
  return 1 << (byte & 31);
}

const ANY = -1;

/** What may stand at an offset of a word, as bits: one byte within the word, anything outside. */
function bitsAt(word: Uint8Array, offset: number): number {
  const byte = word[offset];
  return byte === undefined ? ANY : bitOf(byte);
}

/** The byte at an offset of a word, or all there are outside, without the bit of the case. */
function bytesAt(word: Uint8Array, offset: number): readonly number[] {
  const byte = word[offset];
  return byte === undefined ? CASELESS_BYTES : [byte & CASELESS];
}

const CASELESS_BYTES = [...new Set(Array.from({ length: 256 }, (_, byte) => byte & CASELESS))];

/** Where the first of the two neighbouring windows begins that come least often in ordinary text. */
function rarest(word: Uint8Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let frequency = frequencyAt(word, 0);
  for (let at = 0; at + WINDOW < word.length; at++) {
    const next = frequencyAt(word, at + 1);
    if (frequency + next < least) {
      best = at;
      least = frequency + next;
    }
    frequency = next;
  }
  return best;
}

/** How frequent a window is beside others, by the two runs of three bytes in it. */
function frequencyAt(word: Uint8Array, at: number): number {
  const [second, third] = [word[at + 1] as number, word[at + 2] as number];
  return frequencyOf(word[at] as number, second, third) * frequencyOf(second, third, word[at + 3] as number);
}
