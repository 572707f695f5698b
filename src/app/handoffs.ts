import { createComment } from "../github/comments.js";
import { marker } from "../github/identity.js";
import { createIssue, editIssue, findMarkedIssues, type Issue } from "../github/issues.js";
import { makeMissing } from "../github/labels.js";
import type { Cause, HandoffFacts } from "../model/handoff.js";
import type { Manifest } from "../model/manifest.js";
import { renderGuardedHandoff, renderHandoff } from "../report/handoff-issue.js";
import { label, TRIGGER_LABELS } from "../report/labels.js";
import { record } from "../store/audit.js";
import { transaction } from "../store/database.js";
import { findHandoff, intendHandoff, type StoredHandoff, updateHandoff } from "../store/handoffs.js";
import { addJob } from "../store/queue.js";
import { type InventoryRow, saveManifest } from "../store/repositories.js";
import { type Application, self, urlOf } from "./application.js";
import { mergeCauses, suggestionsFor } from "./causes.js";
import { handoffKey, handoffSubject } from "./handoff-key.js";
import { type Intake, intakeFor } from "./intake.js";
import type { OrgPolicy } from "./policies.js";
import { factsJob } from "./routing.js";
import { addWorkingDays, isoDay } from "./working-days.js";

export interface HandoffWish {
  readonly repository: InventoryRow;
  readonly policy: OrgPolicy;
  readonly manifest: Manifest | null;
  readonly manifestPath: string | null;
  readonly causes: readonly Cause[];
  /** A link to where it began. */
  readonly startedAt: string | null;
  /** Who asked for it; nothing when a trigger did. */
  readonly actor: string | null;
}

/**
 * Sees to it that there is exactly one handoff issue for this experiment, and returns what is known of it. Under a lock
 * that every process respects: the stored link; else our own marked issues, all pages and states; else one is
 * created, without a retry, and the list is looked at again: the lowest number wins, a later twin is closed.
 */
export async function ensureHandoff(app: Application, wish: HandoffWish): Promise<StoredHandoff> {
  const key = handoffKey(wish.repository, wish.manifestPath);
  const sql = app.database.pool;
  return app.lock(handoffSubject(key) + key.repositoryNodeId, async () => {
    const row = await intendHandoff(sql, key, wish.repository.id);
    const causes = mergeCauses(row.causes, wish.causes);
    if (row.state === "accepted") return row;
    if (row.state === "open") return keepUp(app, row, causes);
    if (wish.actor === null && isSettled(row, causes)) return row;
    const intake = await intakeFor(app, wish.repository, wish.policy.policy);
    const issue = await oneIssue(app, intake, { ...wish, causes });
    await transaction(app.database, async (inside) => {
      if (wish.repository.manifest === null && wish.manifest !== null)
        await saveManifest(inside, wish.repository.id, wish.manifestPath, wish.manifest);
      await updateHandoff(inside, key, {
        state: "open",
        intake: `${intake.repository.owner}/${intake.repository.repo}`,
        issueNumber: issue.number,
        causes,
        waitsOn: "dev",
        waitsSince: app.now(),
        reminders: 0,
      });
      const detail = { issue: issue.number, triggers: [...new Set(causes.map(({ trigger }) => trigger))] };
      await record(inside, {
        at: app.now(),
        repositoryId: wish.repository.id,
        actor: wish.actor,
        action: "handoff-opened",
        detail,
      });
      await addJob(inside, factsJob(key));
    });
    app.metrics.handoffs.inc({ outcome: "opened" });
    return (await findHandoff(sql, key)) ?? row;
  });
}

/** What was answered, or taken back, stays so until there is something new: another kind of reason, or another place. */
function isSettled(row: StoredHandoff, causes: readonly Cause[]): boolean {
  const isNewKind = causes.some(({ trigger }) => row.causes.every((old) => old.trigger !== trigger));
  if (row.state === "not-now") return !isNewKind;
  return row.state === "withdrawn" && causes.length === row.causes.length;
}

/** A further reason becomes a line in the facts, and no comment. */
async function keepUp(app: Application, row: StoredHandoff, causes: readonly Cause[]): Promise<StoredHandoff> {
  if (causes.length === row.causes.length) return row;
  await updateHandoff(app.database.pool, row, { causes });
  await addJob(app.database.pool, factsJob(row));
  return { ...row, causes };
}

async function oneIssue(app: Application, intake: Intake, wish: HandoffWish): Promise<Issue> {
  const me = await self(app);
  const subject = handoffSubject(handoffKey(wish.repository, wish.manifestPath));
  const { github, repository } = intake;
  const [earlier] = await findMarkedIssues(github, repository, subject, me);
  if (earlier !== undefined) {
    if (earlier.state === "closed")
      await editIssue(github, repository, earlier.number, { state: "open", state_reason: "reopened" });
    return earlier;
  }
  const created = await createIssue(github, repository, await content(app, intake, wish, subject));
  const [first = created, ...twins] = await findMarkedIssues(github, repository, subject, me);
  for (const twin of twins) await closeTwin(intake, first, twin);
  return first;
}

async function closeTwin({ github, repository }: Intake, first: Issue, twin: Issue): Promise<void> {
  if (twin.state === "closed") return;
  await createComment(
    github,
    repository,
    twin.number,
    `This is the same handoff as ${first.url}, which came first. Let's go on there.`,
  );
  await editIssue(github, repository, twin.number, { state: "closed", state_reason: "duplicate" });
}

async function content(app: Application, intake: Intake, wish: HandoffWish, subject: string) {
  const facts = firstFacts(app, wish);
  const { policy } = wish.policy;
  const { title, body } = intake.isGuarded
    ? renderGuardedHandoff(facts)
    : renderHandoff(facts, suggestionsFor(wish.manifest, policy));
  const { prefix } = policy.labels;
  const triggers = [...new Set(wish.causes.map(({ trigger }) => TRIGGER_LABELS[trigger]))];
  const labels = [
    label("handoff", prefix),
    label("waiting on dev", prefix),
    ...triggers.map((name) => label(name, prefix)),
  ];
  await makeMissing(intake.github, intake.repository, labels, app.madeLabels);
  const marked = `${body}\n\n${marker(app.markerKey, subject)}`;
  return { title, body: marked, labels: labels.map(({ name }) => name) };
}

function firstFacts(app: Application, wish: HandoffWish): HandoffFacts {
  const { policy } = wish.policy;
  return {
    repository: `${wish.repository.owner}/${wish.repository.name}`,
    repositoryUrl: urlOf(app, wish.repository),
    manifestPath: wish.manifestPath ?? "ai-experiment.yml",
    manifest: wish.manifest,
    causes: wish.causes,
    startedAt: wish.startedAt,
    readiness: [],
    standing: "open",
    waitsOn: "dev",
    firstAnswerBy: firstAnswerBy(app.now(), policy.handoff),
    policyVersion: policy.policy.version ?? null,
  };
}

export function firstAnswerBy(from: Date, handoff: OrgPolicy["policy"]["handoff"]): string {
  return isoDay(addWorkingDays(from, Number.parseInt(handoff["first-answer"], 10), handoff["quiet-days"]));
}

/** Where the issue of a handoff can be seen. */
export function issueLink(
  app: Application,
  { intake, issueNumber }: StoredHandoff,
): { readonly number: number; readonly url: string } | null {
  if (intake === null || issueNumber === null) return null;
  return { number: issueNumber, url: `${app.webUrl}/${intake}/issues/${issueNumber}` };
}
