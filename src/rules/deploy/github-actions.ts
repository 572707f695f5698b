import type { Match, Unread } from "../../model/rule.js";
import { defineRule } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import type { DeployLevel } from "../../model/vocabulary.js";
import { linesOf, positionAt } from "../../text/lines.js";
import { compositeOf, type Job, type Step, type Workflow, workflowOf } from "../../text/workflow.js";
import { yamlOf } from "../../text/yaml.js";
import { calledJobMatches } from "./engine/called-workflow.js";
import { destinationLegs, releaseTrigger, workflowHints } from "./engine/destination.js";
import { factLegs } from "./engine/environment.js";
import { type Doing, doingsOf, isOff, lasting } from "./engine/job.js";
import { higher, type Leg, levelFrom } from "./engine/leg.js";
import { resolvePath } from "./engine/paths.js";
import { matchesFor } from "./engine/report.js";

const WHY =
  "A workflow runs by itself, with keys that its author may never see, so whatever it changes is changed for everybody.";
const MISSED = ["a throw-away cluster", "a dry run", "a test account"];

function detect(file: SourceFile, surroundings: Surroundings): readonly (Match | Unread)[] {
  const workflow = workflowOf(file);
  const found = workflow === null ? [] : workflow.jobs.flatMap((job) => jobMatches(file, workflow, job, surroundings));
  const { problem } = yamlOf(file);
  if (problem === null) return found;
  const { line } = positionAt(linesOf(file), problem.offset);
  const gap = `We could not read all of this workflow (line ${line}: ${problem.message}), so we can't say all it does.`;
  return [...found, { gap }];
}

function jobMatches(file: SourceFile, workflow: Workflow, job: Job, surroundings: Surroundings): readonly Match[] {
  if (isOff(job.condition)) return [];
  if (job.uses !== undefined) return calledJobMatches(file, job, job.uses, surroundings);
  const all = [...doingsOf(file, job.steps), ...job.steps.flatMap((step) => localAction(step, job, surroundings))];
  const doings = lasting(all, job);
  const highest = doings.map(({ level }) => level).reduce(higher, "L0");
  const first = doings.find(({ level }) => level === highest);
  if (first === undefined) return [];
  const deploys = doings.filter(({ does }) => does === "deploy");
  const legs = [...doings.map(deployLeg), ...whereTo(file, workflow, job, deploys, surroundings)];
  const own = doings.map((doing) => ownLevel(doing, job)).reduce(higher);
  const level = deploys.length === 0 ? own : levelFrom(own, legs);
  const environment = legs.find(({ environment }) => environment !== undefined)?.environment ?? "";
  return matchesFor({
    file,
    level,
    message: sentence(job, doings, legs, level),
    why: WHY,
    legs,
    missed: level === "L1" ? [] : MISSED,
    start: first.start,
    end: first.end,
    identity: ["job", job.id, ...new Set(doings.map(({ name }) => name)), environment].join("|"),
  });
}

/** Publishing to a registry that the job names itself, other than the public one, is not publishing to everyone. */
function ownLevel({ does, level }: Doing, { steps }: Job): DeployLevel {
  const registries = steps.flatMap((step) => step.with.get("registry-url")?.value ?? []);
  const own = registries.length > 0 && registries.every((url) => !/npmjs|pypi|rubygems/i.test(url));
  return does === "publish" && own && level === "L3" ? "L2" : level;
}

/** The steps of an action in the same repository, placed where it is used. */
function localAction(step: Step, job: Job, { context }: Surroundings): readonly Doing[] {
  const uses = step.uses?.value ?? "";
  const folder = uses.startsWith("./") ? resolvePath("", uses) : null;
  const action =
    folder === null
      ? undefined
      : context.find(({ path }) => path === `${folder}/action.yml` || path === `${folder}/action.yaml`);
  const steps = action === undefined ? null : compositeOf(action);
  if (action === undefined || steps === null) return [];
  const at = step.uses ?? job;
  return doingsOf(action, steps).map((doing) => ({
    ...doing,
    start: at.start,
    end: at.end,
    inputs: new Map([...doing.inputs, ...step.with]),
  }));
}

