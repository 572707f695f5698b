import type { SafeUrl } from "./url.js";
import { visible } from "./visible.js";

/** Hostile text in GitHub's markdown. All that comes out shows as it was written, and none of it does anything. */

/** Zero width. GitHub looks for mentions, references and addresses after markdown is read, so a backslash is no help. */
const BREAK = "\u200b";

/** Hostile prose: no mention, reference, closing keyword, link, image, HTML, emoji code, formula or formatting. */
export function prose(text: string): string {
  return inline(visible(text).trimStart())
    .replace(/^([-+=#:])/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/** The same in the middle of a line, where no list or heading can begin. */
function inline(text: string): string {
  return breakReferences(visible(text))
    .replace(/[\\`*_{}[\]~|^]/g, "\\$&")
    .replace(/[&<>$]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function breakReferences(text: string): string {
  return text
    .replace(/@/g, `@${BREAK}`)
    .replace(/#(?=\d)/g, `#${BREAK}`)
    .replace(/\bGH-(?=\d)/gi, `$&${BREAK}`)
    .replace(/:(?=\/\/|[\w+-]{1,40}:)/g, `:${BREAK}`)
    .replace(/\b(mailto|xmpp):/gi, `$&${BREAK}`)
    .replace(/www(?=\.)/gi, `$&${BREAK}`)
    .replace(/\b[0-9a-f]{7,64}\b/gi, (hash) => `${hash.slice(0, 6)}${BREAK}${hash.slice(6)}`);
}

/** Hostile text as a code span: a path, a line of a file, a word of a manifest. */
export function code(text: string): string {
  const shown = visible(text);
  if (shown.trim() === "") return "` `";
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") || /^ .* $/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A sentence of ours that may quote hostile words: what stands in backticks becomes code, all else is {@link prose}. */
export function sentence(text: string): string {
  return text
    .split(/`([^`]{1,200})`/)
    .map((part, number) => (number % 2 === 1 ? code(part) : number === 0 ? prose(part) : inline(part)))
    .join("");
}

/** A link that shows hostile text. */
export function link(text: string, url: SafeUrl): string {
  return `[${inline(text)}](<${url}>)`;
}
