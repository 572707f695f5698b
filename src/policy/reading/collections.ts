import { isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap } from "yaml";
import type { Log } from "./log.js";
import { quote } from "./say.js";
import { isAbsent, isEmpty, type Reader, startOf, type Word, wordOf } from "./scalars.js";
import { fold, nearest } from "./words.js";

export interface ListOptions {
  /** What separates entries on one line without brackets. */
  readonly split?: RegExp;
  /** `none` is a word of this list's own, and not an empty list. */
  readonly noneIsAWord?: boolean;
}

/**
 * A list. One value where a list is meant is a list of one; `none` is an empty one; an unusable entry is left out.
 * Nothing comes back where there were entries and none of them could be used.
 */
export function listOf<T>(item: Reader<T>, { split, noneIsAWord = false }: ListOptions = {}): Reader<readonly T[]> {
  return (node, key, log) => {
    const entries = isSeq(node)
      ? (node.items as readonly Node[])
      : split === undefined
        ? [node]
        : partsOf(node, split, log);
    const meant = entries.filter((entry) => !isEmpty(entry) && (noneIsAWord || !isNone(entry)));
    const values = meant.map((entry) => item(entry, key, log)).filter((value) => value !== undefined);
    return values.length === 0 && meant.length > 0 ? undefined : values;
  };
}

function isNone(node: Node): boolean {
  return isScalar(node) && ["none", "nothing", "n-a", "-"].includes(fold(String(node.value ?? "")));
}

/** `a, b` on one line, without brackets: each part with its own place. */
function partsOf(node: Node, split: RegExp, log: Log): readonly Node[] {
  const [start, end] = node.range ?? [0, 0];
  const source = log.source.text.slice(start, end);
  if (!isScalar(node) || node.type !== Scalar.PLAIN || source !== node.value) return [node];
  const round = /^\((.{0,2000})\)$/s.test(source) ? 1 : 0;
  const gaps = [...source.matchAll(new RegExp(split, "g"))].map(
    ({ index, 0: gap }) => [index, index + gap.length] as const,
  );
  const edges = [round, ...gaps.flat(), source.length - round];
  const parts = edges.flatMap((from, i) =>
    i % 2 === 0 ? (part(source, from, edges[i + 1] ?? from, start) ?? []) : [],
  );
  if (parts.length < 2 && round === 0) return parts.length === 0 ? [node] : parts;
  const separators = gaps.map(([from, to]) => ({ start: start + from, end: start + to, text: ", " }));
  const brackets = [{ start, end: start + round, text: "[" }, ...separators, { start: end - round, end, text: "]" }];
  log.advice(start, `We read this as a list of ${parts.length}. Lists go in square brackets.`, brackets);
  return parts;
}

function part(source: string, from: number, to: number, offset: number): Scalar | null {
  const text = source.slice(from, to);
  if (text.trim() === "") return null;
  const start = offset + from + text.length - text.trimStart().length;
  const end = start + text.trim().length;
  return Object.assign(new Scalar(text.trim()), { type: Scalar.PLAIN, range: [start, end, end] });
}

/** Commas between texts of any kind. */
export const COMMAS = /\s{0,20}[,;]\s{0,20}/;
/** Commas, and the other ways to put words of ours side by side. */
export const AND = /\s{0,20}[,;+&]\s{0,20}|\s{1,20}and\s{1,20}/;

type Fields = Readonly<Record<string, Reader<unknown>>>;
type Values<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Reader<infer T> ? T : never };

export interface Rec<F extends Fields> {
  /** What could be read. */
  readonly values: Values<F>;
  /** Fields that stand there and could not be used; that was said. */
  readonly told: ReadonlySet<string>;
  /** Every field that stands there, read or not. */
  readonly places: ReadonlyMap<string, Place>;
}

export interface Place {
  /** Where the key is. */
  readonly at: number;
  /** The value, where it is one text. */
  readonly word: Word | null;
}

export interface RecordOptions {
  /** Other names people use for a field. */
  readonly aka?: Readonly<Record<string, string>>;
  /** Keys that begin with `x-` are people's own. */
  readonly own?: boolean;
}

/** Reads the known fields of a block. What is unknown is advice, and never in the way. */
export function readRecord<F extends Fields>(node: YAMLMap, fields: F, log: Log, options: RecordOptions = {}): Rec<F> {
  const places = new Map<string, Place>();
  const values: [string, unknown][] = [];
  const told = new Set<string>();
  for (const { key, pair, at } of named(node, Object.keys(fields), log, options)) {
    const { value } = pair;
    places.set(key, { at, word: isScalar(value) ? wordOf(value, log) : null });
    const read = fields[key];
    if (isAbsent(value)) sayWhatIsLost(value, key, log);
    if (read === undefined || isAbsent(value)) continue;
    const result = read(value as Node, key, log);
    if (result !== undefined) values.push([key, result]);
    else if (!isEmpty(value as Node)) told.add(key);
  }
  return { values: Object.fromEntries(values) as Values<F>, told, places };
}

