import type { Annotation } from "../model/plan.js";
import type { Verdict } from "../model/verdict.js";
import { OUTCOMES, type Outcome } from "../model/vocabulary.js";
import { fromRoot, type ReportContext } from "./context.js";
import { visible } from "./escape/visible.js";
import { commandData, commandProperty } from "./escape/workflow-command.js";
import { type Item, itemsOf } from "./items.js";
import { plural } from "./words.js";
import { clip } from "./wrap.js";

/** A runner shows so many annotations of each level per step, and drops the rest without a word. */
export const MOST_PER_LEVEL = 10;
/** The checks API takes so many per request. */
export const MOST_PER_REQUEST = 50;

const LONGEST_TITLE = 255;
const LONGEST_MESSAGE = 4_000;

/** A note is in the summary and marks no line: quiet by default. */
const LEVELS = { stop: "failure", handoff: "warning", advice: "notice", note: null } as const satisfies Record<
  Outcome,
  Annotation["level"] | null
>;

/** One annotation per thing to tell, the most pressing first, then what is off in the manifest. */
export function annotationsOf(verdict: Verdict, context: ReportContext = {}): readonly Annotation[] {
  const found = [...OUTCOMES].reverse().flatMap((outcome) => {
    const level = LEVELS[outcome];
    return level === null ? [] : itemsOf(verdict.judged, outcome).map((item) => annotation(item, level));
  });
  return [...found, ...manifestAnnotations(verdict)].map((one) => ({ ...one, path: fromRoot(one.path, context) }));
}

function annotation({ finding, places }: Item, level: Annotation["level"]): Annotation {
  const { location } = finding;
  const also = places.length > 1 ? ` Also in ${plural(places.length - 1, "more place")}.` : "";
  const inCell = location.cell === undefined ? "" : `Cell ${location.cell}, line ${location.startLine}. `;
  return {
    path: location.path,
    ...linesOf(location),
    level,
    title: clip(visible(finding.message), LONGEST_TITLE),
    message: clip(visible(`${inCell}${finding.because.join(" ")}${also} Next: ${finding.remedy}`), LONGEST_MESSAGE),
  };
}

/** Lines of a notebook's cell are no lines of its file, and columns are taken only on a single line. */
function linesOf(location: Item["finding"]["location"]): Pick<Annotation, "startLine" | "endLine" | "startColumn"> {
  if (location.cell !== undefined) return { startLine: 1, endLine: 1 };
  const { startLine, endLine, startColumn, endColumn } = location;
  return { startLine, endLine, ...(startLine === endLine ? { startColumn, endColumn } : {}) };
}

function manifestAnnotations({ manifest: { path, problems } }: Verdict): readonly Annotation[] {
  if (path === null) return [];
  return problems.map(({ line, message, severity, replacement }) => ({
    path,
    startLine: line,
    endLine: line,
    level: severity === "error" ? "warning" : "notice",
    title: severity === "error" ? "We couldn't read this line" : "A small tip",
    message: visible(`${message}${replacement === undefined ? "" : ` Write: ${replacement}`}`).slice(
      0,
      LONGEST_MESSAGE,
    ),
  }));
}

const COMMANDS = { failure: "error", warning: "warning", notice: "notice" } as const satisfies Record<
  Annotation["level"],
  string
>;

/** The lines that make a runner show the annotations, at most {@link MOST_PER_LEVEL} of each level. */
export function workflowCommands(annotations: readonly Annotation[]): readonly string[] {
  const levels = Object.keys(COMMANDS) as Annotation["level"][];
  return levels.flatMap((level) =>
    annotations
      .filter((one) => one.level === level)
      .slice(0, MOST_PER_LEVEL)
      .map(command),
  );
}

function command({ level, path, startLine, endLine, startColumn, endColumn, title, message }: Annotation): string {
  const properties = { file: path, line: startLine, endLine, col: startColumn, endColumn, title };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${commandProperty(String(value))}`);
  return `::${COMMANDS[level]} ${written.join(",")}::${commandData(message)}`;
}
