import { Minimatch } from "minimatch";
import { addTo } from "./groups.js";

/** One set of options everywhere: dot files count, case does not, and a pattern is never a comment or a negation. */
const OPTIONS = {
  dot: true,
  nocase: true,
  nocomment: true,
  nonegate: true,
  platform: "linux",
  braceExpandMax: 64,
} as const;
const LONGEST = 256;
/** `**` + `/*.ext` and `**` + `/name`, the two forms that need no pattern matcher. */
const BY_ENDING = /^\*\*\/\*(\.[\w.-]+)$/;
const BY_NAME = /^\*\*\/([\w.-]+)$/;
const MAGIC = /[*?[\]{}()!+@\\]/;
const PLAIN = /^[\w./-]*$/;

export type PathTest = (path: string) => boolean;

/** Many sets of globs, asked together. */
export interface GlobIndex {
  /** Calls `hit` with the number of each set in which a glob matches the path; a number may come more than once. */
  readonly match: (path: string, hit: (set: number) => void) => void;
}

/** A glob that needs a pattern, with the plain words that a path must begin with, hold, and end with to be worth a try. */
interface Other {
  readonly sets: number[];
  readonly prefix: string;
  readonly inside: string;
  readonly suffix: string;
  readonly matches: PathTest;
}

/** A test that holds when any of the globs matches the path. A glob over 256 characters matches nothing. */
export function anyGlob(globs: readonly string[]): PathTest {
  const all = globs.filter(({ length }) => length <= LONGEST).flatMap(expandBraces);
  const simple = simpleTest(all.filter(isSimple));
  const others = all.filter((glob) => !isSimple(glob)).map(testOf);
  return (path) => simple(path) || others.some((matches) => matches(path));
}

/**
 * Words, lower case, of which at least one is in whatever a glob matches, without regard to case. Nothing where a glob
 * has no plain part.
 */
export function wordsOfGlobs(globs: readonly string[]): readonly string[] | null {
  const words = globs
    .filter(({ length }) => length <= LONGEST)
    .flatMap(expandBraces)
    .map((glob) => longestOf([plainInside(glob), ...Object.values(plainEnds(glob))]));
  return words.includes("") ? null : [...new Set(words)];
}

const longestOf = (parts: readonly string[]): string =>
  parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");

export function globIndex(sets: readonly (readonly string[])[]): GlobIndex {
  const endings = new Map<string, number[]>();
  const names = new Map<string, number[]>();
  const others = new Map<string, Other>();
  for (const [set, globs] of sets.entries()) {
    for (const glob of globs.filter(({ length }) => length <= LONGEST).flatMap(expandBraces)) {
      const ending = BY_ENDING.exec(glob)?.[1];
      const name = BY_NAME.exec(glob)?.[1];
      if (ending !== undefined) addTo(endings, ending.toLowerCase(), set);
      else if (name !== undefined) addTo(names, name.toLowerCase(), set);
      else addOther(others, glob, set);
    }
  }
  const rest = byEnding([...others.values()]);
  return { match: (path, hit) => match({ endings, names, rest }, path, hit) };
}

/** Where a glob ends in `.yml`, only paths that end so are tried; under the empty ending are those that may end in anything. */
function byEnding(others: readonly Other[]): ReadonlyMap<string, readonly Other[]> {
  const found = new Map<string, Other[]>();
  for (const other of others) addTo(found, endingOf(other.suffix), other);
  return found;
}

/** From the last dot of the name. */
function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.includes(".") ? name.slice(name.lastIndexOf(".")) : "";
}

interface Index {
  readonly endings: ReadonlyMap<string, readonly number[]>;
  readonly names: ReadonlyMap<string, readonly number[]>;
  readonly rest: ReadonlyMap<string, readonly Other[]>;
}

function match({ endings, names, rest }: Index, path: string, hit: (set: number) => void): void {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf("/") + 1);
  names.get(name)?.forEach(hit);
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
    endings.get(dot === 0 ? name : name.slice(dot))?.forEach(hit);
  }
  const ending = endingOf(name);
  tryAll(rest.get("") ?? [], path, lower, hit);
  if (ending !== "") tryAll(rest.get(ending) ?? [], path, lower, hit);
}

function tryAll(others: readonly Other[], path: string, lower: string, hit: (set: number) => void): void {
  for (const { sets, prefix, inside, suffix, matches } of others) {
    if (lower.endsWith(suffix) && lower.startsWith(prefix) && lower.includes(inside) && matches(path))
      sets.forEach(hit);
  }
}

function addOther(others: Map<string, Other>, glob: string, set: number): void {
  const known = others.get(glob);
  if (known === undefined)
    others.set(glob, { ...plainEnds(glob), inside: plainInside(glob), sets: [set], matches: testOf(glob) });
  else known.sets.push(set);
}

/** Made when the first path comes that may match: most globs of most runs never see one. */
function testOf(glob: string): PathTest {
  let test: PathTest | undefined;
  return (path) => {
    test ??= isSimple(glob) ? simpleTest([glob]) : matcherTest(glob);
    return test(path);
  };
}

