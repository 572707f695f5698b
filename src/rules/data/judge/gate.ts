import { isUtf16 } from "../../../text/decode.js";
import { keywordIndex } from "../../../text/keywords.js";
import { endingOf } from "../../../text/tables/extract.js";

/** Files that hold no plain text: their own reader finds out. */
const PACKED: ReadonlySet<string> = new Set(
  "har xlsx xlsm xls ods parquet sqlite sqlite3 db db3 gz zip eml mbox arrow feather avro".split(" "),
);
/** Source text speaks of phones and patients without holding any. */
const CODE: ReadonlySet<string> = new Set("ts js mjs cjs py rb log txt".split(" "));
/** Fewer addresses than these are a contact, a signature, an example. */
const ADDRESSES = 4;
const HEAD = 64 * 1024;
const WORDS =
  "social_sec,social sec,passport,birth,geburts,naissance,phone,mobile,telefon,patient,diagnos,medical,medication,salary,compensation,aadhaar,aadhar,pesel,personnummer,codice_fiscale,codice fiscale,national_i,national i,credit_card,credit card,creditcard,cardnum,card_num,card num,ethnic,religio,last_name,lastname,last name,surname,nachname,base64";
/** Short names turn up in any encoded picture: they count only beside a mark that stands round a column's name. */
const SHORT = "ssn,dob,nhs,cpf,bsn,mrn,iban,nino";
const marked = (word: string): readonly string[] =>
  ['"', ",", "_", ";", "\t", "|"].flatMap((mark) => [`${mark}${word}`, `${word}${mark}`]).concat(`${word}: `);
const HINTS = keywordIndex([...WORDS.split(","), ...SHORT.split(",").flatMap(marked)]);

/** One cheap look at the bytes: enough addresses, or a word that stands over columns about people. */
export function mayHoldPeople({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): boolean {
  if (PACKED.has(endingOf(path)) || isUtf16(bytes)) return true;
  if (countAddresses(bytes) >= ADDRESSES) return true;
  if (CODE.has(endingOf(path))) return false;
  let found = false;
  HINTS.search(bytes.subarray(0, HEAD), () => {
    found = true;
  });
  return found;
}

/** Counts `@` between a letter or digit and a domain, no further than needed. `%40` counts too. */
function countAddresses(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(64); at >= 0 && count < ADDRESSES; at = bytes.indexOf(64, at + 1)) {
    if (isWord(bytes[at - 1]) && isDomainAt(bytes, at + 1)) count++;
  }
  if (count < ADDRESSES && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("%40"))
    count += ADDRESSES;
  return count;
}

const LONGEST_DOMAIN = 80;
const DOT = 46;
const HYPHEN = 45;

/** Ends in a dot and a letter, as mail domains do and versions (`checkout@v4`, `react@18.2.0`) don't. */
function isDomainAt(bytes: Uint8Array, start: number): boolean {
  if (!isWord(bytes[start])) return false;
  let dot = -1;
  for (let i = start; i < start + LONGEST_DOMAIN; i++) {
    if (bytes[i] === DOT && isWord(bytes[i + 1])) dot = i;
    else if (!isWord(bytes[i]) && bytes[i] !== HYPHEN) break;
  }
  const first = bytes[dot + 1];
  return dot >= 0 && first !== undefined && !(first >= 48 && first <= 57);
}

const isWord = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 122) || byte >= 128);
