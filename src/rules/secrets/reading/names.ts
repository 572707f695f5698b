import { lineBefore } from "./segments.js";

const ASSIGNED =
  /([A-Za-z][A-Za-z0-9_.-]{1,79})["'\]]{0,2}\s{0,5}(?:=>|:=|[:=,(])\s{0,5}(?:Bearer\s|Basic\s|token\s)?[brfu"'`(]{0,4}$/;

/** The name that a value is given to on its own line, or nothing: `DB_PASSWORD` for what stands after `DB_PASSWORD = "`. */
export function nameBefore(text: string, offset: number): string | null {
  return ASSIGNED.exec(lineBefore(text, offset))?.[1] ?? null;
}