/** `handoff: #57` is empty for YAML. */
function sayWhatIsLost(value: unknown, key: string, log: Log): void {
  if (!isScalar(value)) return;
  const at = startOf(value);
  const lost = /^[ \t]{0,40}(#[^\s#][^\n\r]{0,200})/.exec(log.source.text.slice(at, at + 250))?.[1];
  if (lost === undefined) return;
  log.advice(
    at,
    `YAML drops everything after \`#\`, so \`${key}\` is empty. Quotes keep it: ${quote(`${key}: "${lost}"`)}.`,
  );
}

/** The same, for a block within a block. */
export function record<F extends Fields>(fields: F, options: RecordOptions = {}): Reader<Values<F>> {
  return (node, key, log) => {
    if (isMap(node)) return readRecord(node, fields, log, options).values;
    log.error(startOf(node), `\`${key}\` is a block of lines of its own, such as \`${Object.keys(fields)[0]}: …\`.`);
    return undefined;
  };
}

/** A block whose keys are people's own words. */
export function mapOf<T>(item: Reader<T>, toKey: Reader<string> = asWritten): Reader<Readonly<Record<string, T>>> {
  return (node, key, log) => {
    if (!isMap(node)) {
      log.error(startOf(node), `\`${key}\` is a block of lines of its own, each a word, a colon and a value.`);
      return undefined;
    }
    const entries = node.items.flatMap((pair) => {
      const name = toKey(pair.key as Node, key, log);
      if (name === undefined || name === "__proto__" || isAbsent(pair.value)) return [];
      const value = item(pair.value as Node, name, log);
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(entries);
  };
}

const asWritten: Reader<string> = (node, _, log) => wordOf(node, log)?.text || undefined;

export interface Named {
  readonly key: string;
  readonly pair: Pair;
  readonly at: number;
}

/** Each pair under the name of the field it means, once. */
export function named(node: YAMLMap, known: readonly string[], log: Log, options: RecordOptions): readonly Named[] {
  const aliases = new Map(Object.entries(options.aka ?? {}));
  const folded = node.items.map((pair) => ({ pair, name: keyName(pair, log), at: startOf(pair.key as Node) }));
  const written = new Set(
    folded.flatMap(({ name }) => (name === null || !known.includes(fold(name)) ? [] : [fold(name)])),
  );
  const found = new Map<string, Named>();
  for (const { pair, name, at } of folded) {
    const key = name === null ? null : meant(name, at, { known, aliases, written, log, own: options.own === true });
    if (name === null) log.advice(at, "We couldn't read what stands before the colon here, so we left it out.");
    if (key === null) continue;
    const earlier = found.get(key);
    if (earlier === undefined) found.set(key, { key, pair, at });
    else
      log.advice(
        at,
        `\`${key}\` is here twice. We used the one on line ${log.lineOf(earlier.at)}; please keep only one.`,
      );
  }
  return [...found.values()];
}

function keyName({ key }: Pair, log: Log): string | null {
  return isScalar(key) ? wordOf(key, log)?.text.replace(/:{1,9}$/, "") || null : null;
}

interface Keys {
  readonly known: readonly string[];
  readonly aliases: ReadonlyMap<string, string>;
  /** Fields that stand there under their own name. */
  readonly written: ReadonlySet<string>;
  readonly own: boolean;
  readonly log: Log;
}

/** The field that a key means, or nothing where it means none of ours. */
function meant(name: string, at: number, { known, aliases, written, own, log }: Keys): string | null {
  const folded = fold(name);
  if (known.includes(folded)) return folded;
  if (own && /^x-/i.test(name)) return null;
  const alias = aliases.get(folded);
  const other = alias ?? nearest(folded, known);
  if (other === null || other === undefined) {
    log.advice(at, `We don't know ${quote(name)}, so it has no effect here.`);
    return null;
  }
  const fix = [{ start: at, end: at + name.length, text: other }];
  if (written.has(other)) {
    log.advice(
      at,
      `We don't know ${quote(name)}. Did you mean \`${other}\`? That is here already, so this line has no effect.`,
    );
    return null;
  }
  const message =
    alias === undefined
      ? `We don't know ${quote(name)}. Did you mean \`${other}\`? We read it that way for now.`
      : `We read ${quote(name)} as \`${other}\`. If that's right, there's nothing to do.`;
  log.advice(at, message, fix);
  return other;
}
