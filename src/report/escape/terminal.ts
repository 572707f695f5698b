import { visible } from "./visible.js";

/**
 * Hostile text for a terminal: one line, no escape sequence, no reordering, and, wherever the line is broken, nothing
 * that a GitHub runner reads as a command.
 */
export function terminal(text: string): string {
  return visible(text)
    .replace(/(^|\s):(?=:)/g, `$1:${BREAK}`)
    .replace(/##(?=\[)/g, `#${BREAK}#`);
}

/** Zero width. */
const BREAK = "\u200b";