function matcherTest(glob: string): PathTest {
  const matcher = new Minimatch(glob, OPTIONS);
  return (path) => matcher.match(path);
}

/**
 * Words with at most two stars in each, below any folder or from the root, with any folders at one place between them:
 * most globs are, and take one short pattern.
 */
function isSimple(glob: string): boolean {
  const [first = "", second, ...more] = glob.replace(ANYWHERE, "").split(BETWEEN);
  const parts = [first, ...(second === undefined ? [] : [second])].flatMap((side) => side.split("/"));
  return (
    more.length === 0 &&
    parts.every((part) => /^[\w.*-]*$/.test(part) && /\w/.test(part) && !/\*\*|\*.*\*.*\*/.test(part))
  );
}

const ANYWHERE = /^\*\*\//;
const BETWEEN = "/**/";

/**
 * A first look for what {@link anyGlob} matches, in one text of many paths that each follow a tab and end with a zero: it
 * comes upon each of them, and upon a few others.
 */
export function firstLook(globs: readonly string[]): RegExp {
  const all = globs.filter(({ length }) => length <= LONGEST).flatMap(expandBraces);
  if (!all.every(isSimple)) return /\t/g;
  const parts = all.map(sourceOf).map(({ start, look }) => IN_TEXT[start] + look);
  return new RegExp(`(?:${parts.join("|")})\\0`, "gi");
}

/** One pattern for all of them, so that a hundred globs cost a path little more than one does. */
function simpleTest(globs: readonly string[]): PathTest {
  if (globs.length === 0) return () => false;
  const byStart = new Map<string, string[]>();
  for (const { start, rest } of globs.map(sourceOf)) addTo(byStart, start, rest);
  const pattern = [...byStart].map(([start, rests]) => `${start}(?:${rests.join("|")})$`).join("|");
  const test = new RegExp(pattern, "i");
  return (path) => test.test(path);
}

/** Where a pattern may start in a path, and what that is in a text of paths. */
const IN_TEXT = { "": "", "^": "\\t", "(?:^|/)": "[\\t/]" } as const;

interface Source {
  /** Where the pattern may start in a path. */
  readonly start: keyof typeof IN_TEXT;
  /** What follows, up to the end of the path. */
  readonly rest: string;
  /** What follows in a text of paths, at least. */
  readonly look: string;
}

/** A simple glob as a pattern. */
function sourceOf(glob: string): Source {
  const ending = BY_ENDING.exec(glob)?.[1];
  if (ending !== undefined) return { start: "", rest: literal(ending), look: literal(ending) };
  const start = ANYWHERE.test(glob) ? "(?:^|/)" : "^";
  const sides = glob.replace(ANYWHERE, "").split(BETWEEN);
  const [first = "", last] = sides.map((side) => literal(side).replaceAll("*", "[^/]*"));
  const look = first.replaceAll("[^", "[^\\0");
  if (last === undefined) return { start, rest: first, look };
  const whole = `${first}/(?:[^]*/)?${last}`;
  // The end is looked at first: otherwise every place where the pattern may start would be followed to the end.
  const rest = start === "^" ? whole : `${last}(?=$)(?<=(?:^|/)${whole})`;
  return { start, rest, look: `${look}/[^\\0]*` };
}

function literal(text: string): string {
  return text.replace(/[.-]/g, "\\$&");
}

/** The longest part between the stars of a simple glob. */
function plainInside(glob: string): string {
  if (!isSimple(glob)) return "";
  return longestOf(glob.replace(ANYWHERE, "").toLowerCase().split("*"));
}

/** What stands before the first and after the last special character; nothing where the matcher would tidy it up. */
function plainEnds(glob: string): { readonly prefix: string; readonly suffix: string } {
  if (/\\|\/\/|\.\/|\.\.|\/$/.test(glob)) return { prefix: "", suffix: "" };
  const lower = glob.toLowerCase();
  const first = lower.search(MAGIC);
  const prefix = first < 0 ? lower : lower.slice(0, first);
  // `**/x` matches `x` too, so the slash after the stars is no part of what must be there.
  const suffix = (/[^*?[\]{}()!+@\\]*$/.exec(lower)?.[0] ?? "").replace(/^\//, "");
  return { prefix: PLAIN.test(prefix) ? prefix : "", suffix: PLAIN.test(suffix) ? suffix : "" };
}

/** `**` + `/*.{yml,yaml}` becomes two globs; one group of plain words at a time, and nothing for more than 64. */
function expandBraces(glob: string): readonly string[] {
  let globs: readonly string[] = [glob];
  for (;;) {
    const next = globs.flatMap(expandFirst);
    if (next.length === globs.length) return globs;
    if (next.length > OPTIONS.braceExpandMax) return [glob];
    globs = next;
  }
}

function expandFirst(glob: string): readonly string[] {
  const parts = /^([^{}\\]*)\{([\w.-]*(?:,[\w.-]*)+)\}(.*)$/s.exec(glob);
  if (parts === null || /\.\./.test(parts[2] ?? "")) return [glob];
  return (parts[2] ?? "").split(",").map((word) => `${parts[1]}${word}${parts[3]}`);
}
