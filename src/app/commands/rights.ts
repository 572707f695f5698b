import type { GitHub } from "../../github/client.js";
import { atLeast, isTeamMember, type Permission, permissionOf } from "../../github/people.js";
import type { Policy } from "../../model/policy.js";
import type { Family } from "../../model/vocabulary.js";
import type { InventoryRow } from "../../store/repositories.js";
import { nameOf } from "../application.js";

/** Who may do a thing, asked of GitHub at this moment. Nothing that a payload or a label says counts. */
export interface Right {
  readonly allowed: boolean;
  /** Who can, for a kind refusal. */
  readonly who: string;
}

export interface Asker {
  readonly actor: string;
  readonly github: GitHub;
  readonly repository: InventoryRow;
  readonly policy: Policy;
}

export async function mayInRepository({ actor, github, repository }: Asker, least: Permission): Promise<Right> {
  const permission = await permissionOf(github, nameOf(repository), actor);
  return { allowed: atLeast(permission, least), who: WORDS[least] };
}

const WORDS: Readonly<Record<Permission, string>> = {
  none: "anybody",
  read: "anybody who can see this repository",
  triage: "anybody with the triage or write role here",
  write: "anybody who can write to the experiment's repository",
  maintain: "a maintainer of this repository",
  admin: "an administrator of this repository",
};

/** A member of the Dev team. Where the policy names none: a maintainer of the repository. */
export async function isDev(asker: Asker): Promise<Right> {
  const team = asker.policy.dev.team;
  if (team === undefined) return mayInRepository(asker, "maintain");
  return { allowed: await isTeamMember(asker.github, team, asker.actor), who: `a member of \`${team}\`` };
}

/** A member of the team that may approve exceptions of this kind; without one: Dev. */
export async function mayApprove(asker: Asker, family: Family, ruleId: string): Promise<Right> {
  const { approvers } = asker.policy.waivers;
  const team = approvers[ruleId] ?? approvers[family];
  if (team === undefined) return isDev(asker);
  return { allowed: await isTeamMember(asker.github, team, asker.actor), who: `a member of \`${team}\`` };
}

export async function either(first: Right, second: () => Promise<Right>): Promise<Right> {
  if (first.allowed) return first;
  const other = await second();
  return { allowed: other.allowed, who: `${first.who}, or ${other.who}` };
}
