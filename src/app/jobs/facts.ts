import { repositoryName } from "../../github/client.js";
import { editIssue, readIssue } from "../../github/issues.js";
import { addLabels, removeLabel } from "../../github/labels.js";
import type { HandoffFacts } from "../../model/handoff.js";
import type { Manifest } from "../../model/manifest.js";
import { renderHandoff } from "../../report/handoff-issue.js";
import { type LabelName, TRIGGER_LABELS } from "../../report/labels.js";
import { planLabels } from "../../report/plan.js";
import { rewriteRegions } from "../../report/regions.js";
import {
  findHandoff,
  findHandoffByIssue,
  type HandoffKey,
  type StoredHandoff,
  updateHandoff,
} from "../../store/handoffs.js";
import { addJob } from "../../store/queue.js";
import { findRepository } from "../../store/repositories.js";
import { type Application, clientFor, urlOf } from "../application.js";
import { suggestionsFor } from "../causes.js";
import { standingOf } from "../handoff-key.js";
import { firstAnswerBy } from "../handoffs.js";
import { readiness } from "../readiness.js";
import { factsJob } from "../routing.js";

/**
 * Writes our parts of the handoff issue anew. People's words and ticks are read and never written. Finding the facts out
 * takes a while, so the issue is read again right before it is written. Known miss: GitHub has no writing on condition,
 * so a tick in the moment between the two is undone.
 */
export async function writeFacts(app: Application, key: HandoffKey): Promise<void> {
  const sql = app.database.pool;
  const handoff = await findHandoff(sql, key);
  const intake = repositoryName(handoff?.intake ?? "");
  if (handoff === null || intake === null || handoff.issueNumber === null) return;
  const repository = await findRepository(sql, handoff.repositoryId);
  if (repository === null) return;
  const github = await clientFor(app, repository);
  const issue = await readIssue(github, intake, handoff.issueNumber);
  if (issue === null) return lost(app, handoff);
  const policy = await app.policies.of(repository.owner, async () => github);
  const manifest = repository.manifest as Manifest | null;
  const standing = standingOf(handoff);
  const facts: HandoffFacts = {
    repository: `${repository.owner}/${repository.name}`,
    repositoryUrl: urlOf(app, repository),
    manifestPath: handoff.manifestPath,
    manifest,
    causes: handoff.causes,
    startedAt: null,
    readiness: await readiness(app, repository, policy.policy, { body: issue.body, promised: handoff.promised }),
    standing,
    waitsOn: standing === "open" ? handoff.waitsOn : "nobody",
    firstAnswerBy: firstAnswerBy(handoff.waitsSince, policy.policy.handoff),
    policyVersion: policy.policy.policy.version ?? null,
  };
  const fresh = renderHandoff(facts, suggestionsFor(manifest, policy.policy)).body;
  if (rewriteRegions(issue.body, fresh) !== issue.body) {
    const latest = (await readIssue(github, intake, issue.number)) ?? issue;
    await editIssue(github, intake, issue.number, { body: rewriteRegions(latest.body, fresh) });
  }
  const { prefix } = policy.policy.labels;
  const plan = planLabels(issueLabels(handoff), { issue: issue.number, labels: issue.labels }, prefix);
  for (const action of plan) {
    if (action.kind === "add-labels") await addLabels(github, intake, issue.number, action.labels, app.madeLabels);
    if (action.kind === "remove-label") await removeLabel(github, intake, issue.number, action.name);
  }
}

function issueLabels({ state, waitsOn, causes }: StoredHandoff): readonly LabelName[] {
  if (state !== "open") return [];
  const triggers = [...new Set(causes.map(({ trigger }) => TRIGGER_LABELS[trigger]))];
  return ["handoff", waitsOn === "dev" ? "waiting on dev" : "waiting on team", ...triggers];
}

/** Somebody deleted the issue or moved it out of our sight: the next reason opens another. */
async function lost(app: Application, handoff: StoredHandoff): Promise<void> {
  app.log.warn("The issue of a handoff is gone.", { intake: handoff.intake, issue: handoff.issueNumber });
  if (handoff.state === "open")
    await updateHandoff(app.database.pool, handoff, { state: "withdrawn", issueNumber: null });
}

/** Somebody did something to an issue in a repository that we know: if it is a handoff, the facts follow. */
export async function followIssue(
  app: Application,
  { repositoryId, issue }: { readonly repositoryId: number; readonly issue: number },
): Promise<void> {
  const sql = app.database.pool;
  const repository = await findRepository(sql, repositoryId);
  if (repository === null) return;
  const handoff = await findHandoffByIssue(sql, `${repository.owner}/${repository.name}`, issue);
  if (handoff === null) return;
  const read = await readIssue(
    await clientFor(app, repository),
    { owner: repository.owner, repo: repository.name },
    issue,
  );
  if (read === null) return lost(app, handoff);
  if (read.state === "closed" && handoff.state === "open") await updateHandoff(sql, handoff, { state: "withdrawn" });
  if (read.state === "open" && (handoff.state === "withdrawn" || handoff.state === "not-now"))
    await updateHandoff(sql, handoff, { state: "open", waitsOn: "dev", waitsSince: app.now(), reminders: 0 });
  await addJob(sql, factsJob(handoff));
}
