import { findCheckRun } from "../../store/check-runs.js";
import { openPulls } from "../../store/pulls.js";
import { addJob } from "../../store/queue.js";
import { allRepositories } from "../../store/repositories.js";
import type { Application } from "../application.js";
import { clientFor } from "../application.js";
import { noteOpenPulls } from "../jobs/events.js";
import { checkJob } from "../routing.js";
import { scopeFor } from "../scope-for.js";

/** Open pull requests whose newest commit has no check of ours, in repositories that are ours to check. */
export async function sweepChecks(app: Application, isDryRun: boolean): Promise<readonly string[]> {
  const sql = app.database.pool;
  const lines: string[] = [];
  for (const repository of await allRepositories(sql)) {
    const github = () => clientFor(app, repository);
    const policy = await app.policies.of(repository.owner, github);
    if ((await scopeFor(app, repository, policy.policy, github)).kind === "outside") continue;
    await noteOpenPulls(app, repository.id);
    for (const pull of await openPulls(sql, repository.id)) {
      if ((await findCheckRun(sql, repository.id, pull.headSha)) !== null) continue;
      lines.push(`Check ${repository.owner}/${repository.name}#${pull.number}, whose newest commit has no check.`);
      if (!isDryRun) await addJob(sql, checkJob(repository.id, pull.number));
    }
  }
  return lines;
}