const deployLeg = ({ says, start, end }: Doing): Leg => ({ role: "deploys", says: `it ${says}`, start, end });

function whereTo(
  file: SourceFile,
  workflow: Workflow,
  job: Job,
  deploys: readonly Doing[],
  surroundings: Surroundings,
): readonly Leg[] {
  if (deploys.length === 0) return [];
  const places = destinationLegs(workflow, job, deploys, surroundings.production);
  const facts = factLegs(file, surroundings.production).filter(
    ({ start, end }) => inJob(start, job) || (start < job.start && end > 0),
  );
  const release = releaseTrigger(workflow);
  const released: readonly Leg[] =
    release === undefined || places.some(({ role }) => role === "other")
      ? []
      : [{ role: "production", says: "it runs when a version is released", start: release.start, end: release.end }];
  return [...places, ...facts, ...released, ...workflowHints(file.path, workflow, job, surroundings.production)];
}

const inJob = (at: number, { start, end }: Job) => at >= start && at < end;

function sentence(job: Job, doings: readonly Doing[], legs: readonly Leg[], level: string): string {
  const what = [...new Set(doings.map(({ says }) => says))].slice(0, 2).join(" and ");
  const environment = legs.find(
    ({ role, environment }) => role === "production" && environment !== undefined,
  )?.environment;
  const deploys = doings.some(({ does }) => does === "deploy");
  const where =
    level !== "L3" || !deploys
      ? ""
      : environment === undefined
        ? ", for production"
        : `, into what is called "${environment}"`;
  return `The job "${job.id}" ${what}${where}.`;
}

export default defineRule({
  id: "deploy/github-actions",
  family: "deploy-config",
  summary: "A GitHub Actions job deploys or publishes something.",
  why: "A workflow runs by itself, with keys that its author may never see. What it changes is changed for everybody, so Dev likes to know about it early.",
  remedy: "Keep trying things out on your own computer, and start a handoff when this should really run.",
  trigger: "production-systems",
  confidence: "high",
  suggests: "handoff",
  appliesTo: { paths: ["**/*.{yml,yaml}"], keywords: ["jobs:", '"jobs"'] },
  detect: (file, surroundings) =>
    /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i.test(file.path) ? detect(file, surroundings) : [],
  limits:
    "What a reusable workflow of another repository does is out of sight, and said so. Commands in JavaScript actions are not seen.",
  examples: {
    match: [
      {
        path: ".github/workflows/ship.yml",
        text: "on: { push: { branches: [main] } }\njobs:\n  ship:\n    environment: production\n    runs-on: ubuntu-latest\n    steps:\n      - uses: azure/webapps-deploy@v3\n        with: { app-name: demo }\n",
        level: "L3",
        suggests: "handoff",
      },
      {
        path: ".github/workflows/ship.yml",
        text: "on: { push: { branches: [main] } }\njobs:\n  ship:\n    environment: staging\n    runs-on: ubuntu-latest\n    steps:\n      - run: helm upgrade demo ./chart --install\n",
        level: "L2",
        suggests: "handoff",
      },
      {
        path: ".github/workflows/pages.yml",
        text: "on: push\njobs:\n  site:\n    environment: github-pages\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/deploy-pages@v4\n",
        level: "L1",
        suggests: "note",
      },
      {
        path: ".github/workflows/call.yml",
        text: "on: push\njobs:\n  deploy:\n    uses: acme/pipelines/.github/workflows/deploy.yml@main\n    secrets: inherit\n",
        level: "L2",
      },
    ],
    skip: [
      {
        path: ".github/workflows/test.yml",
        text: 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          # kubectl apply -f k8s/\n          echo "terraform apply"\n          npm test\n',
      },
      {
        path: ".github/workflows/e2e.yml",
        text: "on: push\njobs:\n  e2e:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: helm/kind-action@v1\n      - run: kubectl apply -f k8s/\n",
      },
      {
        path: ".github/workflows/plan.yml",
        text: "on: push\njobs:\n  plan:\n    runs-on: ubuntu-latest\n    steps:\n      - run: terraform plan\n      - run: helm upgrade demo ./chart --dry-run\n",
      },
    ],
  },
});
