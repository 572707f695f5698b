import { between, type Cluster, clip, type Evidence, percent, shareOf, valuesOf } from "./evidence.js";

const LEAST = 20;

/** When things happened: people sleep, rest on weekends and come in order; generators draw any second of the week. */
export function time(cluster: Cluster): readonly Evidence[] {
  const column = (kind: string) => cluster.columns.find((one) => one.kind === kind);
  const texts = valuesOf(cluster, column("created"));
  const moments = texts.map(momentOf);
  const known = moments.filter((moment) => moment !== null);
  if (known.length < LEAST) return [];
  return [...hours(known), ...weekdays(known), ...order(valuesOf(cluster, column("id")), moments)];
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Milliseconds of a date with a time of day, or of a number of seconds or milliseconds; nothing for other texts. Only
 * what is written decides: no time zone is applied.
 */
function momentOf(text: string): number | null {
  if (/^1(?:\d{9}|\d{12})$/.test(text)) return text.length === 10 ? Number(text) * 1000 : Number(text);
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  return Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    second === undefined ? 0 : Number(second),
  );
}

/** What is left of a division, never below zero: moments before 1970 are. */
const within = (value: number, size: number): number => ((value % size) + size) % size;
const hourOf = (moment: number): number => within(Math.floor(moment / HOUR), 24);
/** The first of January 1970 was a Thursday; Sunday is 0. */
const weekdayOf = (moment: number): number => within(Math.floor(moment / DAY) + 4, 7);

function hours(moments: readonly number[]): readonly Evidence[] {
  const counts = Array<number>(24).fill(0);
  for (const moment of moments) counts[hourOf(moment)] = (counts[hourOf(moment)] ?? 0) + 1;
  if ((counts[0] ?? 0) > moments.length * 0.8) return [];
  const expected = moments.length / 24;
  const spread = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) / 23;
  const says =
    spread < 1.5 ? "times of day are spread evenly, as generators draw them" : "times of day bunch up, as people's do";
  return [{ family: "time", value: between(spread, 1.1, 3) * 0.8, n: moments.length, says }];
}

function weekdays(moments: readonly number[]): readonly Evidence[] {
  const share = shareOf(moments, (moment) => weekdayOf(moment) % 6 === 0);
  const says = `${percent(share)} of the dates are on a weekend (evenly drawn: 29%)`;
  return [{ family: "time", value: between(Math.abs(share - 0.286), 0.03, 0.16) * 0.7, n: moments.length, says }];
}

/** Numbers that a live system hands out grow with time. */
function order(ids: readonly string[], moments: readonly (number | null)[]): readonly Evidence[] {
  const pairs = ids.map(
    (id, i) => [/^\d{1,15}$/.test(id) ? Number(id) : Number.NaN, moments[i] ?? Number.NaN] as const,
  );
  const known = pairs.filter(([id, at]) => !Number.isNaN(id) && !Number.isNaN(at)).sort((a, b) => a[0] - b[0]);
  if (known.length < LEAST) return [];
  const rising = shareOf(known.slice(1), (_, i) => (known[i + 1]?.[1] ?? 0) >= (known[i]?.[1] ?? 0));
  const says = `${percent(rising)} of the numbers were given out in order of time`;
  return [{ family: "time", value: clip(between(rising, 0.6, 0.95)), n: known.length, says }];
}
