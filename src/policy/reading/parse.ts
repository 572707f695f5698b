import {
  type Document,
  isMap,
  isScalar,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLParseError,
} from "yaml";
import type { Problem } from "../../model/problem.js";
import { fileText, type KindFile } from "./file.js";
import type { Keys } from "./line-shape.js";
import { type Log, problemLog } from "./log.js";
import { type Mending, mend } from "./mend.js";
import { hasBullets } from "./mend-bullets.js";

/** What the file holds, as nodes with places. Every scalar is text: what it means is for the field to say. */
export interface Parsed {
  /** Nothing where the file is empty or holds no `key: value` lines. */
  readonly root: YAMLMap.Parsed | null;
  /** There is a part of the file that the parser could not make sense of. */
  readonly isBroken: boolean;
  readonly isEmpty: boolean;
  readonly log: Log;
  /** To be asked once everything was said. */
  readonly problems: () => readonly Problem[];
}

const OPTIONS = {
  version: "1.2",
  schema: "failsafe",
  strict: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

/** Far deeper than any of our files has a reason to be, far shallower than what upsets a recursive reader. */
const DEEPEST = 40;

function tooDeep(): never {
  throw new RangeError("nested too deeply");
}

type Read = Document.Parsed<ParsedNode>;

/** Parses kindly and never throws. */
export function parse(file: KindFile, keys: Keys): Parsed {
  const content = fileText(file);
  if (content.kind === "unusable") return unusable(content.problem);
  const original = content.text;
  const straight = original.replace(/\r(?!\n)/g, "\n").replaceAll("\u00a0", " ");
  const { text: first, second } = firstDocument(straight);
  const asIs = attempt(first);
  const mending = asIs === null || trouble(asIs, first) > 0 ? mend(first, keys) : null;
  const again = mending === null || mending.mended.length === 0 ? null : attempt(mending.text);
  const isBetter = again !== null && (asIs === null || trouble(again, mending?.text ?? "") < trouble(asIs, first));
  const { text, mended, toOriginal }: Mending = isBetter && mending !== null ? mending : asItIs(first);
  const { log, problems } = problemLog({ original, text, toOriginal });
  const document = isBetter ? again : asIs;
  const judged = judge(document, log);
  if (second !== null) {
    log.advice(text.length, "A second part starts here with `---`. We read only what stands above it.");
  }
  return { ...judged, log, problems: () => problems(mended, brokenFrom(document)) };
}

function asItIs(text: string): Mending {
  return { text, mended: [], toOriginal: (offset) => offset };
}

/** Where the parser lost its way, and where the part of the file begins that this makes doubtful. */
function brokenFrom(document: Read | null): { readonly error: number; readonly part: number } | null {
  if (document === null) return { error: 0, part: 0 };
  const error = firstError(document)?.pos[0];
  if (error === undefined) return null;
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const starts = pairs.map(({ key }) => key.range[0]).filter((start) => start <= error);
  return { error, part: starts.at(-1) ?? error };
}

function unusable(problem: Problem): Parsed {
  const { log } = problemLog({ original: "", text: "", toOriginal: () => 0 });
  return { root: null, isBroken: true, isEmpty: false, log, problems: () => [problem] };
}

/** Nothing where the parser itself gave up, on nesting that is too deep. */
function attempt(text: string): Read | null {
  try {
    const document = parseDocument(text, OPTIONS) as Read;
    visit(document, { Collection: (_, __, path) => (path.length > DEEPEST ? tooDeep() : undefined) });
    return document;
  } catch {
    return null;
  }
}

/** What speaks for mending. Aliases and bullets count: in these files a `*` is text, and a bullet wants to be a dash. */
function trouble(document: Read, text: string): number {
  const noMap = document.contents !== null && !isMap(document.contents) && !isNothing(document.contents);
  const signs = [noMap, text.includes("*") && hasAlias(document), hasBullets(text)].filter(Boolean).length;
  return 4 * (document.errors.length + document.warnings.length) + signs;
}

function hasAlias(document: Read): boolean {
  let found = false;
  const Alias = () => {
    found = true;
    return visit.BREAK;
  };
  visit(document, { Alias });
  return found;
}

function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && (node.value === null || node.value === "");
}

function judge(document: Read | null, log: Log): Pick<Parsed, "root" | "isBroken" | "isEmpty"> {
  if (document === null) {
    log.error(0, "This file is nested too deeply for us to read, so nothing in it was read.");
    return { root: null, isBroken: true, isEmpty: false };
  }
  const { contents } = document;
  const first = firstError(document);
  if (first !== undefined) log.error(first.pos[0], unreadable(first.code));
  if (isMap(contents)) return { root: contents, isBroken: first !== undefined, isEmpty: false };
  const isEmpty = contents === null || isNothing(contents);
  if (!isEmpty && first === undefined) {
    log.error(
      contents.range[0],
      "We couldn't find lines like `owner: maria-lopez` here: a word, a colon, a space, and then the value.",
    );
  }
  return { root: null, isBroken: !isEmpty || first !== undefined, isEmpty };
}

function firstError({ errors }: Read): YAMLParseError | undefined {
  return [...errors].sort((a, b) => a.pos[0] - b.pos[0])[0];
}

function unreadable(code: string): string {
  if (code === "TAB_AS_INDENT") return "This line starts with a tab. Please use two spaces instead.";
  if (code === "BAD_INDENT") return "We couldn't read this line: its spaces at the start don't fit the lines above.";
  return "We couldn't read this line. Each line is a word, a colon, a space and a value; text with special characters goes in quotes.";
}

/** The text up to a second `---`, and where that is, unless nothing follows it. */
function firstDocument(text: string): { readonly text: string; readonly second: number | null } {
  let hasContent = false;
  let offset = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const isMarker = /^(?:---|\.\.\.)(?:\s|$)/.test(line);
    if (isMarker && hasContent) {
      const rest = text.slice(offset).replace(/^(?:---|\.\.\.|[ \t]*#.*)$/gm, "");
      return { text: text.slice(0, offset), second: rest.trim() === "" ? null : offset };
    }
    hasContent ||= !isMarker && !/^(?:\s*(?:#|$)|%)/.test(line);
    offset += line.length;
  }
  return { text, second: null };
}
