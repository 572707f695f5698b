import type { DeployLevel } from "../../../model/vocabulary.js";

/** One reason for a level, with its place. */
export interface Leg {
  readonly role: LegRole;
  /** Continues "line 3: ". */
  readonly says: string;
  readonly start: number;
  readonly end: number;
  /** The name of the environment, where one is named. */
  readonly environment?: string;
}

/**
 * `production` is one whole leg, `hint` half of one. `other` names an environment that is not production and takes
 * hints away. `local` takes everything away. `applied` says that something puts the file to work.
 */
export type LegRole = "deploys" | "production" | "hint" | "other" | "local" | "applied";

const ORDER: readonly DeployLevel[] = ["L0", "L1", "L2", "L3"];

export function higher(a: DeployLevel, b: DeployLevel): DeployLevel {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** Production needs two legs that do not depend on each other: that it deploys, and where to. */
export function levelFrom(own: DeployLevel, legs: readonly Leg[]): DeployLevel {
  const has = (role: LegRole) => legs.some((leg) => leg.role === role);
  if (has("local")) return "L0";
  const level = has("applied") ? higher(own, "L2") : own;
  if (level === "L0" || level === "L3") return level;
  if (has("production")) return "L3";
  const hints = new Set(legs.filter(({ role }) => role === "hint").map(({ says }) => says));
  return level === "L2" && hints.size >= 2 && !has("other") ? "L3" : level;
}
