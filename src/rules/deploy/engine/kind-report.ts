import type { DeployKind } from "../../../catalogue/deploy/kind.js";
import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { DeployLevel } from "../../../model/vocabulary.js";
import type { Leg } from "./leg.js";
import { basename, dirname } from "./paths.js";
import { matchesFor } from "./report.js";
import type { Place } from "./tests.js";

/** A kind of file that was recognised, with everything that was seen of it. */
export interface Recognised {
  readonly kind: DeployKind;
  readonly level: DeployLevel;
  readonly legs: readonly Leg[];
  readonly place: Place;
  readonly count: number;
}

/** What is said of it. */
export function reportKind({ kind, level, legs, place, count }: Recognised, file: SourceFile): readonly Match[] {
  const production = legs.find(({ role }) => role === "production");
  const environment = legs.find(({ environment }) => environment !== undefined)?.environment ?? "";
  return matchesFor({
    file,
    level,
    message: sentence(kind, level, production),
    why: kind.why,
    ...(kind.next === undefined ? {} : { next: kind.next }),
    legs: [...legs, ...(count > 1 ? [several(count)] : [])],
    missed: missing(kind, level, legs),
    ...place,
    identity: [kind.id, basename(dirname(file.path)), environment].join("|"),
  });
}

const several = (count: number): Leg => ({
  role: "deploys",
  says: `there are ${count} of them in this file`,
  start: 0,
  end: 0,
});

function sentence({ saw }: DeployKind, level: DeployLevel, production: Leg | undefined): string {
  if (level === "L3")
    return `This is ${saw}, and it is for production${production?.environment === undefined ? "" : ` ("${production.environment}")`}.`;
  return level === "L2" ? `This is ${saw}.` : `This is ${saw}; as far as we can see it is a demo for now.`;
}

function missing(kind: DeployKind, level: DeployLevel, legs: readonly Leg[]): readonly string[] {
  const applied = kind.appliedBy !== undefined && !legs.some(({ role }) => role === "applied");
  const local = (kind.local ?? []).length > 0;
  return [
    ...(applied ? ["a pipeline that puts it to work"] : []),
    ...(local ? ["a sign that it stays on your computer"] : []),
    ...(level === "L2" ? ["a sign that it is for production"] : []),
  ];
}
