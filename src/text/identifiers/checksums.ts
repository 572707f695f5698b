/** Check digits of identifiers. Each takes the identifier without spaces or marks and tells whether it holds together. */

const digitsOf = (text: string): readonly number[] => [...text].map(Number);
const isDigits = (text: string, length: number): boolean => text.length === length && /^\d+$/.test(text);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0);

export type Check = (compact: string) => boolean;

/** Payment cards, Canadian SIN, Swedish numbers: every second digit from the right doubled. */
export function luhn(text: string): boolean {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(text.length - 1 - i) - 48;
    if (digit < 0 || digit > 9) return false;
    const value = i % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return text.length > 1 && sum % 10 === 0;
}

export const card: Check = (text) => /^\d{13,19}$/.test(text) && luhn(text);

/** ISO 13616: the letters as numbers, modulo 97. */
export function iban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let rest = 0;
  for (const char of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}

/** The form only: the numbers have no check digit, and most random ones have the form. */
export const ssn: Check = (text) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(text);

export const nino: Check = (text) =>
  /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(text);

export const nhs: Check = (text) => {
  if (!isDigits(text, 10)) return false;
  const check = 11 - (weighted(digitsOf(text), [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return check !== 10 && check % 11 === Number(text[9]);
};

export const sin: Check = (text) => isDigits(text, 9) && !/^[08]/.test(text) && luhn(text);

export const tfn: Check = (text) =>
  isDigits(text, 9) && weighted(digitsOf(text), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;

/** Verhoeff's scheme over the dihedral group of ten. */
export const aadhaar: Check = (text) => {
  if (!/^[2-9]\d{11}$/.test(text) || text === [...text].reverse().join("")) return false;
  return [...text].reverse().reduce((sum, digit, i) => dihedral(sum, permuted(i, Number(digit))), 0) === 0;
};

function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5;
  return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5;
}

const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4] as const;

function permuted(times: number, digit: number): number {
  let value = digit;
  for (let i = 0; i < times % 8; i++) value = PERMUTATION[value] ?? 0;
  return value;
}

export const panIndia: Check = (text) => /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/.test(text);

export const cpf: Check = (text) => {
  if (!isDigits(text, 11) || /^(\d)\1*$/.test(text)) return false;
  const digits = digitsOf(text);
  return [9, 10].every((at) => {
    const rest =
      (weighted(
        digits,
        Array.from({ length: at }, (_, i) => at + 1 - i),
      ) *
        10) %
      11;
    return rest % 10 === digits[at];
  });
};

export const dni: Check = (text) => {
  const parts = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(text);
  if (parts === null || (parts[1] === "") !== (parts[2]?.length === 8)) return false;
  const number = Number(`${parts[1] === "" ? "" : "XYZ".indexOf(parts[1] ?? "")}${parts[2]}`);
  return "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23] === parts[3];
};

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23] as const;

export const codiceFiscale: Check = (text) => {
  if (!/^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/.test(text)) return false;
  const sum = [...text.slice(0, 15)].reduce((total, char, i) => {
    const value = /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 65;
    return total + (i % 2 === 0 ? (ODD[value] ?? 0) : value);
  }, 0);
  return text.charCodeAt(15) - 65 === sum % 26;
};

/** French social security: thirteen digits and their key; Corsica writes letters. */
export const nir: Check = (text) => {
  const parts = /^([12]\d{4}(?:\d{2}|2[AB])\d{6})(\d{2})$/.exec(text);
  if (parts === null) return false;
  const number = Number((parts[1] ?? "").replace("2A", "19").replace("2B", "18"));
  return 97 - (number % 97) === Number(parts[2]);
};

/** ISO 7064 mod 11, 10. */
export const steuerId: Check = (text) => {
  if (!isDigits(text, 11) || text.startsWith("0")) return false;
  const product = digitsOf(text.slice(0, 10)).reduce((p, digit) => (((digit + p) % 10 || 10) * 2) % 11, 10);
  return (11 - product) % 10 === Number(text[10]);
};

export const bsn: Check = (text) =>
  isDigits(text, 9) && text !== "000000000" && weighted(digitsOf(text), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;

/** Swedish and Norwegian numbers; Danish ones only by their date, their check digit has not been promised since 2007. */
export const personnummer: Check = (text) => {
  const short = text.length === 12 ? text.slice(2) : text;
  if (isDigits(short, 10))
    return isDayMonth(short.slice(4, 6), short.slice(2, 4))
      ? luhn(short)
      : isDayMonth(short.slice(0, 2), short.slice(2, 4));
  if (!isDigits(text, 11)) return false;
  const digits = digitsOf(text);
  const first = (11 - (weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
  const second = (11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return first === digits[9] && second === digits[10];
};

/** A Swedish coordination number adds 60 to the day. */
function isDayMonth(day: string, month: string): boolean {
  const days = Number(day) % 60;
  return days >= 1 && days <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

export const pesel: Check = (text) =>
  isDigits(text, 11) &&
  (10 - (weighted(digitsOf(text), [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(text[10]);

/** Chinese resident identity: ISO 7064 mod 11-2. */
export const residentIdentity: Check = (text) => {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(text)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return "10X98765432"[weighted(digitsOf(text.slice(0, 17)), weights) % 11] === text[17];
};

/** US Medicare: eleven characters in a fixed pattern, without the letters that look like digits. */
export const medicareBeneficiary: Check = (text) =>
  /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(
    text,
  );
