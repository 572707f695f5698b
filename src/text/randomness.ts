/**
 * How unlike words a text is. Entropy can't tell `customerInvoiceNumber` from a key of the same length; pairs of letters
 * can: in words and names most pairs are common ones.
 *
 * One row per first letter, one digit per second: the cost of the pair in bits, rounded, from 0 to 11 (b). Counted over
 * English documentation and names in source code.
 */
const PAIR_COSTS = [
  "a544b85b5a7343b5b34256886a",
  "3779299545b39938b4593bab49",
  "39593bb35a44ab2ab4535bab8b",
  "4885187a3aa66834b64658bb6b",
  "4744567a89b55384623396756b",
  "396944bb2bb5a82bb4754bbb6b",
  "49ab2a652bb57569b43759ab8a",
  "3bab1aba3bba8a3a95733bbb9b",
  "6745555bbb845236b63396b8b5",
  "4bbb2bba6bbbab47b81b577bbb",
  "3877157a3bb9a578b7388b9b9b",
  "369527a939839937b855489b4b",
  "24a7297b38964843ba5a57bb7b",
  "4843363b4a668647ba3357bb7b",
  "7655957b67554264b24547599b",
  "3ba73b875ba47a24b3345aaa8b",
  "bbbbbbbb7bb4bbbabbab0bbbbb",
  "3767274a3b676547b544589b5b",
  "6a4a28a53b7789459742489a6b",
  "4a6739a23bb88934b4446a8b5b",
  "7367366b5bb343a5b333bbbbbb",
  "2bbb1b6a3bbaa85bbb7b7bbbbb",
  "3b873b932bb8b349b548ab5bbb",
  "385838a84b978a72b8729bb76b",
  "576867796b955322b7469a7b89",
  "1aaa3bb75b989b69ba7b8bab85",
];

const DIGITS = 3.5;
const LETTER_AND_DIGIT = 6;
const HUMP = 4;
const SEPARATOR = 2.5;

/** The mean cost of two neighbouring characters in bits: about 3 to 4 for words and names, 5 to 7 for random text. */
export function pairCost(text: string): number {
  let sum = 0;
  for (let i = 1; i < text.length; i++) sum += costAt(text.charCodeAt(i - 1), text.charCodeAt(i));
  return text.length < 2 ? 0 : sum / (text.length - 1);
}

function costAt(first: number, second: number): number {
  const a = letterOf(first);
  const b = letterOf(second);
  if (a >= 0 && b >= 0) {
    if (isLower(first) && !isLower(second)) return HUMP;
    return Number.parseInt(PAIR_COSTS[a]?.charAt(b) ?? "0", 16);
  }
  if (a >= 0 || b >= 0) return isDigit(first) || isDigit(second) ? LETTER_AND_DIGIT : SEPARATOR;
  return isDigit(first) && isDigit(second) ? DIGITS : SEPARATOR;
}

function letterOf(unit: number): number {
  const letter = (unit | 32) - 97;
  return letter >= 0 && letter < 26 && unit < 128 ? letter : -1;
}

const isLower = (unit: number): boolean => unit >= 97;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

const RANDOM = 4.6;
const RANDOM_HEX = 3.9;

/** True where a text is as unlike words as a key is, and uses enough different characters. */
export function looksRandom(text: string): boolean {
  const dense = text.replace(/[^A-Za-z0-9]+/g, "");
  if (dense.length < 8) return false;
  const kinds = new Set(dense).size;
  if (/^[0-9a-f]+$/i.test(dense)) return kinds >= Math.min(9, dense.length / 2) && pairCost(dense) >= RANDOM_HEX;
  return kinds >= Math.min(12, dense.length / 2) && pairCost(text) >= RANDOM;
}

const ROWS = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const SEQUENCES = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);
const LONG_ENOUGH = 6;

/** True where characters are repeated, counted up or down, or typed along a row of keys: how people make up a value. */
export function isTyped(text: string): boolean {
  const lower = text.toLowerCase();
  for (let i = 0; i + LONG_ENOUGH <= lower.length; i++) {
    const piece = lower.slice(i, i + LONG_ENOUGH);
    if (new Set(piece).size === 1 || SEQUENCES.some((row) => row.includes(piece))) return true;
  }
  return false;
}
