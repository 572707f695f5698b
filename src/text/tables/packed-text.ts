import { isReadable } from "./nested.js";

/** A table of people is longer than this, in base64. */
const LEAST = 160;
const PEEKED = 60;
const MOST = 8 * 1024 * 1024;
const QUOTE = 34;
const NEWLINE = 10;
const SPACE = 32;
const BACKSLASH = 92;

/** The long pieces of base64 in a file that are text and no pictures, decoded and put together. */
export function packedTextIn(bytes: Uint8Array): Uint8Array {
  const pieces = [QUOTE, NEWLINE].flatMap((mark) => piecesAfter(bytes, mark));
  return Buffer.concat(pieces.flatMap((piece) => [piece, Uint8Array.of(NEWLINE)]));
}

/** A piece follows a quote, or the blanks at the start of a line. */
function piecesAfter(bytes: Uint8Array, mark: number): readonly Uint8Array[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let at = view.indexOf(mark); at >= 0 && size < MOST; at = view.indexOf(mark, at)) {
    const start = mark === NEWLINE ? pastBlanks(bytes, at + 1) : at + 1;
    const end = isLong(bytes, start) ? pieceEnd(bytes, start) : start;
    at = Math.max(at + 1, end);
    if (end === start) continue;
    const piece = Buffer.from(view.toString("latin1", start, end).replaceAll("\\n", ""), "base64");
    if (!isReadable(piece.toString("latin1", 0, PEEKED))) continue;
    pieces.push(piece);
    size += piece.length;
  }
  return pieces;
}

function pastBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE) at++;
  return at;
}

function isLong(bytes: Uint8Array, start: number): boolean {
  for (let i = start; i < start + PEEKED; i++) if (!isBase64(bytes[i])) return false;
  return pieceEnd(bytes, start) >= start + LEAST;
}

/** Line ends may stand in it, also as `\n` in a JSON string. */
function pieceEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (isBase64(bytes[end]) || isBreak(bytes, end)) end++;
  return end;
}

const isBreak = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === NEWLINE ||
  bytes[at] === SPACE ||
  bytes[at] === 13 ||
  (bytes[at] === BACKSLASH && bytes[at + 1] === 110);

const isBase64 = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 122) || byte === 43 || byte === 47);
