/**
 * One pass over a file's bytes that says which of many words are in it, without regard to the case of ASCII letters.
 *
 * Wu and Manber's method: a table tells from two bytes how far the search may jump, so most bytes are never looked at.
 */
export interface KeywordIndex {
  /** Adds the number of each word that is found to `found`. */
  readonly search: (bytes: Uint8Array, found: Set<number>) => void;
}

const SHORTEST = 3;

/** Words must be ASCII and at least three characters long; a shorter one throws a RangeError when the index is made. */
export function keywordIndex(words: readonly string[]): KeywordIndex {
  const patterns = words.map((word) => Buffer.from(word.toLowerCase(), "latin1"));
  const shortest = Math.min(...patterns.map((pattern) => pattern.length));
  if (shortest < SHORTEST) throw new RangeError(`A keyword needs ${SHORTEST} characters or more`);
  const jumps = new Uint8Array(65536).fill(shortest - 1);
  const ending = new Map<number, number[]>();
  for (const [number, pattern] of patterns.entries()) {
    for (let i = 0; i + 2 <= shortest; i++) {
      const pair = pairAt(pattern, i);
      jumps[pair] = Math.min(jumps[pair] ?? 0, shortest - 2 - i);
      if (i === shortest - 2) ending.set(pair, [...(ending.get(pair) ?? []), number]);
    }
  }
  for (let i = 0; i < 65536; i++) jumps[i] = jumps[foldPair(i)] ?? 0;
  return { search: (bytes, found) => search({ patterns, shortest, jumps, ending }, bytes, found) };
}

interface Tables {
  readonly patterns: readonly Uint8Array[];
  readonly shortest: number;
  readonly jumps: Uint8Array;
  readonly ending: ReadonlyMap<number, readonly number[]>;
}

function search({ patterns, shortest, jumps, ending }: Tables, bytes: Uint8Array, found: Set<number>): void {
  const last = bytes.length - 2;
  let i = shortest - 2;
  while (i <= last) {
    const pair = ((bytes[i] as number) << 8) | (bytes[i + 1] as number);
    const jump = jumps[pair] as number;
    if (jump > 0) {
      i += jump;
      continue;
    }
    const start = i - (shortest - 2);
    for (const number of ending.get(foldPair(pair)) ?? []) {
      if (!found.has(number) && startsAt(bytes, start, patterns[number] as Uint8Array)) found.add(number);
    }
    i++;
  }
}

function startsAt(bytes: Uint8Array, start: number, pattern: Uint8Array): boolean {
  if (start + pattern.length > bytes.length) return false;
  for (let i = 0; i < pattern.length; i++) if (fold(bytes[start + i] as number) !== pattern[i]) return false;
  return true;
}

function fold(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function foldPair(pair: number): number {
  return (fold(pair >> 8) << 8) | fold(pair & 255);
}

function pairAt(bytes: Uint8Array, i: number): number {
  return ((bytes[i] as number) << 8) | (bytes[i + 1] as number);
}
