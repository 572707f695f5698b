import { repositoryName } from "../../github/client.js";
import { createComment } from "../../github/comments.js";
import { findMarkedIssues, readIssue } from "../../github/issues.js";
import type { Policy } from "../../model/policy.js";
import { record } from "../../store/audit.js";
import { transaction } from "../../store/database.js";
import { handoffsIn, type StoredHandoff, updateHandoff } from "../../store/handoffs.js";
import { addJob } from "../../store/queue.js";
import { findRepository, type InventoryRow } from "../../store/repositories.js";
import { type Application, clientFor, self } from "../application.js";
import { handoffSubject } from "../handoff-key.js";
import { intakeFor } from "../intake.js";
import { factsJob } from "../routing.js";
import { isQuiet, workingDaysBetween } from "../working-days.js";

/** Handoffs that lost a webhook or a moment, and those that wait for an answer. */
export async function sweepHandoffs(app: Application, isDryRun: boolean): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const handoff of await handoffsIn(app.database.pool, ["intended", "open"])) {
    const repository = await findRepository(app.database.pool, handoff.repositoryId);
    if (repository === null) continue;
    const line =
      handoff.state === "intended"
        ? await findCreated(app, repository, handoff, isDryRun)
        : await lookAfter(app, repository, handoff, isDryRun);
    if (line !== null) lines.push(line);
  }
  return lines;
}

/** Meant and never noted: the issue may be there all the same, when we were stopped right after it was made. */
async function findCreated(
  app: Application,
  repository: InventoryRow,
  handoff: StoredHandoff,
  isDryRun: boolean,
): Promise<string | null> {
  const policy = await policyOf(app, repository);
  const intake = await intakeFor(app, repository, policy);
  const [issue] = await findMarkedIssues(intake.github, intake.repository, handoffSubject(handoff), await self(app));
  if (issue === undefined) return null;
  const name = `${intake.repository.owner}/${intake.repository.repo}`;
  if (!isDryRun)
    await updateHandoff(app.database.pool, handoff, { state: "open", intake: name, issueNumber: issue.number });
  return `Note ${name}#${issue.number} as the handoff of ${repository.owner}/${repository.name}.`;
}

async function lookAfter(
  app: Application,
  repository: InventoryRow,
  handoff: StoredHandoff,
  isDryRun: boolean,
): Promise<string | null> {
  const intake = repositoryName(handoff.intake ?? "");
  if (intake === null || handoff.issueNumber === null) return null;
  const github = await clientFor(app, repository);
  const issue = await readIssue(github, intake, handoff.issueNumber);
  const where = `${handoff.intake}#${handoff.issueNumber}`;
  if (issue === null || issue.state === "closed") {
    if (!isDryRun) await updateHandoff(app.database.pool, handoff, { state: "withdrawn" });
    if (!isDryRun && issue !== null) await addJob(app.database.pool, factsJob(handoff));
    return `Note ${where} as closed.`;
  }
  const policy = await policyOf(app, repository);
  if (handoff.waitsOn !== "dev" || !isReminderDue(app.now(), handoff, policy)) return null;
  if (isDryRun) return `Remind Dev of ${where}.`;
  await createComment(github, intake, issue.number, reminder(handoff.reminders, policy));
  await transaction(app.database, async (sql) => {
    await updateHandoff(sql, handoff, { reminders: handoff.reminders + 1 });
    const detail = { issue: handoff.issueNumber, number: handoff.reminders + 1 };
    await record(sql, { at: app.now(), repositoryId: repository.id, actor: null, action: "reminder", detail });
  });
  return `Remind Dev of ${where}.`;
}

const policyOf = async (app: Application, repository: InventoryRow) =>
  (await app.policies.of(repository.owner, () => clientFor(app, repository))).policy;

/** Dev first: after the promised days, then after five, then after ten working days. Three at most, on no quiet day. */
export function isReminderDue(now: Date, { waitsSince, reminders }: StoredHandoff, { handoff }: Policy): boolean {
  const quiet = handoff["quiet-days"];
  const promised = Number.parseInt(handoff["first-answer"], 10);
  const due = [promised, Math.max(5, promised + 3), Math.max(10, promised + 8)][reminders];
  return due !== undefined && !isQuiet(now, quiet) && workingDaysBetween(waitsSince, now, quiet) >= due;
}

/** The team is mentioned where it was promised to answer; a pull request's author never is. */
function reminder(sent: number, { dev }: Policy): string {
  const team = dev.team === undefined ? "Dev" : `@${dev.team}`;
  if (sent === 0)
    return `${team}, this handoff waits for a first answer. A few words are enough, or \`/not-now\` and the reason.`;
  return `${team}, this handoff still waits for an answer. Who could have a look?`;
}
