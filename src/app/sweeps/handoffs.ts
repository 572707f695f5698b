import { repositoryName } from "../../github/client.js";
import { createComment } from "../../github/comments.js";
import { findMarkedIssues, readIssue } from "../../github/issues.js";
import type { Policy } from "../../model/policy.js";
import { renderReminder } from "../../report/reminders.js";
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
  if (!isReminderDue(app.now(), handoff, policy)) return null;
  const { waitsOn, reminders: sent } = handoff;
  const line = `Remind ${waitsOn === "dev" ? "Dev" : "the team"} of ${where}.`;
  if (isDryRun) return line;
  const body = renderReminder({ waitsOn, sent, devTeam: policy.dev.team ?? null });
  await createComment(github, intake, issue.number, body);
  await transaction(app.database, async (sql) => {
    await updateHandoff(sql, handoff, { reminders: sent + 1 });
    const detail = { issue: handoff.issueNumber, number: sent + 1, to: waitsOn };
    await record(sql, { at: app.now(), repositoryId: repository.id, actor: null, action: "reminder", detail });
  });
  return line;
}

const policyOf = async (app: Application, repository: InventoryRow) =>
  (await app.policies.of(repository.owner, () => clientFor(app, repository))).policy;

/**
 * Dev first: after the promised days, then after five, then after ten working days. The team has twice as long, since
 * nobody there is on duty. Three at most, on no quiet day.
 */
export function isReminderDue(
  now: Date,
  { waitsOn, waitsSince, reminders }: Pick<StoredHandoff, "waitsOn" | "waitsSince" | "reminders">,
  { handoff }: Policy,
): boolean {
  const quiet = handoff["quiet-days"];
  const promised = Number.parseInt(handoff["first-answer"], 10);
  const forDev = [promised, Math.max(5, promised + 3), Math.max(10, promised + 8)];
  const due = (waitsOn === "dev" ? forDev : [5, 10, 20])[reminders];
  return due !== undefined && !isQuiet(now, quiet) && workingDaysBetween(waitsSince, now, quiet) >= due;
}
