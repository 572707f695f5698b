const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const DAY = 86_400_000;

/** The UTC day of an instant, as `2026-11-24`. */
export function isoDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** Quiet days are words such as `saturday`, or dates such as `2026-12-25`. */
export function isQuiet(instant: Date, quiet: readonly string[]): boolean {
  const words = quiet.map((day) => day.toLowerCase());
  return words.includes(DAYS[instant.getUTCDay()] ?? "") || words.includes(isoDay(instant));
}

export function addWorkingDays(from: Date, days: number, quiet: readonly string[]): Date {
  let left = days;
  let at = from;
  for (let i = 0; i < 400 && left > 0; i++) {
    at = new Date(at.getTime() + DAY);
    if (!isQuiet(at, quiet)) left--;
  }
  return at;
}

/** Whole working days that have gone by, the first day not counted. */
export function workingDaysBetween(from: Date, to: Date, quiet: readonly string[]): number {
  let count = 0;
  for (let at = new Date(from.getTime() + DAY); at <= to && count < 400; at = new Date(at.getTime() + DAY))
    if (!isQuiet(at, quiet)) count++;
  return count;
}
