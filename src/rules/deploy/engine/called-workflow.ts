import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import type { PlacedText } from "../../../text/tree.js";
import { type Job, workflowOf } from "../../../text/workflow.js";
import { environmentLeg } from "./environment.js";
import { doingsOf, lasting } from "./job.js";
import { type Leg, levelFrom } from "./leg.js";
import { resolvePath } from "./paths.js";
import { matchesFor } from "./report.js";

const WHY = "What a called workflow does happens with the keys that this one passes on.";
const SPEAKS_OF_DEPLOYING = /(^|[^a-z])(deploy|deployment|release|publish|rollout|promote|ship|cd)([^a-z]|$)/i;

/** A job that hands its work to another workflow: of this repository, which is looked into, or of another, which is out of sight. */
export function calledJobMatches(
  file: SourceFile,
  job: Job,
  uses: PlacedText,
  surroundings: Surroundings,
): readonly Match[] {
  const path = uses.value.startsWith("./") ? resolvePath("", uses.value) : null;
  const here = path === null ? undefined : surroundings.context.find((other) => other.path === path);
  if (here !== undefined && !deploysSomething(here)) return [];
  const places = whereTo(job, surroundings);
  const spoken = SPEAKS_OF_DEPLOYING.test(`${uses.value.replace(/@.*$/, "")} ${job.id}`);
  const outOfSight = here === undefined && path === null;
  if (outOfSight && !spoken && job.secrets !== "inherit" && !places.some(({ role }) => role === "production"))
    return [];
  const own = here !== undefined || spoken || places.length > 0 ? "L2" : "L1";
  const says = outOfSight
    ? `it runs "${uses.value.slice(0, 120)}", which we can't see from here`
    : `it runs "${uses.value.slice(0, 120)}", which deploys`;
  const legs: readonly Leg[] = [
    { role: "deploys", says, start: uses.start, end: uses.end },
    ...passedOn(job, uses),
    ...places,
  ];
  const level = levelFrom(own, legs);
  return matchesFor({
    file,
    level,
    message: message(job, outOfSight, own === "L1"),
    why: WHY,
    legs,
    missed: outOfSight ? ["the called workflow itself"] : [],
    start: uses.start,
    end: uses.end,
    identity: ["call", uses.value.replace(/@.*$/, ""), places[0]?.environment ?? ""].join("|"),
  });
}

function message(job: Job, outOfSight: boolean, quiet: boolean): string {
  if (quiet)
    return `The job "${job.id}" runs a workflow of another repository with your secrets; what it does is out of our sight.`;
  return outOfSight
    ? `The job "${job.id}" seems to deploy through a workflow of another repository, which is out of our sight.`
    : `The job "${job.id}" deploys through another workflow of this repository.`;
}

function deploysSomething(file: SourceFile): boolean {
  const jobs = workflowOf(file)?.jobs ?? [];
  return jobs.some((job) => lasting(doingsOf(file, job.steps), job).some(({ does }) => does === "deploy"));
}

function passedOn({ secrets }: Job, { start, end }: PlacedText): readonly Leg[] {
  return secrets === "inherit" ? [{ role: "deploys", says: "it passes every secret on", start, end }] : [];
}

function whereTo(job: Job, { production }: Surroundings): readonly Leg[] {
  return [...job.with].flatMap(([name, text]) => {
    if (/token|version|tag|image|path/i.test(name)) return [];
    return valuesOf(text, job).flatMap((value) => environmentLeg(value, name, text, production) ?? []);
  });
}

/** A value from the matrix is each of the matrix's values. */
function valuesOf({ value }: PlacedText, { matrix }: Job): readonly string[] {
  const name = /\$\{\{\s*matrix\.([\w-]{1,60})/.exec(value)?.[1];
  return (name === undefined ? undefined : matrix.get(name)?.map((text) => text.value)) ?? [value];
}
