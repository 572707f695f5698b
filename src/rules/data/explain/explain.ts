import type { Subject } from "../../../model/finding.js";
import type { DataKind } from "../../../model/manifest.js";
import type { Match } from "../../../model/rule.js";
import type { Judgement } from "../judge/assess.js";

/** Reasons that are told, at most, in either direction. */
const TOLD = 5;
const WORTH_TELLING = 0.2;

/** How many people, in which kinds of columns, and what speaks for and against: counts and shapes, never a value. */
export function becauseOf(judgement: Judgement): readonly string[] {
  const { weighed, exportedFrom } = judgement;
  const told = [...weighed.reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const pro = told.filter(({ weight }) => weight >= WORTH_TELLING).slice(0, TOLD);
  const con = told.filter(({ weight }) => weight <= -WORTH_TELLING).slice(0, TOLD);
  return [
    `${counted(judgement)} in the columns ${columnList(judgement)}.`,
    `For real people: ${list(pro.map(({ says }) => says))}.`,
    `Against: ${list(con.map(({ says }) => says))}.`,
    ...(exportedFrom === null || [...pro, ...con].some(({ says }) => says.includes(exportedFrom))
      ? []
      : [`The header is that of a ${exportedFrom} export.`]),
  ];
}

export function counted({ people, judged }: Judgement): string {
  if (judged < people * 0.9) return `${people} people, ${judged} of them in a part that stands out,`;
  return people === 1 ? "1 person" : `${people} people`;
}

const list = (parts: readonly string[]): string => (parts.length === 0 ? "none" : parts.join("; "));

/** The kinds of the columns in our own words: a header is never quoted, it may hold data. */
export function columnList({ columns }: Judgement): string {
  const told = columns
    .filter(({ sensitivity, kind }) => sensitivity !== "none" || kind === "postal")
    .map(({ kind }) => kind.replace("-", " "));
  const words = [...new Set(told)];
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

const KINDS: Readonly<Record<string, DataKind>> = {
  contact: "personal",
  behaviour: "personal",
  government: "regulated",
  health: "health",
  special: "personal",
  credential: "credentials",
};

/** The manifest's words for what is in the table. */
export function dataKindsOf({ columns, exportedFrom }: Judgement): readonly DataKind[] {
  const kinds = columns.flatMap(({ kind, sensitivity }): readonly DataKind[] => {
    if (kind === "salary") return ["employee", "financial"];
    if (kind === "card" || kind === "card-code") return ["payment"];
    if (sensitivity === "money") return ["financial"];
    const word = KINDS[sensitivity];
    return word === undefined ? [] : [word];
  });
  const isStaff =
    exportedFrom === "Workday" || exportedFrom === "BambooHR" || columns.some(({ kind }) => kind === "job");
  return [
    ...new Set<DataKind>([
      "personal",
      ...(exportedFrom !== null && !isStaff ? (["customer"] as const) : []),
      ...(isStaff ? (["employee"] as const) : []),
      ...kinds,
    ]),
  ];
}

export function subjectOf(judgement: Judgement): Subject {
  return { kind: "data-set", outcome: judgement.outcome, people: judgement.people, dataKinds: dataKindsOf(judgement) };
}

/** What every finding about a table has in common. The evidence names kinds of columns and quotes nothing. */
export function matchOf(judgement: Judgement): Pick<Match, "range" | "evidence" | "identity" | "because" | "subject"> {
  const { table, columns } = judgement;
  return {
    range: [table.at, table.at],
    evidence: `columns: ${columnList(judgement)}`,
    identity: `${columns.map(({ kind }) => kind).join(",")}\0${judgement.mark}`,
    because: becauseOf(judgement),
    subject: subjectOf(judgement),
  };
}

/** The line that answers the one question, ready to paste. The path is the reader's own file. */
export function manifestLine(path: string): string {
  const plain = /^[\w./ -]{1,200}$/.test(path) ? path : "PATH";
  return `data: [{ paths: "${plain}", kind: made-up, source: "WHERE IT COMES FROM" }]`;
}
