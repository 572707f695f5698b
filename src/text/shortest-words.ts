import { addTo } from "./groups.js";

const BEGINNING = 3;

/**
 * The words that hold none of the others: wherever one of those left out stands, one of these does. Words have at least
 * three letters, in one case.
 */
export function shortestWords(words: readonly string[]): readonly string[] {
  const byBeginning = new Map<string, string[]>();
  for (const word of words) {
    addTo(byBeginning, word.slice(0, BEGINNING), word);
  }
  return words.filter((word) => !holdsAnother(word, byBeginning));
}

function holdsAnother(word: string, byBeginning: ReadonlyMap<string, readonly string[]>): boolean {
  for (let at = 0; at + BEGINNING <= word.length; at++) {
    const candidates = byBeginning.get(word.slice(at, at + BEGINNING));
    if (candidates?.some((other) => other !== word && word.startsWith(other, at)) === true) return true;
  }
  return false;
}
