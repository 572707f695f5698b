/** E-mail addresses in running text, found from their `@` outwards: no pattern ever runs over the whole text. */

const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 100;
const MOST = 5000;

export interface Address {
  readonly email: string;
  readonly start: number;
  readonly end: number;
}

/** Every address in a text, in order. Hand over percent-encoded text decoded. */
export function* addressesIn(text: string): Generator<Address> {
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const start = localStart(text, at, from);
    const end = domainEnd(text, at);
    if (start < at && end > at + 3) {
      yield { email: text.slice(start, end), start, end };
      from = end;
    }
  }
}

function localStart(text: string, at: number, from: number): number {
  let start = at;
  const least = Math.max(from, at - LONGEST_LOCAL);
  while (start > least && isLocal(text.charCodeAt(start - 1))) start--;
  while (start < at && text.charCodeAt(start) === 46) start++;
  return text.charCodeAt(at - 1) === 46 ? at : start;
}

/** One past the end of a domain that has a dot and ends in two letters or more; else the place of the `@`. */
function domainEnd(text: string, at: number): number {
  let end = at + 1;
  const most = Math.min(text.length, at + LONGEST_DOMAIN);
  while (end < most && isDomain(text.charCodeAt(end))) end++;
  while (end > at && !isAlphanumeric(text.charCodeAt(end - 1))) end--;
  const dot = text.lastIndexOf(".", end - 1);
  if (dot <= at + 1) return at;
  for (let i = dot + 1; i < end; i++) if (!isLetter(text.charCodeAt(i))) return at;
  return end - dot - 1 >= 2 && end - dot - 1 <= 24 ? end : at;
}

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;
const isAlphanumeric = (unit: number): boolean => isLetter(unit) || (unit >= 48 && unit <= 57);
const isLocal = (unit: number): boolean =>
  isAlphanumeric(unit) || unit === 46 || unit === 95 || unit === 45 || unit === 43 || unit > 191;
const isDomain = (unit: number): boolean => isAlphanumeric(unit) || unit === 46 || unit === 45 || unit > 191;

/** Each address with the name before it, where it is written as `Name <address>` or `"Name" <address>`. */
export function* contactsIn(text: string): Generator<ReadonlyMap<string, string>> {
  let count = 0;
  for (const { email, start } of addressesIn(text)) {
    if (++count > MOST) return;
    const name = nameBefore(text, start);
    yield new Map(
      name === ""
        ? [["email", email]]
        : [
            ["email", email],
            ["name", name],
          ],
    );
  }
}

function nameBefore(text: string, start: number): string {
  if (text[start - 1] !== "<") return "";
  const before = text.slice(Math.max(0, start - 80), start - 1);
  const line = before.slice(before.search(/[^\n\r,;:<>[\]{}()|]*$/)).trim();
  return line.replace(/^["'\s]+|["'\s]+$/g, "");
}
