import { HEAD } from "./table.js";

const WINDOWS = 24;
const WINDOW = 32 * 1024;

export interface Sampled {
  readonly head: string;
  /** Whole lines from evenly spread places after the head. Empty where the head is everything. */
  readonly windows: readonly string[];
  /** How many times more text there is than was sampled: 1 where all of it was. */
  readonly factor: number;
}

/** The head of a text in full, and whole lines from the rest of it: the same for the same text, whoever asks. */
export function sampleLines(text: string): Sampled {
  if (text.length <= HEAD) return { head: text, windows: [], factor: 1 };
  const cut = text.lastIndexOf("\n", HEAD) + 1 || HEAD;
  const step = (text.length - cut) / WINDOWS;
  const windows = Array.from({ length: WINDOWS }, (_, i) => wholeLines(text, Math.floor(cut + i * step)));
  const read = cut + windows.reduce((sum, { length }) => sum + length, 0);
  return { head: text.slice(0, cut), windows, factor: text.length / read };
}

function wholeLines(text: string, from: number): string {
  const start = text.indexOf("\n", from) + 1;
  if (start === 0) return "";
  const end = text.lastIndexOf("\n", start + WINDOW);
  return end <= start ? "" : text.slice(start, end);
}
