import { gunzipSync } from "node:zlib";
import type { ReadPart } from "./mail.js";
import { type Extraction, together } from "./table.js";
import { zipMembers } from "./zip.js";

const LARGEST = 64 * 1024 * 1024;
const MEMBERS = 50;

/** What was packed with gzip, read by its own name: `people.csv.gz` is `people.csv`. */
export async function readGzip(path: string, bytes: Uint8Array, readPart: ReadPart): Promise<Extraction> {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(bytes.length - 4, true);
  if (size > LARGEST) return { tables: [], gaps: ["What is packed in this file is too large to read."] };
  return readPart(path.replace(/\.gz$/i, ""), gunzipSync(bytes, { maxOutputLength: LARGEST }));
}

/** The members of a zip archive, each by its own name. */
export async function readZip(
  bytes: Uint8Array,
  readPart: ReadPart,
  canRead: (path: string) => boolean,
): Promise<Extraction> {
  const gaps = new Set<string>();
  let members = 0;
  let total = 0;
  const read: Extraction[] = [];
  for (const { name, size, read: unpacked } of zipMembers(bytes).filter(({ name }) => canRead(name))) {
    members++;
    total += size;
    if (members <= MEMBERS && total <= LARGEST) read.push(await readPart(name, unpacked()));
    else gaps.add("Only a part of this archive was read: it holds more than fits.");
  }
  return together([...read, { tables: [], gaps: [...gaps] }]);
}
