import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { summary, warning } from "@actions/core";
import { RULE_TEXTS } from "../src/evaluate.js";
import type { GitHub } from "../src/github/client.js";
import type { Verdict } from "../src/model/verdict.js";
import { annotationsOf, workflowCommands } from "../src/report/annotations.js";
import { renderComment, renderResolvedComment } from "../src/report/comment.js";
import type { ReportContext } from "../src/report/context.js";
import { countsOf } from "../src/report/counts.js";
import { renderJson } from "../src/report/json.js";
import { renderMarkdown } from "../src/report/markdown.js";
import { renderSarif } from "../src/report/sarif.js";
import { keepComment } from "./comment.js";
import type { Event } from "./event.js";
import { type Inputs, writeOutputs } from "./io.js";

export interface Stage {
  readonly inputs: Inputs;
  readonly event: Event;
  readonly workspace: string;
  /** Nothing without a token. */
  readonly github: GitHub | null;
  readonly context: ReportContext;
  readonly wantsComment: boolean;
  readonly milliseconds: number;
  /** Writes a line of the runner's log, where lines may be commands to it. */
  readonly command: (line: string) => void;
}

/** Shows the verdict wherever it can be shown. The job summary holds everything, also where nothing else works. */
export async function show(verdict: Verdict, stage: Stage): Promise<void> {
  for (const line of workflowCommands(annotationsOf(verdict, stage.context))) stage.command(line);
  await summary.addRaw(renderMarkdown(verdict, stage.context)).write();
  const { inputs, milliseconds } = stage;
  write(stage, inputs["report-file"], () => renderJson(verdict, { milliseconds }));
  write(stage, inputs["sarif-file"], () => renderSarif(verdict, RULE_TEXTS, stage.context));
  writeOutputs({
    verdict: verdict.kind,
    conclusion: verdict.conclusion,
    triggers: verdict.triggers.join(","),
    findings: String(countsOf(verdict.judged).shown),
    "handoff-suggested": String(verdict.kind === "handoff" || verdict.kind === "stop"),
    "report-file": inputs["report-file"],
    "sarif-file": inputs["sarif-file"],
  });
  await comment(verdict, stage);
}

function write({ workspace }: Stage, path: string, render: () => string): void {
  if (path !== "") writeFileSync(resolve(workspace, path), render());
}

/** Best effort: the token of a fork can't write, and everything is in the summary already. */
async function comment(verdict: Verdict, { github, event, wantsComment, context }: Stage): Promise<void> {
  const { pullRequest, repository } = event;
  if (!wantsComment || github === null || pullRequest === null || repository === null) return;
  const name = { owner: repository.owner, repo: repository.name };
  const reports = { current: renderComment(verdict, context), resolved: renderResolvedComment(verdict, context) };
  try {
    await keepComment(github, name, pullRequest, reports);
  } catch {
    warning("The comment could not be written with this token, so the result is in the job summary alone.");
  }
}
