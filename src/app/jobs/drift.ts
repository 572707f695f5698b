import { repositoryName } from "../../github/client.js";
import { createComment, findComment, withMarker } from "../../github/comments.js";
import { readIssue } from "../../github/issues.js";
import { renderDrift } from "../../report/reminders.js";
import { record } from "../../store/audit.js";
import { transaction } from "../../store/database.js";
import { findHandoff, type HandoffKey, updateHandoff } from "../../store/handoffs.js";
import { addJob } from "../../store/queue.js";
import { findRepository } from "../../store/repositories.js";
import { type Application, clientFor, self } from "../application.js";
import { driftAfter } from "../drift.js";
import { intakeFor } from "../intake.js";
import { readiness } from "../readiness.js";
import { factsJob } from "../routing.js";
import { isoDay } from "../working-days.js";

/** Once a week: is what GitHub confirmed at the acceptance still so? Where it isn't, a word, less and less often. */
export async function lookForDrift(app: Application, key: HandoffKey): Promise<void> {
  const sql = app.database.pool;
  const handoff = await findHandoff(sql, key);
  const place = repositoryName(handoff?.intake ?? "");
  if (handoff?.state !== "accepted" || place === null || handoff.issueNumber === null) return;
  const repository = await findRepository(sql, handoff.repositoryId);
  if (repository === null) return;
  const github = await clientFor(app, repository);
  const issue = await readIssue(github, place, handoff.issueNumber);
  if (issue === null) return;
  const { policy } = await app.policies.of(repository.owner, async () => github);
  const items = await readiness(app, repository, policy, { body: issue.body, promised: handoff.promised });
  const changed = items.filter(({ state }) => state.kind === "changed");
  const ids = changed.map(({ id }) => id);
  const [drift, speakUp] = driftAfter(handoff.drift, ids, app.now());
  if (speakUp) {
    const me = await self(app);
    const subject = `drift:${isoDay(app.now())}`;
    const { isGuarded } = await intakeFor(app, repository, policy);
    const titles = changed.map(({ title }) => title);
    const body = renderDrift({ titles, devTeam: policy.dev.team ?? null, isGuarded });
    if ((await findComment(github, place, issue.number, subject, me)) === null)
      await createComment(github, place, issue.number, withMarker(body, subject, me.markerKey));
  }
  await transaction(app.database, async (inside) => {
    await updateHandoff(inside, handoff, { drift });
    const detail = { issue: issue.number, items: ids, number: drift.times };
    if (speakUp)
      await record(inside, { at: app.now(), repositoryId: repository.id, actor: null, action: "drift", detail });
    await addJob(inside, factsJob(handoff));
  });
}
