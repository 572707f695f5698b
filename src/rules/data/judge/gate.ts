import { isUtf16 } from "../../../text/decode.js";
import { holdsAddresses } from "../../../text/tables/address-bytes.js";
import { endingOf } from "../../../text/tables/extract.js";
import { packedTextIn } from "../../../text/tables/packed-text.js";
import { hintsIn, type NamePlace, standAsNames } from "./column-names.js";

/** Files that hold no plain text: their own reader finds out. */
const PACKED: ReadonlySet<string> = new Set(
  "xlsx xlsm xls ods parquet sqlite sqlite3 db db3 gz zip eml mbox arrow feather avro".split(" "),
);
/** Source text speaks of phones and patients without holding any. */
const CODE: ReadonlySet<string> = new Set("ts js mjs cjs py rb log txt".split(" "));
/** How much of a file is searched for the names of its columns. */
const HEAD = 64 * 1024;
/** With fewer different people than these no evidence reaches far enough. */
const ADDRESSES = 5;
const PLACES: Readonly<Record<string, NamePlace>> = {
  csv: "first lines",
  tsv: "first lines",
  tab: "first lines",
  psv: "first lines",
  sql: "anywhere",
  dump: "anywhere",
  vcf: "anywhere",
  vcard: "anywhere",
};

/**
 * One cheap look at the bytes: enough different addresses, or a column about people, also in text that is packed. What
 * doesn't pass is never decoded, parsed or matched.
 */
export function mayHoldPeople({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): boolean {
  const ending = endingOf(path);
  if (PACKED.has(ending) || isUtf16(bytes) || holdsAddresses(bytes, ADDRESSES)) return true;
  if (CODE.has(ending)) return false;
  const place = PLACES[ending] ?? "before values";
  const head = place === "first lines" ? firstLines(bytes) : bytes.subarray(0, HEAD);
  const { words, speaksOfBase64 } = hintsIn(head);
  if (standAsNames(head, words, place)) return true;
  return (speaksOfBase64 || ending === "har") && packsPeople(packedTextIn(bytes));
}

const LINES = 10;

function firstLines(bytes: Uint8Array): Uint8Array {
  let end = -1;
  for (let line = 0; line < LINES; line++) {
    end = bytes.indexOf(10, end + 1);
    if (end < 0 || end > HEAD) return bytes.subarray(0, HEAD);
  }
  return bytes.subarray(0, end);
}

/** What is packed once more is left to the reader. */
function packsPeople(bytes: Uint8Array): boolean {
  const { words, speaksOfBase64 } = hintsIn(bytes);
  return speaksOfBase64 || holdsAddresses(bytes, ADDRESSES) || standAsNames(bytes, words, "before values");
}
