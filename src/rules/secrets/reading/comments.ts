import { lineBefore } from "./segments.js";

const COMMENTED = /^\s*(?:#(?!!)|\/\/|\*|--\s|<!--|;|rem\s|%\s)|\s(?:#|\/\/)\s/i;

/** True for what stands in a comment of its line. */
export function isCommented(text: string, offset: number): boolean {
  return COMMENTED.test(lineBefore(text, offset));
}
