import type { ColumnKind } from "../../../catalogue/data/columns.js";
import * as checks from "../../../text/identifiers/checksums.js";
import { addressesIn } from "../../../text/tables/contacts.js";

/** A value without the marks that people put between the parts of a number. */
export const compact = (value: string): string => value.replace(/[\s.\-/()]/g, "").toUpperCase();

const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{8}|\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2},? \d{4})/;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’.,\- ]{0,60}$/u;

export function isEmail(value: string): boolean {
  if (value.length > 160 || !value.includes("@")) return false;
  for (const { start, end } of addressesIn(value)) return end - start >= value.trim().length - 2;
  return false;
}

export function isPhone(value: string): boolean {
  if (value.length > 32 || /\p{L}{3}/u.test(value) || /^\d{4}-\d{2}-\d{2}|\d\.\d+$|^0\.|:/.test(value)) return false;
  const digits = value.replace(/\s*(?:x|ext\.?)\s*\d+$/i, "").replace(/\D/g, "").length;
  return digits >= 7 && digits <= 15;
}

/** How a value of each kind looks; kinds that are left out take any text. */
const SHAPES: Partial<Readonly<Record<ColumnKind, (value: string) => boolean>>> = {
  email: isEmail,
  phone: isPhone,
  name: (value) => NAME.test(value),
  "first-name": (value) => NAME.test(value),
  "last-name": (value) => NAME.test(value),
  birth: (value) => DATE.test(value),
  street: (value) => /\p{L}{3}/u.test(value) && value.length >= 6 && !value.includes("://"),
  ip: (value) => /^\d{1,3}(?:\.\d{1,3}){3}$|^[0-9a-f:]{6,39}$/i.test(value),
  ssn: (value) => /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(value),
  salary: (value) => /\d{3}/.test(value),
  card: (value) => /^\d{13,19}$/.test(compact(value)),
  "card-code": (value) => /^\d{3,4}$/.test(value),
  "bank-account": (value) => /^\d{6,17}$/.test(compact(value)),
  iban: (value) => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact(value)),
  mrn: (value) => /\d{4}/.test(value),
  "government-id": (value) => /\d{4}/.test(value) && value.length <= 24,
  diagnosis: (value) => /\p{L}/u.test(value),
  special: (value) => /\p{L}{2}/u.test(value),
  password: (value) => value.length >= 4,
  created: (value) => DATE.test(value) || /^\d{10}(?:\d{3})?$/.test(value),
  updated: (value) => DATE.test(value) || /^\d{10}(?:\d{3})?$/.test(value),
  nhs: (value) => /^\d{10}$/.test(compact(value)),
};

/** Check digits by kind, and how many random numbers of the right form pass. */
export const IDENTIFIERS: Partial<
  Readonly<Record<ColumnKind, { readonly check: checks.Check; readonly random: number }>>
> = {
  ssn: { check: checks.ssn, random: 0.89 },
  nino: { check: checks.nino, random: 0.5 },
  nhs: { check: checks.nhs, random: 0.09 },
  sin: { check: checks.sin, random: 0.1 },
  tfn: { check: checks.tfn, random: 0.09 },
  aadhaar: { check: checks.aadhaar, random: 0.08 },
  "pan-in": { check: checks.panIndia, random: 0.4 },
  cpf: { check: checks.cpf, random: 0.01 },
  dni: { check: checks.dni, random: 0.04 },
  "codice-fiscale": { check: checks.codiceFiscale, random: 0.04 },
  nir: { check: checks.nir, random: 0.01 },
  "steuer-id": { check: checks.steuerId, random: 0.09 },
  bsn: { check: checks.bsn, random: 0.09 },
  personnummer: { check: checks.personnummer, random: 0.1 },
  pesel: { check: checks.pesel, random: 0.1 },
  ric: { check: checks.residentIdentity, random: 0.001 },
  iban: { check: checks.iban, random: 0.01 },
  card: { check: checks.card, random: 0.1 },
  medicare: { check: checks.medicareBeneficiary, random: 0.01 },
};

/** The share of some values that look like values of a kind. */
export function shareLike(kind: ColumnKind, values: readonly string[]): number {
  if (values.length === 0) return 0;
  const shape = SHAPES[kind] ?? IDENTIFIERS[kind]?.check;
  return shape === undefined
    ? 1
    : values.filter((value) => shape(shape === SHAPES[kind] ? value : compact(value))).length / values.length;
}
