import { createComment } from "../../github/comments.js";
import { BUTTONS, type ButtonId } from "../../model/plan.js";
import { findCheckRun } from "../../store/check-runs.js";
import { findHandoff } from "../../store/handoffs.js";
import { findPullByHead } from "../../store/pulls.js";
import { findRepository } from "../../store/repositories.js";
import { type Application, clientFor, nameOf, urlOf } from "../application.js";
import { type Asked, done, type Handler, onlyFor } from "../commands/command.js";
import { handoff, markAlarms, recheck } from "../commands/experiment.js";
import { mayInRepository } from "../commands/rights.js";
import { handoffKey } from "../handoff-key.js";

export interface ButtonPayload {
  readonly repositoryId: number;
  readonly headSha: string;
  readonly button: string;
  readonly actor: string;
}

const HANDLERS: Readonly<Record<ButtonId, Handler>> = { "start-handoff": handoff, recheck, "made-up": madeUp };

/** A button below the check: the same as a command, by the one who clicked. */
export async function pressButton(app: Application, payload: ButtonPayload): Promise<void> {
  const sql = app.database.pool;
  const button = BUTTONS.find((known) => known === payload.button);
  const repository = await findRepository(sql, payload.repositoryId);
  const pull = repository === null ? null : await findPullByHead(sql, repository.id, payload.headSha);
  if (button === undefined || repository === null || pull === null) return;
  const github = await clientFor(app, repository);
  const loaded = await app.policies.of(repository.owner, async () => github);
  const answer = await HANDLERS[button]({
    app,
    actor: payload.actor,
    github,
    repository,
    policy: loaded.policy,
    loaded,
    rest: "",
    pull,
    handoff: await findHandoff(sql, handoffKey(repository, repository.manifestPath)),
    url: urlOf(app, repository, `/pull/${pull.number}`),
  });
  if (answer.kind === "not-yet") await createComment(github, nameOf(repository), pull.number, answer.reply);
}

/** What looks like real data is somebody's word against ours: theirs counts, with their name in the audit trail. */
async function madeUp(asked: Asked) {
  const right = await mayInRepository(asked, "write");
  if (!right.allowed) return onlyFor("Saying that data is made up", right.who);
  const { app, repository, pull, actor } = asked;
  const check = pull === null ? null : await findCheckRun(app.database.pool, repository.id, pull.headSha);
  const found = check?.verdict.judged.filter(({ finding }) => finding.family === "real-data") ?? [];
  await markAlarms(
    asked,
    found.map(({ finding }) => finding.fingerprint),
    `Made up, says ${actor}.`,
  );
  return done();
}
