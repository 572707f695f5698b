import type { Policy } from "../model/policy.js";
import type { InventoryRow } from "../store/repositories.js";
import { anyGlob } from "../text/globs.js";

/**
 * `ours`: checked. `exempt`: somebody may have made the check required there, so it reports success. `outside`: the
 * organisation does not want us there, and nothing is sent at all.
 */
export type Scope =
  | { readonly kind: "ours" }
  | { readonly kind: "exempt"; readonly because: string }
  | { readonly kind: "outside" };

type Described = Pick<
  InventoryRow,
  "owner" | "name" | "topics" | "properties" | "archived" | "fork" | "notExperimentBy"
>;

/** From what a payload says alone, without asking GitHub. Teams are asked about separately: {@link exemptTeams}. */
export function scopeOf(repository: Described, { scope: { include, exempt } }: Policy): Scope {
  const { name, owner, topics, properties, archived, fork, notExperimentBy } = repository;
  const named = (globs: readonly string[]) =>
    globs.length > 0 && (anyGlob(globs)(name) || anyGlob(globs)(`${owner}/${name}`));
  if (!named(include)) return { kind: "outside" };
  if (archived && exempt.archived) return { kind: "outside" };
  if (notExperimentBy !== null)
    return { kind: "exempt", because: "this repository was marked as not an AI experiment." };
  if (fork && exempt.forks) return { kind: "exempt", because: "this repository is a fork." };
  if (named(exempt.repos)) return { kind: "exempt", because: "the organisation's policy leaves this repository out." };
  if (topics.some((topic) => exempt.topics.includes(topic)))
    return { kind: "exempt", because: "its topics say that Dev looks after it." };
  const property = Object.entries(exempt.properties).find(([key, value]) => properties[key] === value);
  if (property !== undefined) return { kind: "exempt", because: "its properties say that Dev looks after it." };
  return { kind: "ours" };
}
