import type { GitHub } from "../github/client.js";
import { isTeamMember } from "../github/people.js";
import { approvers, pullsOfCommit } from "../github/pulls.js";
import type { Manifest } from "../model/manifest.js";
import type { Policy } from "../model/policy.js";
import { waiverKey } from "../policy/waivers.js";
import { record } from "../store/audit.js";
import { transaction } from "../store/database.js";
import { approveWaiver, judgements } from "../store/judgements.js";
import type { InventoryRow } from "../store/repositories.js";
import { type Application, nameOf } from "./application.js";

/**
 * A waiver counts when members of the rule's approver team approved the change that brought it to the default branch.
 * What the file says of an approval is only a claim; the reviews are asked for.
 */
export async function noteApprovals(
  app: Application,
  github: GitHub,
  repository: InventoryRow,
  { manifest, policy, commit }: { readonly manifest: Manifest; readonly policy: Policy; readonly commit: string },
): Promise<void> {
  const { approvedWaivers } = await judgements(app.database.pool, repository.id);
  const waiting = manifest.waivers.filter((waiver) => !approvedWaivers.has(waiverKey(waiver)));
  if (waiting.length === 0) return;
  const [pull] = await pullsOfCommit(github, nameOf(repository), commit);
  if (pull === undefined) return;
  const people = await approvers(github, nameOf(repository), pull);
  for (const waiver of waiting) {
    const team = policy.waivers.approvers[waiver.rule] ?? policy.dev.team;
    if (team === undefined) continue;
    const members: string[] = [];
    for (const login of people) if (await isTeamMember(github, team, login)) members.push(login);
    if (members.length < policy.waivers.approvals) continue;
    await transaction(app.database, async (sql) => {
      await approveWaiver(sql, repository.id, waiverKey(waiver), members.join(", "));
      const detail = { rule: waiver.rule, expires: waiver.expires, pull };
      await record(sql, {
        at: app.now(),
        repositoryId: repository.id,
        actor: members.join(", "),
        action: "waiver-approved",
        detail,
      });
    });
  }
}
