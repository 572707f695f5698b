/** What a date in somebody's hand may mean. */
export type DateReading =
  | { readonly kind: "day"; readonly day: string }
  /** Day and month could be either way round. Never guess between two dates. */
  | { readonly kind: "either"; readonly days: readonly [string, string] }
  | { readonly kind: "no-such-day" }
  | { readonly kind: "unreadable" };

const MONTHS = "January February March April May June July August September October November December".split(" ");
const SHORT = MONTHS.map((name) => name.slice(0, 3).toLowerCase());

/** Reads `2026-12-01`, `2026/12/1`, `1 December 2026`, `Dec 1, 2026` and `13/12/2026`. */
export function readDate(text: string): DateReading {
  const [, year, second, third] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]{4,15}(?:Z|[-+][\d:]{2,6})?)?$/.exec(text) ?? [];
  if (year !== undefined) return day(year, second, third);
  const [, one, other, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (one !== undefined && other !== undefined && last !== undefined) return either(one, other, last);
  const words = text
    .toLowerCase()
    .split(/[\s,.-]+/)
    .map((word) => word.replace(/^(\d{1,2})(?:st|nd|rd|th)$/, "$1"));
  return words.length === 3 ? named(words) : { kind: "unreadable" };
}

function either(one: string, other: string, year: string): DateReading {
  const dayFirst = day(year, other, one);
  const monthFirst = day(year, one, other);
  if (dayFirst.kind !== "day" || monthFirst.kind !== "day") return dayFirst.kind === "day" ? dayFirst : monthFirst;
  return dayFirst.day === monthFirst.day ? dayFirst : { kind: "either", days: [dayFirst.day, monthFirst.day] };
}

function named(words: readonly string[]): DateReading {
  const month = words.find((word) => /^[a-z]{3,9}$/.test(word) && SHORT.includes(word.slice(0, 3)));
  const year = words.find((word) => /^\d{4}$/.test(word));
  const number = words.find((word) => /^\d{1,2}$/.test(word));
  if (month === undefined) return { kind: "unreadable" };
  return day(year, String(SHORT.indexOf(month.slice(0, 3)) + 1), number);
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): DateReading {
  if (year === undefined || month === undefined || date === undefined) return { kind: "unreadable" };
  const iso = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso);
  return exists ? { kind: "day", day: iso } : { kind: "no-such-day" };
}

/** A day as people say it: `1 December 2026`. */
export function spoken(iso: string): string {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** The day so many days after another. */
export function daysAfter(from: Date, days: number): string {
  return new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
