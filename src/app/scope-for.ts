import type { GitHub } from "../github/client.js";
import { Lru } from "../github/lru.js";
import { isTeamsOwn } from "../github/repositories.js";
import type { Policy } from "../model/policy.js";
import type { InventoryRow } from "../store/repositories.js";
import { type Application, nameOf } from "./application.js";
import { type Scope, scopeOf } from "./scope.js";

const DAY = 86_400_000;
const answers = new Lru<{ readonly own: boolean; readonly until: number }>(20_000);

/** The scope, teams included: GitHub is asked about those once a day per repository, and only when nothing else tells. */
export async function scopeFor(
  app: Application,
  repository: InventoryRow,
  policy: Policy,
  github: () => Promise<GitHub>,
): Promise<Scope> {
  const scope = scopeOf(repository, policy);
  if (scope.kind !== "ours") return scope;
  for (const team of policy.scope.exempt.teams)
    if (await looksAfter(app, team, repository, github))
      return { kind: "exempt", because: "Dev looks after this repository." };
  return scope;
}

async function looksAfter(
  app: Application,
  team: string,
  repository: InventoryRow,
  github: () => Promise<GitHub>,
): Promise<boolean> {
  const key = `${team}\0${repository.id}`;
  const now = app.now().getTime();
  const known = answers.get(key);
  if (known !== undefined && known.until > now) return known.own;
  const own = await isTeamsOwn(await github(), team, nameOf(repository));
  answers.set(key, { own, until: now + DAY });
  return own;
}
