import { findHandoffByIssue, type StoredHandoff, updateHandoff } from "../../store/handoffs.js";
import { addJob } from "../../store/queue.js";
import { findRepository } from "../../store/repositories.js";
import { type Application, clientFor } from "../application.js";
import { isDev } from "../commands/rights.js";
import { factsJob } from "../routing.js";
import { type Said, turnAfter } from "../turn.js";

export interface TurnPayload {
  readonly repositoryId: number;
  readonly number: number;
  readonly actor: string;
  readonly said: Said;
}

/** Somebody said or answered something on an issue: if it is that of an open handoff, its clock follows. */
export async function followTurn(app: Application, { repositoryId, number, actor, said }: TurnPayload): Promise<void> {
  const sql = app.database.pool;
  const here = await findRepository(sql, repositoryId);
  const handoff = here === null ? null : await findHandoffByIssue(sql, `${here.owner}/${here.name}`, number);
  if (handoff === null) return;
  if (handoff.state === "open") await takeTurn(app, handoff, actor, said);
  if (said.kind === "answer") await addJob(sql, factsJob(handoff));
}

/** Without an actor it was the team that answered, in its own repository. */
export async function takeTurn(
  app: Application,
  handoff: StoredHandoff,
  actor: string | null,
  said: Said,
): Promise<void> {
  const byDev = said.kind !== "label" && actor !== null && (await isOfDev(app, handoff, actor));
  if (byDev === null) return;
  const turn = turnAfter(handoff.waitsOn, byDev, said);
  if (turn === null) return;
  const isOther = turn !== handoff.waitsOn;
  const sql = app.database.pool;
  await updateHandoff(sql, handoff, {
    waitsOn: turn,
    waitsSince: app.now(),
    ...(isOther || turn === "dev" ? { reminders: 0 } : {}),
  });
  await addJob(sql, factsJob(handoff));
}

/** Nothing where the policy names no team: then nobody can tell who speaks for Dev, and only labels count. */
async function isOfDev(app: Application, handoff: StoredHandoff, actor: string): Promise<boolean | null> {
  const repository = await findRepository(app.database.pool, handoff.repositoryId);
  if (repository === null) return null;
  const github = await clientFor(app, repository);
  const { policy } = await app.policies.of(repository.owner, async () => github);
  if (policy.dev.team === undefined) return null;
  return (await isDev({ actor, github, repository, policy })).allowed;
}
