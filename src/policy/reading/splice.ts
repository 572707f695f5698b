import { isCollection, isPair, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { Edit } from "./edits.js";
import type { Source } from "./log.js";
import { yamlText } from "./say.js";
import { startOf } from "./scalars.js";
import { fold } from "./words.js";

/** Edits of a YAML file that touch only what they are about. Each gives edits of the text as it was, or nothing. */

export type Entry = string | readonly Entry[] | { readonly [key: string]: Entry };

/** The value of a pair, set to one text in the quotation marks it had. Nothing for a value that is not one text. */
export function setText(source: Source, pair: Pair, value: string): readonly Edit[] | null {
  const node = pair.value;
  if (!isScalar(node) || node.anchor !== undefined || isBlockText(node)) return null;
  const [start, end] = node.range ?? [0, 0];
  const text = quotedAs(node, value);
  const space = start === end && !/\s$/.test(source.text.slice(0, start)) ? " " : "";
  const at = { start: source.toOriginal(start), end: source.toOriginal(end) };
  return [{ ...at, text: `${space}${text}${start === end && /^\S/.test(source.text.slice(end)) ? " " : ""}` }];
}

/** In the quotation marks that the old value had. */
function quotedAs({ type }: Scalar, value: string): string {
  if (type === Scalar.QUOTE_DOUBLE) return JSON.stringify(value);
  return type === Scalar.QUOTE_SINGLE && !/['\p{Cc}]/u.test(value) ? `'${value}'` : yamlText(value);
}

function isBlockText(node: Scalar): boolean {
  return node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
}

/** A new pair after another one of the same block; without one, before all of them. */
export function addPair(
  source: Source,
  map: YAMLMap,
  after: Pair | null,
  key: string,
  value: Entry,
): readonly Edit[] | null {
  const [first] = map.items;
  if (first === undefined) return null;
  const start = startOf(first.key as Node);
  if (map.flow === true) {
    const pair = `${key}: ${inBrackets(value)}`;
    return [after === null ? insert(source, start, `${pair}, `) : insert(source, endOf(after), `, ${pair}`)];
  }
  const indent = " ".repeat(columnOf(source, start));
  const lines = written(key, value, indent);
  if (after !== null) return [below(source, endOf(after), lines)];
  const newline = newlineOf(source);
  return [insert(source, start, `${lines.join(newline).slice(indent.length)}${newline}${indent}`)];
}

/** The first lines of a block that is empty so far. */
export function fillBlock(source: Source, pair: Pair, values: Readonly<Record<string, Entry>>): readonly Edit[] | null {
  const indent = " ".repeat(columnOf(source, startOf(pair.key as Node)) + 2);
  const lines = Object.entries(values).flatMap(([key, value]) => written(key, value, indent));
  return [below(source, endOf(pair), lines)];
}

/** One more entry of a list, however the list is written. */
export function addEntry(source: Source, pair: Pair, value: Entry): readonly Edit[] | null {
  const { value: node } = pair;
  if (isSeq(node)) return node.flow === true ? addInBrackets(source, node, value) : addDash(source, node, value);
  if (!isScalar(node) || node.anchor !== undefined || isBlockText(node)) return null;
  const [start, end] = node.range ?? [0, 0];
  const text = String(node.value ?? "");
  const isEmpty = text === "" || ["none", "nothing"].includes(fold(text));
  const old = isEmpty ? "" : `${asListed(source.text.slice(start, end), node)}, `;
  const space = start === end && !/\s$/.test(source.text.slice(0, start)) ? " " : "";
  const edit = { start: source.toOriginal(start), end: source.toOriginal(end) };
  return [{ ...edit, text: `${space}[${old}${inBrackets(value)}]` }];
}

/** `a, b` without brackets is read as two; in brackets it is. */
function asListed(written: string, node: Scalar): string {
  const isPlain = node.type === Scalar.PLAIN && !/[[\]{}\n]/.test(written);
  return isPlain || node.type !== Scalar.PLAIN ? written : JSON.stringify(node.value);
}

function addInBrackets(source: Source, list: YAMLSeq, value: Entry): readonly Edit[] {
  const last = list.items.at(-1);
  if (last === undefined) return [insert(source, startOf(list) + 1, inBrackets(value))];
  return [insert(source, endOf(last as Node), `, ${inBrackets(value)}`)];
}

function addDash(source: Source, list: YAMLSeq, value: Entry): readonly Edit[] | null {
  const last = list.items.at(-1);
  if (last === undefined) return null;
  const line = source.text.lastIndexOf("\n", startOf(list) - 1) + 1;
  const lead = /^[ \t]*/.exec(source.text.slice(line))?.[0] ?? "";
  return [below(source, endOf(last as Node), dashed(value, lead))];
}

/** Where a node or a pair ends: at its last character, without the lines and comments that follow. */
export function endOf(node: Node | Pair): number {
  if (isPair(node)) return isNode(node.value) && !isEmptyNode(node.value) ? endOf(node.value) : colonOf(node);
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (last !== undefined && last !== null) return endOf(last as Node | Pair);
  }
  return node.range?.[1] ?? 0;
}

function isNode(value: unknown): value is Node {
  return value !== null && value !== undefined;
}

function isEmptyNode(node: Node): boolean {
  return (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0);
}

function colonOf({ key, value }: Pair): number {
  return Math.max((key as Node).range?.[1] ?? 0, isNode(value) ? ((value as Node).range?.[0] ?? 0) : 0);
}

function insert(source: Source, at: number, text: string): Edit {
  const offset = source.toOriginal(at);
  return { start: offset, end: offset, text };
}

/** Lines below the one that holds this place, with the line ends that the file has. */
function below(source: Source, at: number, lines: readonly string[]): Edit {
  const { original } = source;
  let from = source.toOriginal(at);
  while (from > 0 && /[\r\n]/.test(original[from - 1] ?? "")) from--;
  const rest = /[\r\n]/.exec(original.slice(from));
  const end = rest === null ? original.length : from + rest.index;
  const newline = newlineOf(source);
  return { start: end, end, text: lines.map((line) => newline + line).join("") };
}

function newlineOf({ original }: Source): string {
  return /\r\n|\n|\r/.exec(original)?.[0] ?? "\n";
}

function columnOf({ text }: Source, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

function written(key: string, value: Entry, indent: string): readonly string[] {
  if (typeof value === "string") return [`${indent}${key}: ${yamlText(value)}`];
  if (isList(value)) {
    if (value.every((one) => typeof one === "string")) return [`${indent}${key}: ${inBrackets(value)}`];
    return [`${indent}${key}:`, ...value.flatMap((one) => dashed(one, `${indent}  `))];
  }
  return [`${indent}${key}:`, ...Object.entries(value).flatMap(([inner, one]) => written(inner, one, `${indent}  `))];
}

function dashed(value: Entry, indent: string): readonly string[] {
  if (typeof value === "string" || isList(value)) return [`${indent}- ${inBrackets(value)}`];
  return Object.entries(value).map(([key, one], i) => `${indent}${i === 0 ? "- " : "  "}${key}: ${inBrackets(one)}`);
}

function inBrackets(value: Entry): string {
  if (typeof value === "string") return yamlText(value, "list");
  if (isList(value)) return `[${value.map(inBrackets).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${inBrackets(one)}`)
    .join(", ")} }`;
}

function isList(value: Entry): value is readonly Entry[] {
  return Array.isArray(value);
}
