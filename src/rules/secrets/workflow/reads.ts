import type { PlacedText } from "../../../text/tree.js";
import type { Job, Workflow } from "../../../text/workflow.js";

/** A secret that a job reads, by its name as the workflow has it. */
export interface Read {
  readonly name: string;
  readonly at: PlacedText;
}

const BY_NAME =
  /\bsecrets\s{0,3}(?:\.\s{0,3}([A-Za-z_][A-Za-z0-9_]{0,100})|\[\s{0,3}'([A-Za-z0-9_]{1,100})'\s{0,3}\])/g;
const EVERYTHING =
  /\btoJSON\(\s{0,3}secrets\s{0,3}\)|\bsecrets\s{0,3}\[\s{0,3}(?:format\(|inputs\.|matrix\.|github\.)/i;
/** Given to every workflow, for its own repository. */
const OWN = new Set(["github_token", "actions_step_debug", "actions_runner_debug"]);

/** Every secret that the job's own texts read, in order, each name once. `*` stands for all of them. */
export function secretsRead(job: Job, workflow: Workflow): readonly Read[] {
  const reads = new Map<string, Read>();
  for (const text of textsOf(job, workflow)) {
    for (const hit of text.value.matchAll(BY_NAME)) {
      const name = hit[1] ?? hit[2] ?? "";
      if (!OWN.has(name.toLowerCase()) && !reads.has(name)) reads.set(name, { name, at: text });
    }
    if (EVERYTHING.test(text.value) && !reads.has("*")) reads.set("*", { name: "*", at: text });
  }
  if (job.secrets === "inherit" && job.uses !== undefined) reads.set("*", { name: "*", at: job.uses });
  return [...reads.values()];
}

function textsOf(job: Job, workflow: Workflow): readonly PlacedText[] {
  const passed = job.secrets === "inherit" ? [] : [...job.secrets.values()];
  const steps = job.steps.flatMap(({ env, with: inputs, run, condition }) => [
    ...env.values(),
    ...inputs.values(),
    ...(run === undefined ? [] : [run]),
    ...(condition === undefined ? [] : [condition]),
  ]);
  return [...workflow.env.values(), ...job.env.values(), ...job.with.values(), ...passed, ...steps];
}

/** Every name that the job's environment may have: the name itself, the texts of an expression, the values of a matrix. */
export function environmentNames({ environment, matrix }: Job): readonly string[] {
  if (environment === undefined) return [];
  if (!environment.value.includes("${{")) return [environment.value];
  const fromMatrix = /matrix\.([A-Za-z0-9_-]{1,60})/.exec(environment.value)?.[1];
  const values = fromMatrix === undefined ? [] : (matrix.get(fromMatrix) ?? []).map(({ value }) => value);
  const texts = [...environment.value.matchAll(/(?:&&|\|\||,)\s{0,5}'([^']{1,80})'/g)].map((hit) => hit[1] ?? "");
  return [...values, ...texts];
}
