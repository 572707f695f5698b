import { readDate, spoken } from "./dates.js";
import { or, quote } from "./say.js";
import { fix, oneText, type Reader, startOf, wordOf } from "./scalars.js";
import { fold, nearest, unquoted } from "./words.js";

/** Readers of one value each: words of ours, dates, numbers, links. */

export * from "./scalars.js";

export interface Words<W extends string> {
  readonly words: readonly W[];
  /** Other words people use, and which of ours they mean. */
  readonly synonyms?: Readonly<Record<string, W>>;
  /** What is used instead of a word that isn't one of ours; said in the message. */
  readonly otherwise?: W;
  readonly hint?: string;
}

/** One of our words. */
export function word<W extends string>({ words, synonyms = {}, otherwise, hint }: Words<W>): Reader<W> {
  const aliases = new Map<string, W>(Object.entries<W>(synonyms));
  return oneText((found, key, log) => {
    const folded = fold(found.text);
    const exact = words.find((candidate) => candidate === folded);
    if (exact !== undefined) return exact;
    const meant = aliases.get(folded) ?? words.find((candidate) => candidate === nearest(folded, words));
    if (meant !== undefined) {
      const message = `We read ${quote(`${key}: ${found.text}`)} as \`${meant}\`. If that's right, there's nothing to do.`;
      log.advice(found.start, message, fix(found, meant));
      return meant;
    }
    const parts = [
      `${quote(`${key}: ${found.text}`)} isn't one of our words. Pick the closest: ${words.join(", ")}.`,
      ...(hint === undefined ? [] : [hint]),
      ...(otherwise === undefined ? [] : [`Until then we go by \`${otherwise}\`.`]),
    ];
    log.error(found.start, parts.join(" "));
    return otherwise;
  });
}

const YES = new Set(["yes", "true", "on", "y"]);
const NO = new Set(["no", "false", "off", "n"]);

/** `yes` and `no` in every spelling. */
export const yesNo: Reader<boolean> = oneText((found, key, log) => {
  const folded = fold(found.text);
  if (YES.has(folded)) return true;
  if (NO.has(folded)) return false;
  log.error(found.start, `${quote(`${key}: ${found.text}`)}: please write \`yes\` or \`no\`.`);
  return undefined;
});

/** A day. Ours are written `2026-12-01`. */
export const date: Reader<string> = oneText((found, key, log) => {
  const reading = readDate(unquoted(found.text));
  const said = quote(`${key}: ${found.text}`);
  if (reading.kind === "day") {
    if (reading.day !== found.text) {
      log.advice(
        found.start,
        `We read ${said} as ${spoken(reading.day)}: \`${reading.day}\`.`,
        fix(found, reading.day),
      );
    }
    return reading.day;
  }
  if (reading.kind === "either") {
    const [one, other] = reading.days;
    const both = or([spoken(one), spoken(other)]);
    log.error(found.start, `${said} could be ${both}. Please write \`${one}\` or \`${other}\`.`);
  } else if (reading.kind === "no-such-day") {
    log.error(found.start, `${said}: there is no such day. Please write it like \`2026-12-01\`.`);
  } else {
    log.error(found.start, `${said} isn't a date we can read. Please write it like \`2026-12-01\`.`);
  }
  return undefined;
});

/** A whole number between two bounds. */
export function wholeNumber(least: number, most: number): Reader<number> {
  return oneText((found, key, log) => {
    const value = /^\d{1,9}$/.test(found.text) ? Number(found.text) : Number.NaN;
    if (value >= least && value <= most) return value;
    const range = `a whole number from ${least} to ${most}`;
    log.error(found.start, `${quote(`${key}: ${found.text}`)}: this is ${range}.`);
    return undefined;
  });
}

const PER_UNIT: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** A number of days, as `90d`. */
export const days: Reader<string> = oneText((found, key, log) => {
  const [, amount, unit = "d"] = /^(\d{1,4})\s*(d|w|m|y|days?|weeks?|months?|years?)?$/i.exec(found.text) ?? [];
  const count = Number(amount) * (PER_UNIT[unit.charAt(0).toLowerCase()] ?? 1);
  if (amount === undefined || count > 9999) {
    log.error(found.start, `${quote(`${key}: ${found.text}`)}: please write a number of days, like \`90d\`.`);
    return undefined;
  }
  const value = `${count}d`;
  if (value !== found.text) log.advice(found.start, `We read ${quote(found.text)} as \`${value}\`.`, fix(found, value));
  return value;
});

/** A web address. */
export const link: Reader<string> = oneText((found, key, log) => {
  const value = unquoted(found.text).replace(/^<(.*)>$/, "$1");
  if (/^https?:\/\/[^\s<>"]{1,1000}$/i.test(value) && URL.canParse(value)) return value;
  log.error(found.start, `${quote(`${key}: ${found.text}`)}: please write the whole link, starting with \`https://\`.`);
  return undefined;
});

/** A pattern is matched against every path: the cap keeps that quick. */
export const LONGEST_GLOB = 256;

/** A path or a pattern such as `data/*.csv`. */
export const glob: Reader<string> = oneText((found, key, log) => {
  const value = unquoted(found.text).replace(/^\(([^()|]*)\)$/, "$1");
  if (value.length <= LONGEST_GLOB) return value;
  log.error(found.start, `This pattern under \`${key}\` is longer than ${LONGEST_GLOB} characters, so we left it out.`);
  return undefined;
});

/** The version of the format. A later one is read as well as we can. */
export const version: Reader<1> = (node, key, log) => {
  const found = wordOf(node, log);
  const [, number] = /^v?(\d{1,6})(?:\.0)?$/i.exec(found?.text ?? "") ?? [];
  if (Number(number) > 1) {
    log.advice(startOf(node), "This file is written for a newer Handrail. We read the rest as well as we can.");
  } else if (number !== "1") {
    log.advice(startOf(node), `\`${key}\` is 1 for now; you can leave it out.`);
  }
  return 1;
};
