import type { DeployKind, EnvironmentPlace } from "../../../catalogue/deploy/kind.js";
import type { Match, Unread } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import type { DeployLevel } from "../../../model/vocabulary.js";
import { linesOf, positionAt } from "../../../text/lines.js";
import { oncePer } from "../../../text/memo.js";
import { isTestPath } from "../../../text/path-roles.js";
import { scalarsByKey, type Tree, textOf } from "../../../text/tree.js";
import { hasKeyword, kindsAt } from "./could-be.js";
import { couldHold } from "./could-hold.js";
import { environmentLeg, factLegs, folderLegs, nameLegs, namespaceLeg } from "./environment.js";
import { type Recognised, reportKind } from "./kind-report.js";
import { higher, type Leg, levelFrom } from "./leg.js";
import { type Applied, appliersOf, repositoryOf } from "./repository.js";
import { holds, nodesAt, type Place, type Subject } from "./tests.js";
import { parsedAs } from "./view.js";

const MOST_DOCUMENTS = 50;

/** Whether a file is of a kind of the catalogue, and how far it reaches. */
export function recogniseKind(kind: DeployKind, file: SourceFile, surroundings: Surroundings): Recognised | null {
  return kindsAt(file).has(kind) ? recognise(kind, file, surroundings) : null;
}

/** The same where the path is known to fit. Words first: most files are never parsed. */
function recognise(kind: DeployKind, file: SourceFile, surroundings: Surroundings): Recognised | null {
  if (!couldHold(kind.confirm, file.text) || !hasKeyword(kind, file)) return null;
  const trees: readonly (Tree | undefined)[] = treesFor(kind, file);
  const subjects = trees
    .slice(0, MOST_DOCUMENTS)
    .map((tree): Subject => ({ file, format: kind.format, tree, surroundings }));
  const confirmed = subjects.flatMap((subject) => {
    const place = holds(kind.confirm, subject);
    return place === null ? [] : [{ subject, place }];
  });
  const [first] = confirmed;
  if (first === undefined) return null;
  const legs = [
    ...confirmed.flatMap(({ subject }) => documentLegs(kind, subject)),
    ...fileLegs(kind, file, surroundings),
  ];
  const raised = confirmed.flatMap(({ subject }) => raises(kind, subject));
  const own = raised.map(({ to }) => to).reduce(higher, kind.level as DeployLevel);
  const level = levelFrom(
    own === "L0" && legs.some(({ role }) => role === "production") && isSettings(kind) ? "L2" : own,
    legs,
  );
  const place = anchor(first.place, file);
  return { kind, level, legs: unique([...raised.map(({ leg }) => leg), ...legs]), place, count: confirmed.length };
}

/** A kind that only ever stays on the computer is known, and never reported. */
export const isReported = ({ level, raise = [] }: DeployKind): boolean => level !== "L0" || raise.length > 0;

/** Settings do nothing alone; the ones of production reach as far as what they are settings for. */
const isSettings = ({ id }: DeployKind) => /-values$/.test(id);

function treesFor({ format }: DeployKind, file: SourceFile): readonly (Tree | undefined)[] {
  return format === "text" || format === "code" ? [undefined] : parsedAs(file, format).documents;
}

function raises(kind: DeployKind, subject: Subject): readonly { readonly to: DeployLevel; readonly leg: Leg }[] {
  return (kind.raise ?? []).flatMap(({ when, to, says }) => {
    const place = holds(when, subject);
    return place === null
      ? []
      : [{ to, leg: { role: to === "L3" ? "production" : "deploys", says, ...spot(place) } as const }];
  });
}

const spot = ({ start, end }: Place): Place => ({ start, end });

function documentLegs(kind: DeployKind, subject: Subject): readonly Leg[] {
  const signs = (list: DeployKind["local"], role: "local" | "hint") =>
    (list ?? []).flatMap(({ when, says }): readonly Leg[] => {
      const place = holds(when, subject);
      return place === null ? [] : [{ role, says, ...spot(place) }];
    });
  const named = (kind.environment ?? []).flatMap((place) => placeLegs(place, subject));
  return [...signs(kind.local, "local"), ...signs(kind.hints, "hint"), ...named];
}

