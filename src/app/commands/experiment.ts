import type { Fingerprint } from "../../model/finding.js";
import type { Judged, Verdict } from "../../model/verdict.js";
import { code, prose, sentence } from "../../report/escape/markdown.js";
import { idOf, placeText } from "../../report/items.js";
import { record } from "../../store/audit.js";
import { findCheckRun } from "../../store/check-runs.js";
import { transaction } from "../../store/database.js";
import { markFalseAlarm } from "../../store/judgements.js";
import { addJob } from "../../store/queue.js";
import { markNotExperiment } from "../../store/repositories.js";
import { causesOf } from "../causes.js";
import { openDevRequest } from "../dev-requests.js";
import { ensureHandoff, issueLink } from "../handoffs.js";
import { checkJob } from "../routing.js";
import { isoDay } from "../working-days.js";
import { type Asked, done, type Handler, notYet, onlyFor } from "./command.js";
import { either, isDev, mayApprove, mayInRepository } from "./rights.js";

/** Commands on a pull request. */

export const handoff: Handler = async (asked) => {
  const right = await mayInRepository(asked, "triage");
  if (!right.allowed) return onlyFor("Starting a handoff", right.who);
  const { app, repository, loaded, actor, url } = asked;
  const verdict = await verdictOf(asked);
  const opened = await ensureHandoff(app, {
    repository,
    policy: loaded,
    manifest: verdict?.manifest.manifest ?? null,
    manifestPath: verdict?.manifest.path ?? repository.manifestPath,
    causes: verdict === null ? [] : causesOf(verdict, isoDay(app.now())),
    startedAt: url,
    actor,
  });
  await again(asked);
  const link = issueLink(app, opened);
  return done(
    link === null ? undefined : `The handoff with Dev is here: ${link.url}. You keep the idea and the product.`,
  );
};

export const ask: Handler = async (asked) => {
  const right = await mayInRepository(asked, asked.repository.private ? "read" : "triage");
  if (!right.allowed) return onlyFor("A request to Dev", right.who);
  if (asked.rest === "") return notYet("What would you like to ask? For example: `/ask Which database could we use?`");
  return done(
    await openDevRequest(asked.app, asked.repository, asked.loaded, { question: asked.rest, askedAt: asked.url }),
  );
};

export const recheck: Handler = async (asked) => {
  const right = await mayInRepository(asked, "read");
  if (!right.allowed) return onlyFor("Checking again", right.who);
  await again(asked);
  return done();
};

export const explain: Handler = async (asked) => {
  const right = await mayInRepository(asked, "read");
  if (!right.allowed) return onlyFor("An explanation", right.who);
  const found = await findingIn(asked);
  if (found === null) return notYet(NO_SUCH);
  const { finding, disposition } = found;
  const because = finding.because.map((reason) => `- ${sentence(reason)}`).join("\n");
  return done(
    `**${sentence(finding.message)}** (${code(placeText(finding.location))})\n\n${because}\n\nNext: ${sentence(finding.remedy)}\n\nRule ${code(finding.ruleId)}, counted as ${disposition.kind}.`,
  );
};

export const falseAlarm: Handler = async (asked) => {
  const found = await findingIn(asked);
  if (found === null) return notYet(NO_SUCH);
  const reason = asked.rest.split(/\s+/).slice(1).join(" ").trim();
  if (reason.length < 5)
    return notYet("Please add a few words why, for example: `/false-alarm 1a2b3c4d these are invented names`.");
  const { finding } = found;
  const isKey = finding.suggests === "stop";
  const right = isKey ? await mayApprove(asked, finding.family, finding.ruleId) : await mayInRepository(asked, "write");
  if (!right.allowed) return onlyFor(isKey ? "Saying that a live key is none" : "Marking a false alarm", right.who);
  await markAlarms(asked, [finding.fingerprint], reason);
  return done(`Noted, thank you: ${prose(reason.slice(0, 200))}`);
};

export async function markAlarms(asked: Asked, fingerprints: readonly Fingerprint[], reason: string): Promise<void> {
  const { app, repository, actor } = asked;
  await transaction(app.database, async (sql) => {
    for (const fingerprint of fingerprints)
      await markFalseAlarm(sql, repository.id, fingerprint, reason.slice(0, 300), actor);
    const detail = { fingerprints, reason: reason.slice(0, 300) };
    await record(sql, { at: app.now(), repositoryId: repository.id, actor, action: "false-alarm", detail });
  });
  await again(asked);
}

export const notAnExperiment: Handler = async (asked) => {
  const right = await either(await mayInRepository(asked, "maintain"), () => isDev(asked));
  if (!right.allowed) return onlyFor("Saying that this is no experiment", right.who);
  const { app, repository, actor } = asked;
  await transaction(app.database, async (sql) => {
    await markNotExperiment(sql, repository.id, actor);
    await record(sql, { at: app.now(), repositoryId: repository.id, actor, action: "not-an-experiment", detail: {} });
  });
  await again(asked);
  return done("All right, we'll stay quiet here.");
};

const NO_SUCH =
  "We don't find that one. The short name of a finding, such as `1a2b3c4d`, is in the details of the check.";

async function verdictOf({ app, repository, pull }: Asked): Promise<Verdict | null> {
  if (pull === null) return null;
  return (await findCheckRun(app.database.pool, repository.id, pull.headSha))?.verdict ?? null;
}

/** By the first letters of its fingerprint, four or more. */
async function findingIn(asked: Asked): Promise<Judged | null> {
  const id = asked.rest.split(/\s+/)[0]?.toLowerCase().replaceAll("`", "") ?? "";
  if (!/^[0-9a-f]{4,32}$/.test(id)) return null;
  const verdict = await verdictOf(asked);
  return verdict?.judged.find(({ finding }) => finding.fingerprint.startsWith(id) || idOf(finding) === id) ?? null;
}

async function again({ app, repository, pull }: Asked): Promise<void> {
  if (pull !== null) await addJob(app.database.pool, checkJob(repository.id, pull.number, 0));
}
