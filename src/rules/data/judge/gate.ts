import { isUtf16 } from "../../../text/decode.js";
import { holdsAddresses } from "../../../text/tables/address-bytes.js";
import { endingOf } from "../../../text/tables/extract.js";
import { packedTextIn } from "../../../text/tables/packed-text.js";
import { hintsIn, type NamePlace, standAsNames } from "./column-names.js";

/** Files that hold no plain text: their own reader finds out. */
const PACKED: ReadonlySet<string> = new Set("xlsx xlsm xls ods parquet gz zip eml mbox arrow feather avro".split(" "));
/** Databases hold their texts as they are, the names of columns on any page. */
const DATABASES: ReadonlySet<string> = new Set("sqlite sqlite3 db db3".split(" "));
/** Source text speaks of phones and patients without holding any. */
const CODE: ReadonlySet<string> = new Set("ts js mjs cjs py rb log txt".split(" "));
/** How much of a file is searched for the names of its columns. */
const HEAD = 64 * 1024;
/** With fewer different people than these no evidence reaches far enough. */
const ADDRESSES = 5;
/** Where a SQLite file says how its texts are encoded, and what it says of UTF-8. */
const ENCODING = 59;
const UTF_8 = 1;
const PLACES: Readonly<Record<string, NamePlace>> = {
  csv: "first lines",
  tsv: "first lines",
  tab: "first lines",
  psv: "first lines",
  sql: "anywhere",
  dump: "anywhere",
  vcf: "anywhere",
  vcard: "anywhere",
  sqlite: "anywhere",
  sqlite3: "anywhere",
  db: "anywhere",
  db3: "anywhere",
};

/**
 * One cheap look at the bytes: enough different addresses, or a column about people, also in text that is packed. What
 * doesn't pass is never decoded, parsed or matched.
 */
export function mayHoldPeople({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): boolean {
  const ending = endingOf(path);
  const isDatabase = DATABASES.has(ending);
  if (PACKED.has(ending) || isUtf16(bytes) || (isDatabase && bytes[ENCODING] !== UTF_8)) return true;
  if (holdsAddresses(bytes, ADDRESSES)) return true;
  if (CODE.has(ending)) return false;
  const place = PLACES[ending] ?? "before values";
  const searched = isDatabase ? bytes : headOf(bytes, place);
  const { words, speaksOfBase64 } = hintsIn(searched);
  if (standAsNames(searched, words, place)) return true;
  return (speaksOfBase64 || ending === "har") && packsPeople(packedTextIn(bytes));
}

const LINES = 10;

/** What names of columns are looked for in: the first lines of a table, more of other files. */
function headOf(bytes: Uint8Array, place: NamePlace): Uint8Array {
  const head = bytes.subarray(0, HEAD);
  if (place !== "first lines") return head;
  let end = -1;
  for (let line = 0; line < LINES; line++) {
    end = head.indexOf(10, end + 1);
    if (end < 0) return head;
  }
  return head.subarray(0, end);
}

/** What is packed once more is left to the reader. */
function packsPeople(bytes: Uint8Array): boolean {
  const { words, speaksOfBase64 } = hintsIn(bytes);
  return speaksOfBase64 || holdsAddresses(bytes, ADDRESSES) || standAsNames(bytes, words, "before values");
}
