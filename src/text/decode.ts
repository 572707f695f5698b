import { isAscii, isUtf8 } from "node:buffer";

/** Bytes to text, for the encodings that people's tools really write. */

export type Decoded = { readonly kind: "text"; readonly text: string } | { readonly kind: "binary" };

const SNIFF = 8192;
const MARK = [0xef, 0xbb, 0xbf];
/** What Windows-1252 has where Latin-1 has controls; five places are empty and stay controls. Node 20 has no right table. */
const FROM_0X80 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** UTF-8 (with or without a mark), UTF-16 by mark or by its zeros, else Windows-1252; binary where zeros say so. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Kind(bytes);
  if (utf16 !== null) return { kind: "text", text: new TextDecoder(utf16).decode(bytes) };
  if (hasZero(bytes)) return { kind: "binary" };
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(view)) return { kind: "text", text: view.toString("latin1") };
  if (!isUtf8(view)) return { kind: "text", text: windows1252(view) };
  return { kind: "text", text: view.toString("utf8", hasMark(view) ? MARK.length : 0) };
}

/** True for what {@link decode} would call binary. */
export function looksBinary(bytes: Uint8Array): boolean {
  return utf16Kind(bytes) === null && hasZero(bytes);
}

/** True where the bytes of ASCII words are not next to each other, so that a search over bytes would miss them. */
export function isUtf16(bytes: Uint8Array): boolean {
  return utf16Kind(bytes) !== null;
}

/** The bytes as words can be searched in them: in UTF-16 there are zeros between the letters, so that is written anew. */
export function searchable(bytes: Uint8Array): Uint8Array {
  if (!isUtf16(bytes)) return bytes;
  const decoded = decode(bytes);
  return decoded.kind === "text" ? Buffer.from(decoded.text, "utf8") : bytes;
}

function windows1252(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\x80-\x9f]/g, (unit) => FROM_0X80[unit.charCodeAt(0) - 0x80] ?? unit);
}

function hasMark(bytes: Uint8Array): boolean {
  return MARK.every((byte, i) => bytes[i] === byte);
}

function utf16Kind(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length < 8 || (bytes[0] !== 0 && bytes[1] !== 0)) return null;
  return unmarkedUtf16(bytes);
}

/** Latin text in UTF-16 has a zero in every second byte and nowhere else. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, 512) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const half = length / 2;
  if ((zeros[1] ?? 0) > half * 0.9 && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] ?? 0) > half * 0.9 && zeros[1] === 0) return "utf-16be";
  return null;
}

function hasZero(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SNIFF)).includes(0);
}
