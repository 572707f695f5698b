import type { ReadPart } from "./mail.js";
import { type Extraction, together } from "./table.js";

const LARGEST = 64 * 1024 * 1024;
const MEMBERS = 50;

/** What was packed with gzip, read by its own name: `people.csv.gz` is `people.csv`. */
export async function readGzip(path: string, bytes: Uint8Array, readPart: ReadPart): Promise<Extraction> {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(bytes.length - 4, true);
  if (size > LARGEST) return { tables: [], gaps: ["What is packed in this file is too large to read."] };
  const { gunzipSync } = await import("fflate");
  return readPart(path.replace(/\.gz$/i, ""), gunzipSync(bytes, { out: new Uint8Array(size) }));
}

/** The members of a zip archive, each by its own name. */
export async function readZip(
  bytes: Uint8Array,
  readPart: ReadPart,
  canRead: (path: string) => boolean,
): Promise<Extraction> {
  const { unzipSync } = await import("fflate");
  const gaps = new Set<string>();
  let members = 0;
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!canRead(name)) return false;
      members++;
      total += originalSize;
      const fits = members <= MEMBERS && total <= LARGEST;
      if (!fits) gaps.add("Only a part of this archive was read: it holds more than fits.");
      return fits;
    },
  });
  const read: Extraction[] = [];
  for (const [name, member] of Object.entries(parts)) read.push(await readPart(name, member));
  return together([...read, { tables: [], gaps: [...gaps] }]);
}
