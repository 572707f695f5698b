import type { Found } from "./keywords.js";

/**
 * Searches a few files for many words in lower case, without tables of the words: those take longer to make than a small
 * change takes to read. Each file's windows of four bytes are marked instead, and a word is looked for where its first
 * and its last window are marked. A word of three letters, too short for a window, is always looked for.
 */
export function littleSearch(words: readonly string[]): (bytes: Uint8Array, found: Found) => void {
  const first = Uint32Array.from(words, (word) => slotAt(word, 0));
  const last = Uint32Array.from(words, (word) => slotAt(word, word.length - WINDOW));
  const marks = new Uint8Array(1 << SLOT_BITS);
  return (bytes, found) => {
    marks.fill(0);
    mark(marks, bytes);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1").toLowerCase();
    for (let word = 0; word < words.length; word++) {
      if (marks[first[word] as number] === 0 || marks[last[word] as number] === 0) continue;
      if (text.includes(words[word] as string)) found(word);
    }
  };
}

const WINDOW = 4;
const SLOT_BITS = 16;
/** Takes away the bit in which an ASCII letter's upper and lower case differ. */
const CASELESS = 0xdf;
/** Marked in every file. Windows have the numbers above it. */
const ALWAYS = 0;

function mark(marks: Uint8Array, bytes: Uint8Array): void {
  marks[ALWAYS] = 1;
  let window = 0;
  for (let i = 0; i < bytes.length; i++) {
    window = next(window, bytes[i] as number);
    marks[slotOf(window)] = 1;
  }
}

function slotAt(word: string, start: number): number {
  if (word.length < WINDOW) return ALWAYS;
  let window = 0;
  for (let i = start; i < start + WINDOW; i++) window = next(window, word.charCodeAt(i));
  return slotOf(window);
}

function next(window: number, byte: number): number {
  return (window << 8) | (byte & CASELESS);
}

function slotOf(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> (32 - SLOT_BITS) || 1;
}
