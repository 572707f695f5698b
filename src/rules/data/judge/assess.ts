import type { Sensitivity } from "../../../catalogue/data/columns.js";
import type { DataOutcome } from "../../../model/finding.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import type { Table } from "../../../text/tables/table.js";
import { type Column, columnsOf } from "../columns/columns.js";
import { agreement, shapes } from "../evidence/agreement.js";
import { dirt } from "../evidence/dirt.js";
import type { Cluster, Evidence } from "../evidence/evidence.js";
import { generator } from "../evidence/generator.js";
import { geography } from "../evidence/geography.js";
import { identifiers } from "../evidence/identifiers.js";
import { mail } from "../evidence/mail.js";
import { names } from "../evidence/names.js";
import { declaration, organization } from "../evidence/organization.js";
import { beside, exportOf, provenance, publicSetOf } from "../evidence/provenance.js";
import { reserved } from "../evidence/reserved.js";
import { time } from "../evidence/time.js";
import { type Person, peopleOf } from "../people/people.js";
import { partsOf } from "./clusters.js";
import { REAL, type Weighed, weigh } from "./combine.js";

/** What was made of one table. */
export interface Judgement {
  readonly outcome: DataOutcome;
  readonly table: Table;
  readonly columns: readonly Column[];
  /** Different people who could be reached or named; in the whole table, also where only a part of it was looked at. */
  readonly people: number;
  /** How many of them the score is about: all, or those of the part that looks most real. */
  readonly judged: number;
  readonly sensitivity: Sensitivity;
  readonly weighed: Weighed;
  readonly exportedFrom: string | null;
  readonly publicSet: string | null;
  /** One of the people, picked so that adding rows rarely changes it; it goes into a keyed hash and nowhere else. */
  readonly mark: string;
}

/** A part was picked because it stands out: it has to stand out further. */
const REAL_PART = REAL + 1;
const SYNTHETIC = -2;
const FAMILIES = 2;
const HIGHER: readonly Sensitivity[] = ["government", "health", "special", "money", "credential"];

/** What is known of a table before anybody is asked what the organisation or the manifest says. */
export function assess(table: Table, file: SourceFile, surroundings: Surroundings): Judgement | null {
  const columns = columnsOf(table);
  if (!columns.some(({ isPersons, sensitivity }) => isPersons || sensitivity === "contact")) return null;
  const own = new Set(surroundings.organization.emailDomains.map((domain) => domain.toLowerCase()));
  const people = peopleOf(table, columns, own);
  if (!people.some(({ key, isMadeUp }) => key !== "" || isMadeUp)) return null;
  const keys = keysOf(people);
  const whole: Cluster = { table, columns, people: keys.size >= 10 ? people.filter(({ key }) => key !== "") : people };
  const about = [...reserved({ table, columns, people: firstOfEach(people) }), ...aboutFile(whole, file, surroundings)];
  const sensitivity = highest(columns);
  const publicSet = publicSetOf(table);
  const decision = lazy(() => decide(whole, people, about));
  return {
    get outcome() {
      return publicSet === null ? outcomeOf(decision(), keys.size) : "public";
    },
    table,
    columns,
    people: scaled(keys.size, table),
    get judged() {
      const { real, main } = decision();
      return real === null || real === main ? scaled(keys.size, table) : keysOf(real.cluster.people).size;
    },
    sensitivity,
    get weighed() {
      const { real, main } = decision();
      return (real ?? main).weighed();
    },
    exportedFrom: exportOf(table),
    publicSet,
    mark: markOf(keys),
  };
}

/** Weighing is most of the work, and most tables have too little in them for anybody to ask. */
function lazy<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

interface Candidate {
  readonly cluster: Cluster;
  readonly weighed: () => Weighed;
}

interface Decision {
  readonly main: Candidate;
  /** What is known of the file settles that the rows are made up. */
  readonly isMarked: boolean;
  /** All of the table, or the first part, that looks real. */
  readonly real: Candidate | null;
}

