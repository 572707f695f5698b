import { visible } from "./visible.js";

/** Hostile text for a terminal: one line, no escape sequence, no reordering. */
export const terminal: (text: string) => string = visible;
