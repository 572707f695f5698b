import { type GitHub, type RepositoryName, repositoryName } from "../github/client.js";
import { readVisibility } from "../github/repositories.js";
import type { Policy } from "../model/policy.js";
import { findRepositoryByName, type InventoryRow } from "../store/repositories.js";
import { type Application, clientFor, nameOf } from "./application.js";

/** Where Dev receives handoffs and requests, and the client that may write there. */
export interface Intake {
  readonly repository: RepositoryName;
  readonly github: GitHub;
  /** More people can see it than can see the experiment: then only a link may be written there. */
  readonly isGuarded: boolean;
}

/** The policy's intake; the experiment's own repository where there is none or where we can't get at it. */
export async function intakeFor(app: Application, from: InventoryRow, policy: Policy): Promise<Intake> {
  const github = await clientFor(app, from);
  const own: Intake = { repository: nameOf(from), github, isGuarded: false };
  const named = repositoryName(policy.dev["intake-repo"] ?? "");
  if (named === null) return own;
  const known = await findRepositoryByName(app.database.pool, named.owner, named.repo);
  const client = known === null ? github : await clientFor(app, known);
  const isPrivate = known?.private ?? (await readVisibility(client, named))?.private ?? null;
  if (isPrivate === null) {
    app.log.warn("The intake repository can't be found. Handoffs are opened in the experiment's own repository.");
    return own;
  }
  return { repository: named, github: client, isGuarded: from.private && !isPrivate };
}
