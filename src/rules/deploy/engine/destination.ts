import type { ProductionNames } from "../../../model/policy.js";
import type { PlacedText } from "../../../text/tree.js";
import type { Job, Trigger, Workflow } from "../../../text/workflow.js";
import { argumentLegs, environmentLeg, isPublicHost, nameLegs } from "./environment.js";
import type { Doing } from "./job.js";
import type { Leg } from "./leg.js";

/** Variables that name a place to deploy to, and inputs that never do. */
const PLACE_VARIABLE =
  /(^|_)(ENVIRONMENT|ENV_NAME|DEPLOY_ENV|TARGET_ENV|STAGE|CLUSTER|NAMESPACE|PROJECT|WEBAPP|APP_NAME|SERVICE|STACK|WORKSPACE|TARGET|HOST|ACCOUNT|BUCKET|RESOURCE_GROUP)(_NAME|_ID)?$/i;
const BUILD_VARIABLE = /^(NODE|RAILS|RACK|FLASK|APP|ASPNETCORE|DOTNET|DJANGO|NUXT|MIX)_ENV(IRONMENT)?$/i;
const NO_PLACE_INPUT =
  /token|password|node-version|python-version|path|package|source|file|image|tag|message|version|dir$|folder$/i;

/** Every leg that says where a job of a workflow deploys to. */
export function destinationLegs(
  workflow: Workflow,
  job: Job,
  doings: readonly Doing[],
  names: ProductionNames,
): readonly Leg[] {
  return [
    ...environmentLegs(workflow, job, names),
    ...doings.flatMap((doing) => doingLegs(doing, names)),
    ...[...workflow.env, ...job.env, ...job.steps.flatMap(({ env }) => [...env])].flatMap(([name, value]) =>
      PLACE_VARIABLE.test(name) && !BUILD_VARIABLE.test(name) ? legs(value, name, names) : [],
    ),
  ];
}

const legs = (text: PlacedText, what: string, names: ProductionNames): readonly Leg[] => {
  const leg = environmentLeg(text.value, what, text, names);
  return leg === null ? [] : [leg];
};

/** The job's environment. Where it is an expression, the values that the matrix or the inputs may give it count too. */
function environmentLegs(workflow: Workflow, job: Job, names: ProductionNames): readonly Leg[] {
  const { environment } = job;
  if (environment === undefined) return [];
  const own = legs(environment, "environment", names);
  const parameter = /\$\{\{\s*(matrix|inputs|github\.event\.inputs)\.([\w-]{1,60})/.exec(environment.value);
  const values = parameter === null ? [] : parameterValues(parameter[1] ?? "", parameter[2] ?? "", workflow, job);
  const given = values.flatMap((value) => legs(value, "one choice of the environment is", names));
  const production = given.filter(({ role }) => role === "production");
  return [...own, ...(production.length > 0 ? production : given)];
}

function parameterValues(source: string, name: string, { triggers }: Workflow, { matrix }: Job): readonly PlacedText[] {
  if (source === "matrix") return matrix.get(name) ?? [];
  return triggers.flatMap(({ inputs }) => inputs.get(name) ?? []);
}

function doingLegs(doing: Doing, names: ProductionNames): readonly Leg[] {
  const { start, end, inputs, argv, production } = doing;
  const own: readonly Leg[] = production
    ? [{ role: "production", says: "it asks for production itself", start, end }]
    : [];
  const given = [...inputs].flatMap(([name, text]) => (NO_PLACE_INPUT.test(name) ? [] : legs(text, name, names)));
  return [...own, ...given, ...argumentLegs(argv, { start, end }, names)];
}

/** Signs of production that a workflow gives by when and how it runs. None of them is enough alone. */
export function workflowHints(path: string, workflow: Workflow, job: Job, names: ProductionNames): readonly Leg[] {
  const hint = (says: string, { start, end }: { readonly start: number; readonly end: number }): Leg => ({
    role: "hint",
    says,
    start,
    end,
  });
  const pushed = workflow.triggers.find(
    ({ event, branches }) =>
      event === "push" && branches.some((b) => /^(main|master|release.{0,20}|\$default-branch)$/i.test(b)),
  );
  const group = job.concurrency ?? workflow.concurrency;
  const grouped = group !== undefined && environmentLeg(group.value, "", group, names)?.role === "production";
  const called = environmentLeg(`${job.id} ${job.name?.value ?? ""}`, "", job, names)?.role === "production";
  const named = nameLegs(path, names).some(({ role }) => role === "production");
  const host = /^https:\/\/([^/\s$]{4,253})/.exec(job.environmentUrl?.value ?? "")?.[1];
  return [
    ...(pushed === undefined ? [] : [hint("it runs on every push to the main branch", pushed)]),
    ...(grouped ? [hint("its concurrency group speaks of production", group)] : []),
    ...(called
      ? [hint("the job's name speaks of production", { start: job.start, end: job.start + job.id.length })]
      : []),
    ...(named ? [hint("the file's name speaks of production", { start: 0, end: 0 })] : []),
    ...(host !== undefined && isPublicHost(host) && job.environmentUrl !== undefined
      ? [hint("its address is public", job.environmentUrl)]
      : []),
  ];
}

/** The workflow runs only when something is released. */
export function releaseTrigger({ triggers }: Workflow): Trigger | undefined {
  const released = ({ event, branches, tags }: Trigger) =>
    event === "release" || (event === "push" && tags.length > 0 && branches.length === 0);
  const others = triggers.filter((trigger) => !released(trigger) && !/^workflow_(dispatch|call)$/.test(trigger.event));
  return others.length > 0 ? undefined : triggers.find(released);
}
