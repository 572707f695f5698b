import type { ColumnKind } from "../../../catalogue/data/columns.js";
import { FICTIONAL_PHONES } from "../../../catalogue/data/samples.js";
import type { Table } from "../../../text/tables/table.js";
import type { Column } from "../columns/columns.js";
import { isSampleIdentifier } from "../columns/samples.js";
import { IDENTIFIERS } from "../columns/values.js";
import { isMadeUp, type Standing, standingOf } from "./addresses.js";

/** One row that is about somebody. Texts are empty where the table doesn't tell. */
export interface Person {
  readonly row: number;
  readonly email: string;
  /** Before it was folded to lower case. */
  readonly local: string;
  /** In lower case and without accents. */
  readonly foldedLocal: string;
  readonly domain: string;
  readonly standing: Standing | null;
  /** Words of the name, folded to a-z where they can be. */
  readonly names: readonly string[];
  readonly phone: string;
  /** Who this is, for counting: an address, a number, or a name with a street or a day of birth. */
  readonly key: string;
  readonly isMadeUp: boolean;
}

type Cells = Readonly<Record<"email" | "name" | "phone" | "street" | "birth" | "own", string>>;

/** The people of a table, one for each row that names or reaches somebody. */
export function peopleOf(table: Table, columns: readonly Column[], own: ReadonlySet<string>): readonly Person[] {
  const place = (kind: ColumnKind): number => columns.find((column) => column.kind === kind)?.index ?? -1;
  const [email, name, first, last] = [place("email"), place("name"), place("first-name"), place("last-name")];
  const [phone, street, birth] = [place("phone"), place("street"), place("birth")];
  const identifier = columns.find(({ kind }) => IDENTIFIERS[kind] !== undefined);
  const isTelling = columns.some(({ sensitivity }) => TELLING.has(sensitivity));
  return table.rows.flatMap((cells, row) => {
    const cell = (index: number): string => (index < 0 ? "" : (cells[index] ?? "").trim());
    const number = cell(identifier?.index ?? -1);
    return person(row, own, isTelling, {
      email: cell(email),
      name: first >= 0 || last >= 0 ? `${cell(first)} ${cell(last)}` : cell(name),
      phone: cell(phone),
      street: cell(street),
      birth: cell(birth),
      own: number === "" || isSampleIdentifier(identifier?.kind ?? "", number) ? "" : number,
    });
  });
}

/** Beside one of these a name alone is somebody. */
const TELLING: ReadonlySet<string> = new Set(["government", "health", "special", "money"]);

function person(row: number, own: ReadonlySet<string>, isTelling: boolean, cells: Cells): readonly Person[] {
  const [local, domain] = parts(cells.email);
  const standing = domain === "" ? null : standingOf(local.toLowerCase(), domain, own);
  const names = nameWords(cells.name);
  const digits = cells.phone.replace(/\D+/g, "");
  const fictional = isFictional(cells.phone, digits);
  const key = keyOf(local, domain, standing, fictional ? "" : digits, names, isTelling, cells);
  if (key === "" && standing === null && !fictional) return [];
  const email = domain === "" ? "" : `${local}@${domain}`.toLowerCase();
  const madeUp = standing === null ? fictional : isMadeUp(standing);
  return [
    {
      row,
      email,
      local,
      foldedLocal: folded(local),
      domain,
      standing,
      names,
      phone: cells.phone,
      key,
      isMadeUp: madeUp,
    },
  ];
}

function parts(email: string): readonly [local: string, domain: string] {
  if (email === "") return ["", ""];
  const inner = /<([^<>]+)>\s*$/.exec(email)?.[1] ?? email.replace(/^mailto:/i, "");
  const at = inner.lastIndexOf("@");
  return at < 1 || !inner.includes(".", at)
    ? ["", ""]
    : [
        inner.slice(0, at).trim(),
        inner
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      ];
}

function keyOf(
  local: string,
  domain: string,
  standing: Standing | null,
  digits: string,
  names: readonly string[],
  isTelling: boolean,
  { street, birth, own }: Cells,
): string {
  if (standing !== null) return isMadeUp(standing) || standing === "machine" ? "" : `${local}@${domain}`.toLowerCase();
  if (digits.length >= 7) return digits;
  if (own !== "") return own;
  const more = street !== "" ? street : birth;
  return names.length > 0 && (more !== "" || (isTelling && names.length > 1))
    ? `${names.join(" ")}|${more.toLowerCase()}`
    : "";
}

/** True for numbers that regulators keep for films, books and tests. `all` are the digits, an extension's included. */
function isFictional(phone: string, all: string): boolean {
  if (phone === "") return false;
  const isExtended = /[xt.]\s*\d+$/i.test(phone);
  const number = isExtended ? phone.replace(/\s*(?:x|ext\.?)\s*\d+$/i, "").replace(/\D+/g, "") : all;
  const digits = number.replace(/^00/, "");
  return /^0*$/.test(digits) ? digits.length > 0 : FICTIONAL_PHONES.some((range) => range.test(digits));
}

/** In lower case and without accents. Most names and addresses are ASCII already. */
export function folded(text: string): string {
  const plain = /^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.toLowerCase();
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|prof|jr|sr|ii|iii|iv|md|dds|phd|dvm)$/;

/** The words of a name in lower case without accents; titles and initials are left out. */
export function nameWords(name: string): readonly string[] {
  if (name === "" || name === " ") return [];
  const plain = folded(name).replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("ł", "l");
  const ordered = plain.includes(",") && /^[^,]+,[^,]+$/.test(plain) ? plain.split(",").reverse().join(" ") : plain;
  return ordered.split(/[^\p{L}]+/u).filter((word) => word.length > 1 && !TITLE.test(word));
}
