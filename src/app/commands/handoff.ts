import { type GitHub, type RepositoryName, repositoryName } from "../../github/client.js";
import { createComment } from "../../github/comments.js";
import { editIssue, type Issue, readIssue } from "../../github/issues.js";

import { prose } from "../../report/escape/markdown.js";
import { safeUrl } from "../../report/escape/url.js";
import { record } from "../../store/audit.js";
import { transaction } from "../../store/database.js";
import { type HandoffPatch, type StoredHandoff, type StoredState, updateHandoff } from "../../store/handoffs.js";
import { openPulls } from "../../store/pulls.js";
import { addJob } from "../../store/queue.js";
import { openAcceptance } from "../acceptance.js";
import { clientFor } from "../application.js";
import { NO_DRIFT } from "../drift.js";
import { readiness } from "../readiness.js";
import { checkJob, factsJob } from "../routing.js";
import { type Asked, done, type Handler, notYet, onlyFor } from "./command.js";
import { either, isDev, mayInRepository } from "./rights.js";

/** Commands on the handoff issue. */

export const accept: Handler = async (asked) => {
  const right = await isDev(asked);
  if (!right.allowed) return onlyFor("Accepting a handoff", right.who);
  const at = await issueOf(asked);
  if (at === null) return notYet(NOT_HERE);
  if (at.handoff.state === "accepted") return done("This handoff is accepted already.");
  const items = await readiness(asked.app, asked.repository, asked.policy, { body: at.issue.body, promised: [] });
  const open = items.filter(({ state }) => state.kind === "open" || state.kind === "changed");
  if (open.length > 0) {
    const lines = open.map(({ title }) => `- ${prose(title)}`).join("\n");
    return notYet(
      `Nearly there. Still open:\n\n${lines}\n\nTick them above, or tick them with "not needed, because" and the reason.`,
    );
  }
  const pull = await openAcceptance(asked.app, asked.repository, {
    policy: asked.policy,
    handoffUrl: at.issue.url,
    owner: /^[\w.-]+(\/[\w.-]+)?$/.test(asked.rest) ? asked.rest : null,
    actor: asked.actor,
  });
  const detail = { items: items.map(({ id, state }) => [id, state.kind]) };
  const promised = items.filter(({ state }) => state.kind === "verified").map(({ id }) => id);
  await settle(asked, at, "accepted", detail, { acceptPull: pull.number, promised, drift: NO_DRIFT });
  const reply = `Accepted, thank you all! ${pull.words} The team keeps the product; from now on it runs to the same standards as other company systems.`;
  await say(at, reply);
  await close(at, "completed");
  return done();
};

export const notNow: Handler = async (asked) => {
  const right = await isDev(asked);
  if (!right.allowed) return onlyFor('"Not now"', right.who);
  if (asked.rest.length < 5)
    return notYet(
      "Please add the reason, and what would change it: `/not-now we can look at it after the move in May`.",
    );
  const at = await issueOf(asked);
  if (at === null) return notYet(NOT_HERE);
  await settle(asked, at, "not-now", { reason: asked.rest.slice(0, 500) });
  await say(
    at,
    `Not now: ${prose(asked.rest.slice(0, 1000))}\n\nThank you for bringing it here. The experiment goes on, and a new reason or a \`/handoff\` brings it back.`,
  );
  await close(at, "not_planned");
  return done();
};

export const withdraw: Handler = async (asked) => {
  const right = await either(await mayInRepository(asked, "write"), () => isDev(asked));
  if (!right.allowed) return onlyFor("Withdrawing", right.who);
  const at = await issueOf(asked);
  if (at === null || at.handoff.state !== "open") return notYet("There is no open handoff to withdraw.");
  await settle(asked, at, "withdrawn", {});
  await say(at, "Withdrawn by the team. Happy exploring; it can come back at any time.");
  await close(at, "not_planned");
  return done();
};

export const route: Handler = async (asked) => {
  const right = await isDev(asked);
  if (!right.allowed) return onlyFor("Asking another team", right.who);
  const at = await issueOf(asked);
  if (at === null) return notYet(NOT_HERE);
  const { teams } = asked.policy;
  const name = asked.rest.toLowerCase();
  const target = Object.entries(teams).find(([team]) => team.toLowerCase() === name)?.[1];
  if (target === undefined) {
    const known = Object.keys(teams)
      .map((team) => `\`${team}\``)
      .join(", ");
    return notYet(known === "" ? "The policy lists no teams yet." : `Which team? The policy knows ${known}.`);
  }
  const now = asked.app.now();
  await transaction(asked.app.database, async (sql) => {
    await updateHandoff(sql, at.handoff, { waitsSince: now, reminders: 0 });
    const detail = { team: name };
    await record(sql, { at: now, repositoryId: asked.repository.id, actor: asked.actor, action: "route", detail });
  });
  return done(routed(name, target));
};

/** Only here is a team mentioned: a Dev member decided so. */
function routed(name: string, target: string): string {
  if (/^[\w-]{1,39}\/[\w.-]{1,100}$/.test(target)) return `@${target}, Dev would like your view on this handoff.`;
  const url = safeUrl(target.includes("@") ? `mailto:${target}` : target);
  return url === null ? `Next: ${prose(name)}, ${prose(target)}.` : `Next: please ask ${prose(name)} at <${url}>.`;
}

const NOT_HERE = "This works on the issue of an open handoff.";

interface At {
  readonly handoff: StoredHandoff;
  readonly issue: Issue;
  readonly github: GitHub;
  readonly repository: RepositoryName;
}

async function issueOf({ app, handoff, repository: from }: Asked): Promise<At | null> {
  const repository = repositoryName(handoff?.intake ?? "");
  if (handoff === null || repository === null || handoff.issueNumber === null) return null;
  const github = await clientFor(app, from);
  const issue = await readIssue(github, repository, handoff.issueNumber);
  return issue === null ? null : { handoff, issue, github, repository };
}

async function say({ github, repository, issue }: At, body: string): Promise<void> {
  await createComment(github, repository, issue.number, body);
}

async function close({ github, repository, issue }: At, reason: "completed" | "not_planned"): Promise<void> {
  await editIssue(github, repository, issue.number, { state: "closed", state_reason: reason });
}

/** The decision, the audit trail and what follows from it, all or nothing. */
async function settle(
  { app, repository, actor }: Asked,
  { handoff }: At,
  state: StoredState,
  detail: Readonly<Record<string, unknown>>,
  more: HandoffPatch = {},
): Promise<void> {
  const open = await openPulls(app.database.pool, repository.id);
  await transaction(app.database, async (sql) => {
    await updateHandoff(sql, handoff, { ...more, state });
    await record(sql, { at: app.now(), repositoryId: repository.id, actor, action: `handoff-${state}`, detail });
    await addJob(sql, factsJob(handoff));
    for (const pull of open) await addJob(sql, checkJob(repository.id, pull.number));
  });
  app.metrics.handoffs.inc({ outcome: state });
}
