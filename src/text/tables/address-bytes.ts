/** E-mail addresses counted where they lie, in bytes: before anything is decoded, parsed or matched. */

const AT = 64;
const PERCENT = 37;
const DOT = 46;
const HYPHEN = 45;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 80;
/** `@` as it is written in addresses of the web. */
const ENCODED = "%40";

/** True for bytes that hold so many different addresses; the same one over and over counts once. */
export function holdsAddresses(bytes: Uint8Array, least: number): boolean {
  // A buffer looks for a byte several times as fast as a plain array of bytes does.
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const seen = new Set<number>();
  if (reaches(view, AT, 1, seen, least)) return true;
  return view.includes(PERCENT) && reaches(view, ENCODED, ENCODED.length, seen, least);
}

function reaches(view: Buffer, sign: number | string, length: number, seen: Set<number>, least: number): boolean {
  for (let at = view.indexOf(sign); at >= 0; at = view.indexOf(sign, at + 1)) {
    note(view, at, at + length, seen);
    if (seen.size >= least) return true;
  }
  return false;
}

/** Notes the address around an `@`, by a hash, where there is one: a letter or digit before it and a domain after it. */
function note(bytes: Uint8Array, before: number, after: number, seen: Set<number>): void {
  if (!isWord(bytes[before - 1])) return;
  const end = domainEnd(bytes, after);
  if (end === after) return;
  let hash = 0;
  for (let i = after; i < end; i++) hash = mixed(hash, bytes[i] as number);
  const least = Math.max(0, before - LONGEST_LOCAL);
  for (let i = before - 1; i >= least && isLocal(bytes[i]); i--) hash = mixed(hash, bytes[i] as number);
  seen.add(hash);
}

/** Upper and lower case are the same. */
const mixed = (hash: number, byte: number): number => Math.imul(hash ^ (byte | 32), 0x01000193);

/** One past a domain that ends in a dot and a letter, as versions (`checkout@v4`, `react@18.2.0`) don't; else its start. */
function domainEnd(bytes: Uint8Array, start: number): number {
  let dot = -1;
  let end = start;
  for (; end < start + LONGEST_DOMAIN; end++) {
    if (bytes[end] === DOT && isWord(bytes[end + 1])) dot = end;
    else if (!isWord(bytes[end]) && bytes[end] !== HYPHEN) break;
  }
  const first = bytes[dot + 1];
  return dot > start && first !== undefined && !(first >= 48 && first <= 57) ? end : start;
}

const isWord = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 122) || byte >= 128);
/** Dots, hyphens, underscores and plus signs may stand in the part before the `@`. */
const isLocal = (byte: number | undefined): boolean =>
  isWord(byte) || byte === DOT || byte === HYPHEN || byte === 95 || byte === 43;
