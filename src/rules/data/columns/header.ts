import {
  COLUMN_WORDS,
  type ColumnKind,
  PERSON_WORDS,
  type Sensitivity,
  THING_WORDS,
} from "../../../catalogue/data/columns.js";

export interface HeaderWord {
  readonly kind: ColumnKind;
  readonly sensitivity: Sensitivity;
  /** The header says itself that this is about a person: `patient name`, `ssn`. */
  readonly isPersons: boolean;
}

const PHRASES: ReadonlyMap<string, (typeof COLUMN_WORDS)[number]> = new Map(
  COLUMN_WORDS.flatMap((word) => word.phrases.split("|").map((phrase) => [phrase, word] as const)),
);
const THINGS: ReadonlySet<string> = new Set(THING_WORDS.split(" "));
const PERSONS: ReadonlySet<string> = new Set(PERSON_WORDS.split(" "));
/** Only names and places, and numbers of these, are told apart by whose they are. */
const QUALIFIED: ReadonlySet<ColumnKind> = new Set([
  "name",
  "first-name",
  "last-name",
  "street",
  "phone",
  "id",
  "birth",
]);
const LONGEST_PHRASE = 5;
const TAIL = /^(?:\d{1,2}|value|work|home|primary|main|text|raw|str|utc)$/;
const known = new Map<string, HeaderWord | null>();

/** What a column's name says of its values, or nothing. */
export function headerWord(header: string): HeaderWord | null {
  if (header === "" || header.length > 120) return null;
  const hit = known.get(header);
  if (hit !== undefined) return hit;
  const word = look(wordsOf(header));
  if (known.size < 5000) known.set(header, word);
  return word;
}

const split = new Map<string, readonly string[]>();

/** `Default Address Address1`, `e-mail_1.value` and `homePhone` as words in lower case, without accents. */
export function wordsOf(header: string): readonly string[] {
  const hit = split.get(header);
  if (hit !== undefined) return hit;
  const words = splitHeader(header);
  if (split.size < 5000) split.set(header, words);
  return words;
}

function splitHeader(header: string): readonly string[] {
  const plain = unaccented(header)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  return plain
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .slice(-8);
}

const unaccented = (text: string): string =>
  /^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");

function look(words: readonly string[]): HeaderWord | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length--) {
    const word = PHRASES.get(words.slice(-length).join(" "));
    if (word !== undefined) return qualified(word, words.slice(0, -length), words);
  }
  const last = words.at(-1) ?? "";
  return words.length > 1 && TAIL.test(last) ? look(words.slice(0, -1)) : null;
}

function qualified(
  word: (typeof COLUMN_WORDS)[number],
  before: readonly string[],
  all: readonly string[],
): HeaderWord | null {
  const isPersons = "isOwn" in word || all.some((part) => PERSONS.has(part)) || word.kind === "email";
  if (QUALIFIED.has(word.kind) && !before.some((part) => PERSONS.has(part)) && before.some((part) => THINGS.has(part)))
    return null;
  return { kind: word.kind, sensitivity: word.sensitivity, isPersons };
}
