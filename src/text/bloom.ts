/** A set of words as a few bits each: it never misses a word that is in it, and is wrong about few that are not. */

const HASHES = 7;

/** Sets the bits of the words in a field of `bytes` bytes. */
export function bloomOf(words: Iterable<string>, bytes: number): Uint8Array {
  const bits = new Uint8Array(bytes);
  for (const word of words) {
    for (const bit of bitsOf(word, bytes * 8)) bits[bit >> 3] = (bits[bit >> 3] as number) | (1 << (bit & 7));
  }
  return bits;
}

export function bloomHas(bits: Uint8Array, word: string): boolean {
  return bitsOf(word, bits.length * 8).every((bit) => ((bits[bit >> 3] as number) & (1 << (bit & 7))) !== 0);
}

function bitsOf(word: string, size: number): readonly number[] {
  const first = fnv(word, 0x811c9dc5);
  const second = fnv(word, 0x01234567) | 1;
  return Array.from({ length: HASHES }, (_, i) => (first + Math.imul(i, second)) % size).map((bit) =>
    bit < 0 ? bit + size : bit,
  );
}

function fnv(word: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
