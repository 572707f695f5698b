import { frequencyOf } from "./common-trigrams.js";

/**
 * One pass over a file's bytes that says which of many words are in it, without regard to the case of ASCII letters.
 *
 * Every second place in the file is looked at through a window of three bytes, in one table. A word is registered by two
 * neighbouring windows, the rarest it has, so that one of them falls on an even place wherever the word stands.
 */
export interface KeywordIndex {
  /** Calls `found` with the number of each word that is in the bytes, once per word, in no promised order. */
  readonly search: (bytes: Uint8Array, found: (word: number) => void) => void;
}

const SHORTEST = 3;
const WINDOW = 3;
const SLOT_BITS = 17;
/** Takes away the bit in which an ASCII letter's upper and lower case differ, in each of three bytes. */
const CASELESS = 0xdfdfdf;

/** Words must be ASCII and at least three characters long; a shorter one throws a RangeError when the index is made. */
export function keywordIndex(words: readonly string[]): KeywordIndex {
  const patterns = words.map((word) => Buffer.from(word.toLowerCase(), "latin1"));
  if (patterns.some(({ length }) => length < SHORTEST)) throw new RangeError(`A keyword needs ${SHORTEST} characters`);
  const tables = { ...register(patterns), patterns, seen: new Uint32Array(words.length), run: 0 };
  return { search: (bytes, found) => search(tables, bytes, found) };
}

/** A word, and how far into it the window is; -1 for a window that begins before a word of three bytes. */
interface Registered {
  readonly word: number;
  readonly offset: number;
}

interface Tables {
  /** For each slot 0, or 1 + the number of its bucket. */
  readonly slots: Uint16Array;
  readonly buckets: readonly (readonly Registered[])[];
  /** For each bucket, as bits, the lowest five bits of the bytes that may stand before and after its windows. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly patterns: readonly Uint8Array[];
  /** The run in which a word was found last: says without clearing anything that it was found in this one. */
  readonly seen: Uint32Array;
  run: number;
}

function search(tables: Tables, bytes: Uint8Array, found: (word: number) => void): void {
  const { slots, before, after } = tables;
  tables.run++;
  const end = bytes.length - 2;
  for (let i = 0; i < end; i += 2) {
    const slot = slotOf(((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number));
    const bucket = slots[slot] as number;
    if (bucket === 0) continue;
    const fits = (after[bucket - 1] as number) & bitOf(bytes[i + WINDOW]);
    if (fits !== 0 && ((before[bucket - 1] as number) & bitOf(bytes[i - 1])) !== 0) {
      compare(tables, bucket - 1, bytes, i, found);
    }
  }
}

/** The lowest five bits tell letters apart, whatever their case. Past either end of the file there is a zero. */
function bitOf(byte: number | undefined): number {
  return 1 << ((byte ?? 0) & 31);
}

function compare(tables: Tables, bucket: number, bytes: Uint8Array, at: number, found: (word: number) => void): void {
  const { patterns, seen, run } = tables;
  const registered = tables.buckets[bucket] as readonly Registered[];
  for (let i = 0; i < registered.length; i++) {
    const { word, offset } = registered[i] as Registered;
    if (seen[word] === run || !startsAt(bytes, at - offset, patterns[word] as Uint8Array)) continue;
    seen[word] = run;
    found(word);
  }
}

function startsAt(bytes: Uint8Array, start: number, pattern: Uint8Array): boolean {
  if (start < 0 || start + pattern.length > bytes.length) return false;
  for (let i = 0; i < pattern.length; i++) if (fold(bytes[start + i] as number) !== pattern[i]) return false;
  return true;
}

function fold(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function slotOf(window: number): number {
  return Math.imul(window & CASELESS, 0x9e3779b1) >>> (32 - SLOT_BITS);
}

const ANY = -1;

/** What may stand at an offset of a word, as bits: one byte within the word, anything outside. */
function bitsAt(pattern: Uint8Array, offset: number): number {
  const byte = pattern[offset];
  return byte === undefined ? ANY : bitOf(byte);
}

function register(patterns: readonly Uint8Array[]): Pick<Tables, "slots" | "buckets" | "before" | "after"> {
  const slots = new Uint16Array(1 << SLOT_BITS);
  const buckets: Registered[][] = [];
  const add = (slot: number, one: Registered) => {
    if (slots[slot] === 0) slots[slot] = buckets.push([]);
    buckets[(slots[slot] ?? 0) - 1]?.push(one);
  };
  for (const [word, pattern] of patterns.entries()) {
    const offset = pattern.length === WINDOW ? -1 : rarest(pattern);
    for (const slot of slotsAt(pattern, offset)) add(slot, { word, offset });
    for (const slot of slotsAt(pattern, offset + 1)) add(slot, { word, offset: offset + 1 });
  }
  const around = (place: (offset: number) => number) =>
    Int32Array.from(buckets, (bucket) =>
      bucket.reduce((bits, { word, offset }) => bits | bitsAt(patterns[word] as Uint8Array, place(offset)), 0),
    );
  return { slots, buckets, before: around((offset) => offset - 1), after: around((offset) => offset + WINDOW) };
}

/** The slots of the window at an offset: one, or, where the window begins before the word, one for each byte there. */
function slotsAt(pattern: Uint8Array, offset: number): Iterable<number> {
  if (offset >= 0) return [slotOf(windowOf(pattern, offset))];
  return new Set(Array.from({ length: 256 }, (_, byte) => slotOf((byte << 16) | (windowOf(pattern, 0) >> 8))));
}

function windowOf(pattern: Uint8Array, at: number): number {
  return ((pattern[at] as number) << 16) | ((pattern[at + 1] as number) << 8) | (pattern[at + 2] as number);
}

/** Where the first of the two neighbouring windows begins that come least often in ordinary text. */
function rarest(pattern: Uint8Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + WINDOW < pattern.length; at++) {
    const cost = frequencyAt(pattern, at) + frequencyAt(pattern, at + 1);
    if (cost < least) [best, least] = [at, cost];
  }
  return best;
}

function frequencyAt(pattern: Uint8Array, at: number): number {
  return frequencyOf(pattern[at] as number, pattern[at + 1] as number, pattern[at + 2] as number);
}
