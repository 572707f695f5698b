import type { Problem } from "../../model/problem.js";
import { lineStarts, lineText, positionAt } from "../../text/lines.js";
import { applyEdits, type Edit } from "./edits.js";
import { mayBeOffered } from "./say.js";

/** The text of a file, and the text that was parsed: the same lines, with slips of the keyboard mended. */
export interface Source {
  readonly original: string;
  readonly text: string;
  /** From an offset in `text` to the one in `original`. */
  readonly toOriginal: (offset: number) => number;
}

interface Note {
  /** In the parsed text. */
  readonly at: number;
  readonly severity: Problem["severity"];
  readonly message: string;
  /** In the parsed text. The line as it should be is made of every fix on it. */
  readonly fix?: readonly Edit[];
}

/** Collects what is off; a note made twice at one place is one. */
export interface Log {
  readonly advice: (at: number, message: string, fix?: readonly Edit[]) => void;
  readonly error: (at: number, message: string, fix?: readonly Edit[]) => void;
  /** The line, from 1, of an offset in the parsed text. */
  readonly lineOf: (at: number) => number;
  readonly source: Source;
}

/** Something that was mended before parsing. Offsets are in the text as it was. */
export interface Mended {
  readonly at: number;
  readonly message: string;
  /** The mend reaches over several lines, so no one line is the line as it should be. */
  readonly spans: boolean;
}

/** A log for one file, and the problems in it, sorted by line. */
export function problemLog(source: Source): { readonly log: Log; readonly problems: Done } {
  const notes: Note[] = [];
  const starts = lineStarts(source.text);
  const note = (severity: Problem["severity"]) => (at: number, message: string, fix?: readonly Edit[]) => {
    notes.push({ at, severity, message, ...(fix === undefined ? {} : { fix }) });
  };
  const lineOf = (at: number) => positionAt(starts, at).line;
  const log = {
    advice: note("advice"),
    error: note("error"),
    lineOf,
    source,
  };
  return {
    log,
    problems: (mended, broken) => {
      const isTold = ({ at }: Note, number: number) => broken === null || number === 0 || at < broken.part;
      const isMended = ({ at }: Mended) => broken === null || at < source.toOriginal(broken.error);
      const told = notes.filter(isTold);
      return sorted([...fromNotes(told, source), ...fromMends(told, mended.filter(isMended), source)]);
    },
  };
}

/**
 * `broken` is where the parser lost its way, in the parsed text, and where the part of the file begins that this makes
 * doubtful. It was noted first, and what else was noted from there on only follows from it.
 */
type Done = (
  mended: readonly Mended[],
  broken: { readonly error: number; readonly part: number } | null,
) => readonly Problem[];

function fromNotes(notes: readonly Note[], source: Source): readonly Problem[] {
  const lines = replacements(notes, source);
  const originalStarts = lineStarts(source.original);
  return notes.map(({ at, severity, message, fix }) => {
    const offset = Math.min(source.toOriginal(at), source.original.length);
    const { line, column } = positionAt(originalStarts, offset);
    const replacement = fix === undefined ? undefined : lines(fix);
    return { line, column, severity, message, ...(replacement === undefined ? {} : { replacement }) };
  });
}

/** The whole line as it should be, with every fix that falls on it; nothing for a fix that spans lines. */
function replacements(notes: readonly Note[], { text }: Source): (fix: readonly Edit[]) => string | undefined {
  const starts = lineStarts(text);
  const byLine = new Map<number, Edit[]>();
  for (const edit of notes.flatMap(({ fix }) => fix ?? [])) {
    const { line } = positionAt(starts, edit.start);
    const others = byLine.get(line);
    if (others === undefined) byLine.set(line, [edit]);
    else others.push(edit);
  }
  return (fix) => {
    const lines = new Set(
      fix.flatMap(({ start, end }) => [positionAt(starts, start).line, positionAt(starts, end).line]),
    );
    const [line] = lines;
    if (line === undefined || lines.size > 1) return undefined;
    const start = starts[line - 1] ?? 0;
    const local = (byLine.get(line) ?? []).map((e) => ({ ...e, start: e.start - start, end: e.end - start }));
    const whole = applyEdits(lineText(text, starts, line), local).trimEnd();
    return mayBeOffered(whole) ? whole : undefined;
  };
}

/** One slip gives one message: where the value itself is a mistake, that is said and not how it was written. */
function fromMends(notes: readonly Note[], mended: readonly Mended[], source: Source): readonly Problem[] {
  const starts = lineStarts(source.text);
  const originalStarts = lineStarts(source.original);
  const wrong = new Set(
    notes.filter(({ severity }) => severity === "error").map(({ at }) => positionAt(starts, at).line),
  );
  const told = new Set(notes.map(({ at }) => source.toOriginal(at)));
  const fixes = replacements(notes, source);
  return mended.flatMap(({ at, message, spans }): readonly Problem[] => {
    const { line, column } = positionAt(originalStarts, at);
    if (wrong.has(line) || told.has(at)) return [];
    const start = starts[line - 1] ?? 0;
    const replacement = spans ? undefined : fixes([{ start, end: start, text: "" }]);
    return [{ line, column, severity: "advice", message, ...(replacement === undefined ? {} : { replacement }) }];
  });
}

function sorted(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  const isNew = ({ line, column, message }: Problem) => {
    const key = `${line}:${column}:${message}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column).filter(isNew);
}
