import type { Manifest } from "../../model/manifest.js";
import { forgetOldEvents } from "../../store/events.js";
import { handoffsIn } from "../../store/handoffs.js";
import { openPulls } from "../../store/pulls.js";
import { addJob } from "../../store/queue.js";
import { allRepositories } from "../../store/repositories.js";
import { forgetOldVerdicts } from "../../store/verdicts.js";
import type { Application } from "../application.js";
import { checkJob, driftJob } from "../routing.js";
import { isoDay } from "../working-days.js";

const MONDAY = 1;

/**
 * Days that came and went: where a waiver ended, open pull requests are looked at again, since its finding is back as
 * advice. A review date that passed is said here and turns nothing red. Once a
 * week the list of an accepted handoff is looked at again. What is old in the store is dropped.
 */
export async function sweepDates(app: Application, isDryRun: boolean): Promise<readonly string[]> {
  const sql = app.database.pool;
  const today = isoDay(app.now());
  const lines: string[] = [];
  for (const repository of await allRepositories(sql)) {
    const manifest = repository.manifest as Manifest | null;
    const name = `${repository.owner}/${repository.name}`;
    const ended = manifest?.waivers.filter(({ expires }) => expires < today && expires >= dayBefore(app.now())) ?? [];
    if (ended.length > 0) {
      lines.push(`Look again at open pull requests of ${name}: an exception ended.`);
      if (!isDryRun)
        for (const pull of await openPulls(sql, repository.id)) await addJob(sql, checkJob(repository.id, pull.number));
    }
    if (manifest?.reviewBy != null && manifest.reviewBy < today && manifest.status === "exploring")
      lines.push(`${name} is due for a quick look (review-by ${manifest.reviewBy}).`);
  }
  if (app.now().getUTCDay() === MONDAY)
    for (const handoff of await handoffsIn(sql, ["accepted"])) {
      lines.push(`Look again at what was promised in ${handoff.intake}#${handoff.issueNumber}.`);
      if (!isDryRun) await addJob(sql, driftJob(handoff));
    }
  if (!isDryRun) {
    await forgetOldEvents(sql, 30);
    await forgetOldVerdicts(sql, 30);
  }
  return lines;
}

function dayBefore(now: Date): string {
  return isoDay(new Date(now.getTime() - 86_400_000));
}
