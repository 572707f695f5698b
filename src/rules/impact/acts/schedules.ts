import type { Surroundings } from "../../../model/surroundings.js";
import { oncePer } from "../../../text/memo.js";
import { workflowOf } from "../../../text/workflow.js";

interface Run {
  readonly workflow: string;
  readonly command: string;
}

/** Commands that GitHub runs at set times with secrets at hand. */
const scheduledRuns = oncePer(({ context }: Surroundings): readonly Run[] =>
  context
    .filter(
      ({ path, text }) =>
        /^\.github\/workflows\/[^/]+\.ya?ml$/i.test(path) && text.includes("schedule") && text.includes("secrets."),
    )
    .flatMap((file) => {
      const workflow = workflowOf(file);
      if (workflow?.triggers.some(({ event }) => event === "schedule") !== true) return [];
      const steps = workflow.jobs.flatMap((job) => job.steps);
      return steps.flatMap(({ run }) => (run === undefined ? [] : [{ workflow: file.path, command: run.value }]));
    }),
);

/** The workflow that runs a file at set times, or nothing. */
export function scheduledBy(path: string, surroundings: Surroundings): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const isRun = ({ command }: Run) =>
    command.split(/[\s"';&|]+/).some((word) => word === name || word.endsWith(`/${name}`));
  return scheduledRuns(surroundings).find(isRun)?.workflow ?? null;
}
