import { inflateRawSync } from "node:zlib";

/** One file of a zip archive. Nothing is unpacked before `read` is called. */
export interface ZipMember {
  readonly name: string;
  /** So many bytes, as the archive says; `read` gives no more and throws where there are more. */
  readonly size: number;
  readonly read: () => Uint8Array;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const MOST = 10_000;

/**
 * The members of a zip archive, by its directory. Those that are packed in a rare way, or encrypted, are left out.
 * Source of the layout: PKWARE, "APPNOTE.TXT". Throws where the bytes are no archive.
 */
export function zipMembers(bytes: Uint8Array): readonly ZipMember[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOfDirectory(view);
  const members: ZipMember[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let left = Math.min(view.readUInt16LE(end + 10), MOST); left > 0; left--) {
    if (view.readUInt32LE(at) !== ENTRY) break;
    const [flags, method] = [view.readUInt16LE(at + 8), view.readUInt16LE(at + 10)];
    const [packed, size] = [view.readUInt32LE(at + 20), view.readUInt32LE(at + 24)];
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString("utf8", at + 46, at + 46 + nameLength);
    const header = view.readUInt32LE(at + 42);
    const isEncrypted = (flags & 1) === 1;
    if (!isEncrypted && (method === STORED || method === DEFLATED))
      members.push({ name, size, read: () => unpacked(view, header, packed, size, method) });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return members;
}

function endOfDirectory(view: Buffer): number {
  const least = Math.max(0, view.length - 22 - LONGEST_COMMENT);
  for (let at = view.length - 22; at >= least; at--) if (view.readUInt32LE(at) === END) return at;
  throw new Error("This is no zip archive.");
}

function unpacked(view: Buffer, header: number, packed: number, size: number, method: number): Uint8Array {
  const start = header + 30 + view.readUInt16LE(header + 26) + view.readUInt16LE(header + 28);
  const body = view.subarray(start, start + packed);
  return method === STORED ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
}