function decide(whole: Cluster, people: readonly Person[], about: readonly Evidence[]): Decision {
  const candidate = (cluster: Cluster): Candidate => ({
    cluster,
    weighed: lazy(() => weigh([...softened(about, cluster), ...evidenceOf(cluster)])),
  });
  const main = candidate(whole);
  const isMarked = softened(about, whole).some(({ isHard }) => isHard === true);
  if (!isMarked && isReal(main.weighed(), REAL)) return { main, isMarked, real: main };
  for (const part of partsOf(people)) {
    const one = candidate({ ...whole, people: part });
    if (isReal(one.weighed(), REAL_PART)) return { main, isMarked, real: one };
  }
  return { main, isMarked, real: null };
}

const keysOf = (people: readonly Person[]): ReadonlySet<string> =>
  new Set(people.map(({ key }) => key).filter((key) => key !== ""));

/** What the rows themselves say. Somebody who is in many rows counts once, but for when and how the rows were written. */
export function evidenceOf(cluster: Cluster): readonly Evidence[] {
  const once = { ...cluster, people: firstOfEach(cluster.people) };
  return [
    ...[mail, names, agreement, shapes, organization, generator].flatMap((look) => look(once)),
    ...[geography, time, identifiers, dirt].flatMap((look) => look(cluster)),
  ];
}

function firstOfEach(people: readonly Person[]): readonly Person[] {
  const seen = new Set<string>();
  return people.filter(({ key, email, phone, row }) => {
    const who = key || email || phone || String(row);
    if (seen.has(who)) return false;
    seen.add(who);
    return true;
  });
}

/** The evidence in a table's rows, for fitting and measuring. \`ownDomains\` are the organisation's. */
export function assessable(table: Table, ownDomains: readonly string[]): readonly Evidence[] {
  const columns = columnsOf(table);
  const people = peopleOf(table, columns, new Set(ownDomains));
  return [...reserved({ table, columns, people: firstOfEach(people) }), ...evidenceOf({ table, columns, people })];
}

function aboutFile(cluster: Cluster, file: SourceFile, surroundings: Surroundings): readonly Evidence[] {
  return [
    ...provenance(cluster, file.path, file.text),
    ...beside(file, surroundings),
    ...declaration(file.path, surroundings.declared),
  ];
}

/** That other rows have reserved addresses says less about a larger part that has none. */
function softened(about: readonly Evidence[], { people }: Cluster): readonly Evidence[] {
  if (people.length < 20 || people.some(({ isMadeUp }) => isMadeUp)) return about;
  return about.map(
    (one): Evidence =>
      one.family === "reserved" ? { family: one.family, value: one.value * 0.3, n: one.n, says: one.says } : one,
  );
}

const isReal = (weighed: Weighed, least: number): boolean =>
  weighed.score >= least && weighed.positive >= FAMILIES && !weighed.isHardMarked;

function outcomeOf({ real, isMarked, main }: Decision, people: number): DataOutcome {
  if (real !== null) return "looks-real";
  if (isMarked || people === 0) return "synthetic";
  return main.weighed().score <= SYNTHETIC || main.weighed().isHardMarked ? "synthetic" : "cannot-tell";
}

function highest(columns: readonly Column[]): Sensitivity {
  return HIGHER.find((level) => columns.some(({ sensitivity }) => sensitivity === level)) ?? "contact";
}

/** Where only a sample of the rows was read, the count stands for all of them. */
function scaled(count: number, { total, rows }: Table): number {
  return rows.length === 0 || total <= rows.length * 1.02 ? count : Math.round((count * total) / rows.length);
}

function markOf(keys: ReadonlySet<string>): string {
  let least = "";
  for (const key of keys) if (least === "" || key < least) least = key;
  return least;
}

/** True where Dev should know: ten people who can be reached, or one with something of a higher class. */
export function isHandoff(judgement: Judgement): boolean {
  const least = HIGHER.includes(judgement.sensitivity) ? 1 : 10;
  return judgement.people >= least && judgement.outcome === "looks-real" && judgement.judged >= least;
}

export const isHigher = (sensitivity: Sensitivity): boolean => HIGHER.includes(sensitivity);
export type { Person };
