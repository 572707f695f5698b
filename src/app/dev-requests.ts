import { createComment } from "../github/comments.js";
import { marker } from "../github/identity.js";
import { createIssue, findMarkedIssues, readIssue } from "../github/issues.js";
import { makeMissing } from "../github/labels.js";
import type { Manifest } from "../model/manifest.js";
import { renderDevRequest } from "../report/dev-request.js";
import { label } from "../report/labels.js";
import { findRequest, saveRequest } from "../store/dev-requests.js";
import type { InventoryRow } from "../store/repositories.js";
import { type Application, self, urlOf } from "./application.js";
import { type Intake, intakeFor } from "./intake.js";
import type { OrgPolicy } from "./policies.js";

export interface Question {
  /** Nothing when the manifest's `needs: help` asks. */
  readonly question: string | null;
  readonly askedAt: string | null;
}

/**
 * A request to Dev, never a handoff: one open issue per repository, further questions become comments there. Where
 * there is no intake but a form, the form is named; an intake that more people can see only gets a form too.
 */
export async function openDevRequest(
  app: Application,
  repository: InventoryRow,
  { policy }: OrgPolicy,
  asked: Question,
): Promise<string> {
  const form = formFor(policy.dev["request-form"], repository);
  const intake = await intakeFor(app, repository, policy);
  if (policy.dev["intake-repo"] === undefined || intake.isGuarded)
    return form === null ? NO_FORM : `Dev's request form is here: ${form}`;
  return app.lock(`request:${repository.nodeId}`, async () => {
    const number = await openIssue(app, repository, intake, asked, policy.labels.prefix);
    await saveRequest(app.database.pool, repository.id, { intake: nameOf(intake), issueNumber: number });
    return `Dev has your question: ${app.webUrl}/${nameOf(intake)}/issues/${number}`;
  });
}

const NO_FORM = "Your organisation's policy names no Dev request form yet. Somebody in Dev will know where to ask.";

const nameOf = ({ repository: { owner, repo } }: Intake) => `${owner}/${repo}`;

async function openIssue(
  app: Application,
  repository: InventoryRow,
  intake: Intake,
  asked: Question,
  prefix: string,
): Promise<number> {
  const { github } = intake;
  const subject = `request:${repository.nodeId.replace(/[^A-Za-z0-9_=-]/g, "")}`;
  const stored = await findRequest(app.database.pool, repository.id);
  const known = stored === null ? null : await readIssue(github, intake.repository, stored.issueNumber);
  const [marked] = known === null ? await findMarkedIssues(github, intake.repository, subject, await self(app)) : [];
  const open = [known, marked].find((issue) => issue?.state === "open");
  const repositoryUrl = urlOf(app, repository);
  const manifest = repository.manifest as Manifest | null;
  const request = { repository: `${repository.owner}/${repository.name}`, repositoryUrl, manifest, ...asked };
  const { title, body } = renderDevRequest(request);
  if (open != null) {
    if (asked.question !== null) await createComment(github, intake.repository, open.number, body);
    return open.number;
  }
  const labels = [label("advice wanted", prefix), label("waiting on dev", prefix)];
  await makeMissing(github, intake.repository, labels, app.madeLabels);
  const marker_ = marker(app.markerKey, subject);
  const issue = await createIssue(github, intake.repository, {
    title,
    body: `${body}\n\n${marker_}`,
    labels: labels.map(({ name }) => name),
  });
  return issue.number;
}

function formFor(form: string | undefined, { owner, name }: InventoryRow): string | null {
  if (form === undefined || !/^https?:\/\//.test(form)) return null;
  return form
    .replaceAll("{name}", encodeURIComponent(name))
    .replaceAll("{repo}", encodeURIComponent(`${owner}/${name}`));
}
