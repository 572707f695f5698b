/** Folding and likeness of words, so that spelling never stands in the way. */

const LONGEST = 32;

/** `Review_By`, `review by` and `reviewBy` are all `review-by`. */
export function fold(text: string): string {
  return unquoted(text)
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[\s_\u2010-\u2015-]+/g, "-")
    .replace(/^-|-$/g, "");
}

const QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a`\u00b4";
const IN_QUOTES = new RegExp(`^[${QUOTES}](.*?)[${QUOTES}]$`, "su");

/** Text without the quotation marks that a word processor or a chat put around it. */
export function unquoted(text: string): string {
  return (IN_QUOTES.exec(text.trim())?.[1] ?? text.trim().replace(/^[\u201c\u201d\u201e]|[\u201c\u201d]$/g, "")).trim();
}

/** The one word that `text` is a slip of the keyboard away from, or nothing where that is not clear. */
export function nearest(text: string, words: Iterable<string>): string | null {
  if (text.length > LONGEST || text.length < 3) return null;
  const alike = [...words].filter((word) => Math.abs(word.length - text.length) <= allowed(word));
  const near = alike.map((word) => ({ word, off: distance(text, word) })).sort((a, b) => a.off - b.off);
  const [first, second] = near;
  if (first === undefined || first.off > allowed(first.word)) return null;
  return second !== undefined && second.off === first.off ? null : first.word;
}

function allowed(word: string): number {
  return word.length <= 3 ? 0 : word.length <= 8 ? 1 : 2;
}

/** How many letters to add, drop, change or swap with their neighbour. */
function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const change = (last[j - 1] ?? 0) + (same ? 0 : 1);
      const best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      row.push(swapped ? Math.min(best, (beforeLast[j - 2] ?? 0) + 1) : best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
