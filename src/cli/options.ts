import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageProblem } from "./exit.js";
import { nearest } from "./nearest.js";

/** The options of one command: each a word, or `true` for one without a value. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface Parsed {
  readonly values: Values;
  readonly names: readonly string[];
}

export type OptionTable = NonNullable<ParseArgsConfig["options"]>;

const HELP: OptionTable = { help: { type: "boolean", short: "h" } };

/** Reads a command's arguments. Throws a {@link UsageProblem} with the nearest option for a wrong one. */
export function readArguments(args: readonly string[], options: OptionTable, most: number): Parsed {
  const known = { ...HELP, ...options };
  const { tokens } = parseArgs({
    args: [...args],
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = known[token.name];
    if (option === undefined) throw unknownOption(token.rawName, Object.keys(known));
    const missing = option.type === "string" && (token.value === undefined || token.value === "");
    if (missing) throw new UsageProblem(`${token.rawName} needs a value.`);
    if (option.type === "boolean" && token.value !== undefined)
      throw new UsageProblem(`${token.rawName} takes no value.`);
  }
  const { values, positionals } = parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true });
  const extra = positionals[most];
  if (extra !== undefined) throw new UsageProblem(`There is one name too many: ${JSON.stringify(extra)}.`);
  return { values: values as Values, names: positionals };
}

function unknownOption(raw: string, known: readonly string[]): UsageProblem {
  const near = nearest(raw.replace(/^-+/, ""), known);
  return new UsageProblem(`There is no option ${raw}.`, near === null ? undefined : `Did you mean --${near}?`);
}

/** The value of an option, or nothing where it was not given. */
export function text(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** The value of an option that takes one of a few words. */
export function choice<T extends string>(values: Values, name: string, words: readonly T[]): T | undefined {
  const value = text(values, name);
  if (value === undefined) return undefined;
  const word = words.find((one) => one === value);
  if (word === undefined) {
    throw new UsageProblem(`--${name} ${JSON.stringify(value)} is not one of ${words.join(", ")}.`);
  }
  return word;
}

/** The instant that an option names, as `2026-11-24` or with a time. */
export function instant(values: Values, name: string): Date | undefined {
  const value = text(values, name);
  if (value === undefined) return undefined;
  const date = new Date(value);
  const shape = /^\d{4}-\d{2}-\d{2}(T[\d:.]{5,12}(Z|[+-]\d{2}:?\d{2})?)?$/;
  if (!shape.test(value) || Number.isNaN(date.getTime()) || !sameDay(value, date)) {
    throw new UsageProblem(`--${name} ${JSON.stringify(value)} is not a date.`, `Write it as 2026-11-24.`);
  }
  return date;
}

/** JavaScript makes the 31st of a shorter month the first of the next one. */
function sameDay(value: string, date: Date): boolean {
  return value.length > 10 || date.toISOString().startsWith(value);
}
