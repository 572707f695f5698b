import { keywordIndex } from "../../../text/keywords.js";
import { headerWord } from "../columns/header.js";

const WORDS =
  "social_sec,social sec,passport,birth,geburts,naissance,phone,mobile,telefon,patient,diagnos,medical,medication,salary,compensation,aadhaar,aadhar,pesel,personnummer,codice_fiscale,codice fiscale,national_i,national i,credit_card,credit card,creditcard,cardnum,card_num,card num,ethnic,religio,last_name,lastname,last name,surname,nachname".split(
    ",",
  );
/** Short names turn up in any encoded picture: they count only beside a mark that stands round a column's name. */
const SHORT = "ssn,dob,nhs,cpf,bsn,mrn,iban,nino".split(",");
const MARKED = SHORT.flatMap((word) =>
  ['"', ",", "_", ";", "\t", "|"].flatMap((mark) => [`${mark}${word}`, `${word}${mark}`]).concat(`${word}: `),
);
const BASE64 = "base64";
const HINTS = [...WORDS, ...MARKED, BASE64];
const INDEX = keywordIndex(HINTS);

export interface Hints {
  /** Words of columns about people that stand somewhere. */
  readonly words: readonly string[];
  /** The file says that a part of it is base64. */
  readonly speaksOfBase64: boolean;
}

/** One pass over some bytes. */
export function hintsIn(bytes: Uint8Array): Hints {
  const found = new Set<string>();
  INDEX.search(bytes, (word) => found.add(HINTS[word] ?? ""));
  const speaksOfBase64 = found.delete(BASE64);
  return { words: [...found], speaksOfBase64 };
}

/** Where names of columns stand: over a table, before each of its values, or (in a script) anywhere. */
export type NamePlace = "first lines" | "before values" | "anywhere";

/** A single key is a form, a label or a setting: a table has one for each row. */
const LEAST_KEYS = 2;

/** True where words of columns about people stand as the names of columns do, and not in prose. */
export function standAsNames(bytes: Uint8Array, words: readonly string[], place: NamePlace): boolean {
  if (words.length === 0 || place === "anywhere") return words.length > 0;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1").toLowerCase();
  let keys = 0;
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const found = nameAround(text, at, at + word.length);
      if (found === null || !tellsOfPeople(found.name)) continue;
      if (place === "first lines" || isOverColumn(text, found.end)) return true;
      if (isBeforeValue(text, found.end) && ++keys >= LEAST_KEYS) return true;
    }
  }
  return false;
}

const LONGEST_NAME = 60;

/** The name that a word is a part of, and where it ends; nothing where it goes on and on, as prose does. */
function nameAround(text: string, from: number, to: number): { readonly name: string; readonly end: number } | null {
  let start = from;
  while (start > 0 && from - start < LONGEST_NAME && isInName(text.charCodeAt(start - 1))) start--;
  // A word with its mark ends on it.
  let end = isInName(text.charCodeAt(to - 1)) ? to : to - 1;
  while (end < text.length && end - to < LONGEST_NAME && isInName(text.charCodeAt(end))) end++;
  return end - start > LONGEST_NAME ? null : { name: text.slice(start, end), end };
}

/** Letters, digits, blanks, dots, hyphens, underscores, and parts of letters beyond ASCII. */
const isInName = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) ||
  (unit >= 48 && unit <= 57) ||
  unit === 32 ||
  unit === 45 ||
  unit === 46 ||
  unit === 95 ||
  unit >= 128;

function tellsOfPeople(name: string): boolean {
  const word = headerWord(name.trim());
  return word !== null && word.sensitivity !== "none" && word.sensitivity !== "behaviour";
}

/** `name":`, `name\":` and `name:`, with blanks. */
const isBeforeValue = (text: string, end: number): boolean =>
  /^\\{0,3}["']?\s{0,3}(?::|=>)/.test(text.slice(end, end + 9));
/** `<th>name</th>`, and a name in a list of names. */
const isOverColumn = (text: string, end: number): boolean =>
  /^(?:<\/t|\\{0,3}["']\s{0,20}[,\]])/.test(text.slice(end, end + 26));
