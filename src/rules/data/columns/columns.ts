import type { ColumnKind, Sensitivity } from "../../../catalogue/data/columns.js";
import type { Table } from "../../../text/tables/table.js";
import { headerWord } from "./header.js";
import { compact, IDENTIFIERS, isEmail, shareLike } from "./values.js";

export interface Column {
  readonly index: number;
  readonly kind: ColumnKind;
  readonly sensitivity: Sensitivity;
  readonly isPersons: boolean;
}

const VOTERS = 200;
/** A header needs this share of its values on its side; values alone need the higher one. */
const WITH_HEADER = 0.5;
const BY_VALUES = 0.6;

/** What each column of a table holds, by its name and by what its values look like. Unknown columns are left out. */
export function columnsOf(table: Table): readonly Column[] {
  if (table.mayReach === false && !table.columns.some((header) => headerWord(header) !== null)) return [];
  const typed = table.columns.flatMap((header, index) => typeColumn(header, index, voters(table, index)));
  const hasPerson = typed.some(
    ({ kind, isPersons }) => isPersons || kind === "last-name" || kind === "birth" || kind === "phone",
  );
  return typed.filter(({ kind, isPersons }) => hasPerson || isPersons || kind !== "name");
}

/** Up to 200 values that are not blank, from all over the column. */
function voters(table: Table, index: number): readonly string[] {
  const step = Math.max(1, Math.floor(table.rows.length / (VOTERS * 2)));
  const values: string[] = [];
  for (let row = 0; row < table.rows.length && values.length < VOTERS; row += step) {
    const value = table.rows[row]?.[index]?.trim() ?? "";
    if (value !== "" && value.toLowerCase() !== "null") values.push(value);
  }
  return values;
}

function typeColumn(header: string, index: number, values: readonly string[]): readonly Column[] {
  if (values.length === 0) return [];
  const word = headerWord(header);
  if (word !== null && shareLike(word.kind, values) >= WITH_HEADER) return [{ index, ...word }];
  if (values.filter(isEmail).length >= values.length * BY_VALUES)
    return [{ index, kind: "email", sensitivity: "contact", isPersons: true }];
  const ibans = values.filter(
    (value) => /^[A-Z]{2}\d{2}/.test(value) && IDENTIFIERS.iban?.check(compact(value)) === true,
  ).length;
  if (ibans >= values.length * BY_VALUES) return [{ index, kind: "iban", sensitivity: "money", isPersons: true }];
  return [];
}
