import type { ProductionNames } from "../../../model/policy.js";
import { tokensOf } from "../../../text/environment-words.js";
import { escapePattern } from "../../../text/escape-pattern.js";
import { oncePer } from "../../../text/memo.js";

/** A text that is asked about; the answer is kept with it. */
interface Holder {
  readonly text: string;
}

const testsFor = oncePer((production: ProductionNames) => {
  const words = pattern(production.words.flatMap((word) => tokensOf(word).slice(0, 1)));
  const facts = pattern(FACTS.flatMap((list) => production[list]));
  return oncePer(({ text }: Holder) => (facts?.test(text) ?? false) || (words !== null && hasToken(text, words)));
});

const FACTS = ["accounts", "projects", "subscriptions", "clusters", "vaults", "namespaces"] as const;

/**
 * False for a text that holds no word for production and nothing that the organisation lists, hosts left aside: no
 * reference in it can lead to production. True promises nothing.
 */
export function mayNameProduction(holder: Holder, production: ProductionNames): boolean {
  return testsFor(production)(holder);
}

function pattern(texts: readonly string[]): RegExp | null {
  const parts = texts.filter((text) => text !== "").map(escapePattern);
  const all = parts.join("|");
  // Folding the case of letters beyond ASCII makes a search much slower.
  return all === "" ? null : new RegExp(all, /^[\x00-\x7f]*$/.test(all) ? "i" : "iu");
}

/**
 * Words begin and end where a name is split: not after a letter unless with a capital or that letter is an escape
 * (`\n`), never before a small letter.
 */
function hasToken(text: string, words: RegExp): boolean {
  const each = new RegExp(words, `g${words.flags}`);
  for (let hit = each.exec(text); hit !== null; hit = each.exec(text)) {
    if (begins(text, hit.index) && !/[a-z]/.test(text.charAt(hit.index + hit[0].length))) return true;
    each.lastIndex = hit.index + 1;
  }
  return false;
}

function begins(text: string, at: number): boolean {
  if (!/[A-Za-z0-9]/.test(text.charAt(at - 1)) || /[A-Z]/.test(text.charAt(at))) return true;
  return text.charAt(at - 2) === "\\";
}
