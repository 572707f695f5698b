import type { ColumnKind } from "../../../catalogue/data/columns.js";
import {
  TWIN_CITIES,
  TWIN_FIRST_NAMES,
  TWIN_LAST_NAMES,
  TWIN_STREETS,
  TWIN_WORDS,
} from "../../../catalogue/data/twin-words.js";

/** A number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number;

/** One made-up person: the parts of a row are about the same one. */
export interface Twin {
  readonly first: string;
  readonly last: string;
}

const FIRST = TWIN_FIRST_NAMES.split(" ");
const LAST = TWIN_LAST_NAMES.split(" ");
const MAIL = "@example.com";

export function drawTwin(draw: Draw, lengths: { readonly first: number; readonly last: number }): Twin {
  return { first: nearLength(FIRST, lengths.first, draw), last: nearLength(LAST, lengths.last, draw) };
}

/** One of the words whose length is nearest, where several are. */
function nearLength(words: readonly string[], length: number, draw: Draw): string {
  const sorted = [...words].sort((a, b) => Math.abs(a.length - length) - Math.abs(b.length - length));
  return sorted[draw(Math.min(6, sorted.length))] ?? "Ada";
}

/** A made-up value of a kind: as long as the real one, in the same form, out of ranges that belong to nobody. */
export function twinValue(kind: ColumnKind, value: string, twin: Twin, draw: Draw, number: number): string {
  switch (kind) {
    case "email":
      return email(value, twin, number);
    case "first-name":
      return cased(twin.first, value);
    case "last-name":
      return cased(twin.last, value);
    case "name":
      return cased(
        value.includes(",")
          ? `${twin.last}, ${twin.first}`
          : value.trim().includes(" ")
            ? `${twin.first} ${twin.last}`
            : twin.first,
        value,
      );
    case "username":
      return padded(`${twin.first}${twin.last}`.toLowerCase(), value.length, number);
    case "phone":
      return phone(value, draw);
    case "street":
      return `${1 + draw(99)} ${pick(TWIN_STREETS.split("|"), draw)}`;
    case "city":
      return pick(TWIN_CITIES.split("|"), draw);
    case "ip":
      return value.includes(":") ? `2001:db8::${draw(65536).toString(16)}` : `192.0.2.${draw(256)}`;
    case "birth":
    case "created":
    case "updated":
    case "last-seen":
      return moment(value, draw);
    case "latitude":
    case "longitude":
      return digitsLike(value.replace(/^-?\d+/, "0"), draw);
    default:
      return identifier(kind, value, draw) ?? shaped(value, draw);
  }
}

/** Examples that registries and payment providers publish, or forms that are never given to anybody. */
function identifier(kind: ColumnKind, value: string, draw: Draw): string | null {
  const digits = value.replace(/\D/g, "").length;
  const fill = (plain: string): string => refilled(value, plain.padEnd(digits, "0").slice(0, digits));
  switch (kind) {
    case "ssn":
    case "itin":
      return fill(`98765432${draw(10)}`);
    case "nhs":
      return fill(`999${String(draw(10_000_000)).padStart(7, "0")}`);
    case "card":
      return fill("4242424242424242");
    case "iban":
      return "GB82 WEST 1234 5698 7654 32".replaceAll(value.includes(" ") ? "\0" : " ", "");
    case "nino":
      return `QQ${String(draw(1_000_000)).padStart(6, "0")}A`;
    case "password":
      return "not-a-password".padEnd(Math.min(value.length, 60), "-");
    case "diagnosis":
    case "special":
    case "message":
      return words(value.length, draw);
    default:
      return null;
  }
}

/** As long as the real one where that leaves room for a name; the number keeps rows apart. */
function email(value: string, { first, last }: Twin, number: number): string {
  return `${padded(`${first}.${last}`.toLowerCase(), value.length - MAIL.length, number)}${MAIL}`;
}

function padded(text: string, length: number, number: number): string {
  const tail = String(number);
  const room = Math.max(tail.length + 1, Math.min(64, length));
  return (
    text.slice(0, Math.max(1, room - tail.length)).replace(/\.$/, "x") +
    tail.padStart(Math.max(0, room - text.length), "0")
  );
}

/** The form stays, the digits become a number that is kept for films and books. */
function phone(value: string, draw: Draw): string {
  const count = value.replace(/\D/g, "").length;
  const two = String(draw(100)).padStart(2, "0");
  const isBritish = /^\s*(?:\+|00)44/.test(value);
  const digits = isBritish
    ? `${value.trim().startsWith("+") ? "" : "00"}447700900${draw(10)}${two}`
    : `2025550${1}${two}`;
  const fitting = count === 11 && !isBritish ? `1${digits}` : count === 7 ? digits.slice(3) : digits;
  return fitting.length === count ? refilled(value, fitting) : `+1 202-555-01${two}`;
}

/** Puts other digits where the digits were. */
function refilled(form: string, digits: string): string {
  let at = 0;
  return form.replace(/\d/g, () => digits[at++] ?? "0");
}

/** Another day and time in the same form: years stay, months and days and hours don't. */
function moment(value: string, draw: Draw): string {
  if (/^\d{9,13}$/.test(value)) return value.slice(0, 3) + digitsLike(value.slice(3), draw);
  return value.replace(/\d+/g, (digits, at: number) => {
    if (digits.length === 4) return digits;
    if (digits.length > 2) return digitsLike(digits, draw);
    return String(value[at - 1] === ":" ? draw(60) : 1 + draw(12))
      .padStart(digits.length, "0")
      .slice(-digits.length);
  });
}

function digitsLike(value: string, draw: Draw): string {
  return value.replace(/\d/g, (digit, at: number) =>
    digit === "0" && at === 0 ? "0" : String(at === 0 ? 1 + draw(9) : draw(10)),
  );
}

/** Letters for letters and digits for digits; longer text becomes words that say nothing. */
export function shaped(value: string, draw: Draw): string {
  if (/\p{L}{3,}.*\s.*\p{L}{2,}/u.test(value)) return words(value.length, draw);
  return value.replace(/\d|\p{L}/gu, (char) => {
    if (/\d/.test(char)) return String(draw(10));
    const letter = "abcdefghijklmnopqrstuvwxyz"[draw(26)] ?? "a";
    return char === char.toLowerCase() ? letter : letter.toUpperCase();
  });
}

function words(length: number, draw: Draw): string {
  const list = TWIN_WORDS.split(" ");
  const from = draw(list.length);
  let text = "";
  for (let i = 0; text.length < length; i++) text += `${text === "" ? "" : " "}${list[(from + i) % list.length]}`;
  return text.slice(0, length).trimEnd();
}

const pick = (list: readonly string[], draw: Draw): string => list[draw(list.length)] ?? "";

function cased(text: string, like: string): string {
  if (like === like.toUpperCase() && /\p{L}{2}/u.test(like)) return text.toUpperCase();
  return like === like.toLowerCase() ? text.toLowerCase() : text;
}
