import { createComment } from "../../github/comments.js";
import { react } from "../../github/reactions.js";
import { prose } from "../../report/escape/markdown.js";
import { findHandoff, findHandoffByIssue } from "../../store/handoffs.js";
import { findPull } from "../../store/pulls.js";
import { findRepository, type InventoryRow } from "../../store/repositories.js";
import { type Application, clientFor, nameOf, urlOf } from "../application.js";
import { type Answer, type Asked, type Handler, notYet } from "../commands/command.js";
import { ask, explain, falseAlarm, handoff, notAnExperiment, recheck } from "../commands/experiment.js";
import { accept, notNow, route, withdraw } from "../commands/handoff.js";
import { COMMANDS, type CommandName, commandIn } from "../commands/parse.js";
import { handoffKey } from "../handoff-key.js";

export interface CommandPayload {
  readonly repositoryId: number;
  readonly number: number;
  readonly isPull: boolean;
  readonly commentId: number;
  readonly actor: string;
  readonly body: string;
}

const HANDLERS: Readonly<Record<CommandName, Handler>> = {
  handoff,
  ask,
  recheck,
  explain,
  "false-alarm": falseAlarm,
  "not-an-experiment": notAnExperiment,
  accept,
  "not-now": notNow,
  route,
  withdraw,
};

/** A comment that asks for something: done with the rights of the one who wrote or edited it, at this moment. */
export async function runCommand(app: Application, payload: CommandPayload): Promise<void> {
  const command = commandIn(payload.body);
  const here = await findRepository(app.database.pool, payload.repositoryId);
  if (command === null || here === null) return;
  const asked = await askedOf(app, here, payload, "rest" in command ? command.rest : "");
  if (asked === null || ("unknown" in command && !asked.isOurs)) return;
  const answer = "unknown" in command ? unknownCommand(command.unknown) : await HANDLERS[command.name](asked.asked);
  const github = await clientFor(app, here);
  await react(github, nameOf(here), payload.commentId, answer.kind === "done" ? "+1" : "confused");
  if (answer.reply !== undefined) await createComment(github, nameOf(here), payload.number, answer.reply);
}

function unknownCommand(word: string): Answer {
  const list = COMMANDS.map((name) => `\`/${name}\``).join(" ");
  return notYet(`We don't know ${prose(`/${word.slice(0, 40)}`)}. There are: ${list}`);
}

/** On a pull request the experiment is this repository; on a handoff issue it is the one that the issue is about. */
async function askedOf(
  app: Application,
  here: InventoryRow,
  { number, isPull, actor, commentId }: CommandPayload,
  rest: string,
): Promise<{ readonly asked: Asked; readonly isOurs: boolean } | null> {
  const sql = app.database.pool;
  const byIssue = isPull ? null : await findHandoffByIssue(sql, `${here.owner}/${here.name}`, number);
  const repository = byIssue === null ? here : await findRepository(sql, byIssue.repositoryId);
  if (repository === null || (!isPull && byIssue === null)) return null;
  const github = await clientFor(app, repository);
  const loaded = await app.policies.of(repository.owner, async () => github);
  const url = urlOf(app, here, `/${isPull ? "pull" : "issues"}/${number}#issuecomment-${commentId}`);
  const asked: Asked = {
    app,
    actor,
    github,
    repository,
    policy: loaded.policy,
    loaded,
    rest,
    pull: isPull ? await findPull(sql, here.id, number) : null,
    handoff: byIssue ?? (await findHandoff(sql, handoffKey(repository, repository.manifestPath))),
    url,
  };
  return { asked, isOurs: byIssue !== null };
}
