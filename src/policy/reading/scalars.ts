import { isAlias, isScalar, isSeq, type Node, type Scalar } from "yaml";
import { readDate, spoken } from "./dates.js";
import type { Edit } from "./edits.js";
import type { Log } from "./log.js";
import { or, quote, shown, yamlText } from "./say.js";
import { fold, nearest, unquoted } from "./words.js";

/**
 * Reads one value. Nothing comes back where the value can't be used, and then it was said why.
 * `key` is the name of the field, as messages call it.
 */
export type Reader<T> = (node: Node, key: string, log: Log) => T | undefined;

/** A value as text, with its place. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The value sits in brackets, where a comma separates. */
  readonly isListed?: boolean;
}

export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** One text, whatever YAML made of it: a number stays the way it was written. Nothing for a list or a block. */
export function wordOf(node: Node, log: Log): Word | null {
  if (isSeq(node) && node.items.length === 1) {
    const [only] = node.items;
    return isScalar(only) ? wordOf(only, log) : null;
  }
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node)) return { text: `*${node.source}`, start, end };
  return isScalar(node) ? { text: scalarText(node, log), start, end } : null;
}

/** `&` at the start of a text is a name for YAML; for people it is an ampersand. */
function scalarText(node: Scalar, log: Log): string {
  const value = typeof node.value === "string" ? node.value : "";
  if (node.anchor === undefined) return value.trim();
  const text = `&${node.anchor} ${value}`.trim();
  log.advice(
    startOf(node),
    `A \`&\` at the start has a special meaning in YAML. Please put quotes around ${quote(text)}.`,
  );
  return text;
}

/** Instead of a value: what should stand there. */
export function fix({ start, end, isListed }: Word, text: string): readonly Edit[] {
  return [{ start, end, text: yamlText(text, isListed === true ? "list" : "line") }];
}

function notText(node: Node, key: string, log: Log): undefined {
  const what = isSeq(node) ? "a list" : "a block of several lines";
  log.error(startOf(node), `\`${key}\` is one short text, and we found ${what}.`);
}

/** Reads a value that is one text. An empty one is none, and nobody's mistake. */
function oneText<T>(read: (word: Word, key: string, log: Log) => T | undefined): Reader<T> {
  return (node, key, log) => {
    const word = wordOf(node, log);
    if (word === null) return notText(node, key, log);
    if (word.text === "") return undefined;
    return read(withoutComma(node, word), key, log);
  };
}

/** A comma at the end of a line is a habit from elsewhere, and means nothing here. */
function withoutComma(node: Node, word: Word): Word {
  if (!isScalar(node) || node.type !== "PLAIN" || !/[^,;][,;]$/.test(word.text)) return word;
  return { ...word, text: word.text.slice(0, -1), end: word.end - 1 };
}

/** A text. A longer one is cut and that is said. */
export function text({ longest = 300 }: { readonly longest?: number } = {}): Reader<string> {
  return oneText((word, key, log) => {
    const plain = unquoted(word.text).replace(/^['"](.*)['"]$/s, "$1");
    const value = plain === "" ? word.text : plain;
    if (value !== word.text) {
      log.advice(word.start, `We left out the quotation marks around ${quote(value)}.`, fix(word, value));
    }
    if (value.length <= longest) return value;
    log.advice(word.start, `\`${key}\` may be ${longest} characters long; we read only that much.`);
    return value.slice(0, longest).trim();
  });
}

/** Free text, in which a `#` is easily meant as a number sign. */
export function prose(options: { readonly longest?: number } = {}): Reader<string> {
  const read = text(options);
  return (node, key, log) => {
    if (isScalar(node)) warnOfHash(node, key, log);
    return read(node, key, log);
  };
}

const LOST = /^[ \t]{1,40}(#[^\s#][^\n\r]*)/;

/** YAML drops what follows ` #`, and doesn't say so. */
function warnOfHash(node: Scalar, key: string, log: Log): void {
  const [start, end] = node.range ?? [0, 0, 0];
  if (node.type !== "PLAIN") return;
  const { text: source } = log.source;
  const lost = LOST.exec(source.slice(end, end + 400));
  if (lost === null) return;
  const value = source.slice(start, end);
  const whole = `${value} ${lost[1]?.trim()}`;
  const edit = { start, end: end + lost[0].length, text: JSON.stringify(whole) };
  const message = `YAML drops everything after \`#\`, so \`${key}\` is just "${shown(value)}". Quotes keep it: \`${key}: ${shown(edit.text)}\`.`;
  log.advice(start, message, [edit]);
}

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

/** Text to the letter, also an empty one or one that ends with a space. */
export function verbatim(longest: number): Reader<string> {
  return (node, key, log) => {
    if (isScalar(node) && typeof node.value === "string") return node.value.slice(0, longest);
    return notText(node, key, log);
  };
}

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

/** True for nothing, and for quotation marks with nothing in them. */
export function isEmpty(node: Node): boolean {
  return isAbsent(node) || (isScalar(node) && String(node.value ?? "").trim() === "");
}

/** True where a key has nothing after its colon, or says `null`. */
export function isAbsent(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  return isScalar(node) && node.type === "PLAIN" && ["", "~", "null"].includes(String(node.value ?? ""));
}