function placeLegs(place: EnvironmentPlace, { tree, surroundings: { production } }: Subject): readonly Leg[] {
  if (typeof place === "string") return [];
  const nodes = "at" in place ? nodesAt(tree, place.at) : scalarsAt(tree, place.key);
  const what = lastKeyOf(place);
  return nodes.slice(0, 50).flatMap((node): readonly Leg[] => {
    const text = "kind" in node ? textOf(node) : node;
    if (text === undefined || text.value.length > 200) return [];
    const at = spot(text);
    const leg =
      what === "namespace"
        ? namespaceLeg(text.value, at, production)
        : environmentLeg(text.value, what, at, production);
    return leg === null ? [] : [leg];
  });
}

/** The last key of a place that is a name. */
const lastKeyOf = oncePer((place: Exclude<EnvironmentPlace, string>) =>
  "at" in place ? place.at.replace(/^.*\.(?=[^.*])/, "").replace(/\.\*$/, "") : place.key,
);

const scalarsAt = (tree: Tree | undefined, key: string) =>
  (tree === undefined ? undefined : scalarsByKey(tree).get(key)) ?? [];

function fileLegs(kind: DeployKind, file: SourceFile, surroundings: Surroundings): readonly Leg[] {
  const { production } = surroundings;
  const places: readonly EnvironmentPlace[] = kind.environment ?? [];
  const folders = places.includes("path") ? folderLegs(file.path, production) : [];
  const name = places.includes("name") ? nameLegs(file.path, production) : [];
  return [
    ...name,
    ...(name.length === 0 ? folders : []),
    ...factLegs(file, production),
    ...appliedLegs(kind, file, surroundings),
  ];
}

function appliedLegs(kind: DeployKind, file: SourceFile, surroundings: Surroundings): readonly Leg[] {
  if (kind.appliedBy === undefined || isSettings(kind)) return [];
  const [first] = appliersOf(file.path, kind.appliedBy, repositoryOf(surroundings));
  if (first === undefined || first.how === "by hand") return [];
  const says =
    first.how === "pull" ? `a cluster fetches it by itself, as ${first.by} says` : `${first.by} puts it to work`;
  return [{ role: "applied", says, start: 0, end: 0 }, ...placedLegs(first, surroundings)];
}

/** Where the one that puts it to work says that it goes. */
function placedLegs({ by, places }: Applied, { production }: Surroundings): readonly Leg[] {
  const at = { start: 0, end: 0 };
  const legs = places.flatMap((place) => environmentLeg(place, `${by} names`, at, production) ?? []);
  return legs.filter(({ role }) => role === "production").slice(0, 1);
}

/** A place without a text is the beginning of the file. */
function anchor({ start, end }: Place, { text }: SourceFile): Place {
  if (end > start) return { start, end: Math.min(end, start + 200) };
  const line = text.search(/\S/);
  if (line < 0) return { start: 0, end: 0 };
  const stop = text.indexOf("\n", line);
  return { start: line, end: Math.min(stop < 0 ? text.length : stop, line + 200) };
}

function unique(legs: readonly Leg[]): readonly Leg[] {
  return [...new Map(legs.map((leg) => [`${leg.role} ${leg.says}`, leg])).values()];
}

/** The findings for the kinds of one rule in one file. */
export function kindMatches(
  kinds: readonly DeployKind[],
  file: SourceFile,
  surroundings: Surroundings,
): readonly (Match | Unread)[] {
  const fitting = kindsAt(file);
  const here = kinds.filter((kind) => fitting.has(kind));
  const found = here.flatMap((kind) => recognise(kind, file, surroundings) ?? []);
  return found.length > 0 ? found.flatMap((one) => reportKind(one, file)) : unread(here, file);
}

/** A file that by its name or its words can only be one of ours, and that can't be read, is said. */
function unread(kinds: readonly DeployKind[], file: SourceFile): readonly Unread[] {
  const kind = kinds.find((one) => (one.telling === true || isByName(one)) && hasKeyword(one, file));
  if (kind === undefined || isTestPath(file.path)) return [];
  const { problem, documents } = parsedAs(file, kind.format);
  if (problem === null || documents.length > 0) return [];
  const { line } = positionAt(linesOf(file), problem.offset);
  const where = `We could not read this file (line ${line}: ${problem.message})`;
  return [{ gap: `${where}, so we can't say whether it deploys anything.` }];
}

const isByName = ({ paths, level }: DeployKind) =>
  level !== "L0" && level !== "L1" && paths.every((path) => !path.includes("*."));
