import type { Format, Test } from "../../../catalogue/deploy/kind.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import { option } from "../../../text/calls.js";
import { codeOf } from "../../../text/source-code.js";
import { entriesOf, entryOf, type Tree, textOf } from "../../../text/tree.js";
import { basename, dirname, pathsByName, resolvePath } from "./paths.js";
import { plainLinesOf } from "./view.js";

/** What a test is tried on: a file, and one of its documents where it has any. */
export interface Subject {
  readonly file: SourceFile;
  readonly format: Format;
  readonly tree: Tree | undefined;
  readonly surroundings: Surroundings;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

const MOST = 2000;

/** Where a test holds, or nothing. */
export function holds(test: Test, subject: Subject): Place | null {
  if ("all" in test) return every(test.all, subject);
  if ("any" in test) return some(test.any, subject);
  if ("not" in test) return holds(test.not, subject) === null ? { start: 0, end: 0 } : null;
  if ("has" in test) return nodesAt(subject.tree, test.has)[0] ?? null;
  if ("at" in test) return valueAt(test, subject);
  if ("block" in test) return labels(subject, test.block).find(({ key }) => isLabelled(key, test)) ?? null;
  if ("everyBlock" in test) return everyLabel(test.everyBlock, test.labelled, subject);
  if ("section" in test) return sectionAt(test.section, subject);
  if ("line" in test) return lineMatching(test.line, subject.file);
  if ("call" in test) return callOf(test, subject.file);
  if ("imports" in test) return importOf(test.imports, subject.file);
  if ("path" in test) return test.path.test(subject.file.path) ? { start: 0, end: 0 } : null;
  return isBeside(test.beside, subject) ? { start: 0, end: 0 } : null;
}

/** Where the first part holds that stands somewhere. */
function every(tests: readonly Test[], subject: Subject): Place | null {
  let found: Place | null = null;
  for (const test of tests) {
    const place = holds(test, subject);
    if (place === null) return null;
    if (found === null || (found.end === 0 && place.end > 0)) found = place;
  }
  return found;
}

function some(tests: readonly Test[], subject: Subject): Place | null {
  for (const test of tests) {
    const place = holds(test, subject);
    if (place !== null) return place;
  }
  return null;
}

/** A node with the key that led to it. */
export type Keyed = Tree & { readonly key: string };

interface Step {
  readonly tree: Tree;
  readonly key: string;
}

/** Every node at a place: keys joined by dots, `*` for any one step, `**` for any number of them, `&` for a dot in a key. */
export function nodesAt(tree: Tree | undefined, place: string): readonly Keyed[] {
  if (tree === undefined) return [];
  let nodes: readonly Step[] = [{ tree, key: "" }];
  for (const step of stepsOf(place)) {
    nodes = step === "**" ? nodes.flatMap(below) : step === "*" ? nodes.flatMap(children) : entriesAt(nodes, step);
    if (nodes.length === 0) return NONE;
    if (nodes.length > MOST) nodes = nodes.slice(0, MOST);
  }
  return nodes.map((node) => ({ ...node.tree, key: node.key }));
}

const NONE: readonly Keyed[] = [];
const STEPS = new Map<string, readonly string[]>();

/** Places are the catalogue's, so there are few. */
function stepsOf(place: string): readonly string[] {
  const known = STEPS.get(place) ?? place.split(".").map((part) => part.replaceAll("&", "."));
  STEPS.set(place, known);
  return known;
}

function entriesAt(nodes: readonly Step[], key: string): readonly Step[] {
  const found: Step[] = [];
  for (const { tree } of nodes) {
    const entry = entryOf(tree, key);
    if (entry !== undefined) found.push({ tree: entry.value, key });
  }
  return found;
}

function children({ tree, key: own }: Step): readonly Step[] {
  if (tree.kind === "list") return tree.items.map((item) => ({ tree: item, key: own }));
  return entriesOf(tree).map(({ key, value }) => ({ tree: value, key }));
}

function below(node: Step): readonly Step[] {
  const found: Step[] = [node];
  for (let i = 0; i < found.length && found.length < MOST; i++) found.push(...children(found[i] as Step));
  return found;
}

function valueAt(test: Extract<Test, { at: string }>, subject: Subject): Place | null {
  const matches = (value: string) =>
    "is" in test
      ? test.is.some((word) => word.toLowerCase() === value.toLowerCase())
      : test.matches.test(value.slice(0, 2000));
  const found = nodesAt(subject.tree, test.at).find((node) => {
    const text = textOf(node);
    return text !== undefined && matches(text.value);
  });
  return found ?? null;
}

function labels(subject: Subject, block: string): readonly Keyed[] {
  return nodesAt(subject.tree, `${block}.*`);
}

function isLabelled(label: string, { labelled, except }: Extract<Test, { block: string }>): boolean {
  return startsWith(label, labelled) && (except === undefined || (label.includes("_") && !startsWith(label, except)));
}

function startsWith(label: string, prefixes: readonly string[] | undefined): boolean {
  return prefixes === undefined || prefixes.some((prefix) => label.startsWith(prefix));
}

function everyLabel(block: string, prefixes: readonly string[], subject: Subject): Place | null {
  const all = labels(subject, block);
  return all.length > 0 && all.every(({ key }) => startsWith(key, prefixes)) ? (all[0] ?? null) : null;
}

function sectionAt(place: string, subject: Subject): Place | null {
  return nodesAt(subject.tree, place)[0] ?? null;
}

function lineMatching(pattern: RegExp, file: SourceFile): Place | null {
  const found = plainLinesOf(file).find(({ text }) => pattern.test(text));
  return found === undefined ? null : { start: found.start, end: found.start + found.text.trimEnd().length };
}

function callOf(test: Extract<Test, { call: readonly string[] }>, file: SourceFile): Place | null {
  const code = codeOf(file);
  const wanted = test.option === undefined ? null : new Set([test.option]);
  const found = code.calls.find((call) => {
    if (!test.call.some((name) => call.callee === name || call.callee.endsWith(`.${name}`))) return false;
    if (wanted === null) return true;
    const value = option(code.tokens, call.from, call.to, wanted);
    const said = value?.literal ?? value?.name ?? "";
    return value !== null && (test.value === undefined || test.value.includes(said));
  });
  return found === undefined ? null : { start: found.start, end: found.end };
}

function importOf(packages: readonly string[], file: SourceFile): Place | null {
  const { imports } = codeOf(file);
  return packages.some((name) => imports.has(name)) ? { start: 0, end: 0 } : null;
}

function isBeside(name: string, { file, surroundings }: Subject): boolean {
  if (name.startsWith("**/")) return (pathsByName(surroundings).get(name.slice(3).toLowerCase()) ?? []).length > 0;
  const folder = dirname(file.path);
  if (!name.includes("*")) return surroundings.paths.has(resolvePath(folder, name) ?? name);
  const ending = name.slice(name.indexOf("*") + 1).toLowerCase();
  return [...pathsByFolder(surroundings, folder)].some((path) => basename(path).toLowerCase().endsWith(ending));
}

function pathsByFolder(surroundings: Surroundings, folder: string): readonly string[] {
  return pathsByName(surroundings).get(`${folder}/`) ?? [];
}
