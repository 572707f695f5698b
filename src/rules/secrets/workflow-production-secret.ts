import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { environmentOf } from "../../text/environment-words.js";
import { type Job, type Workflow, workflowOf } from "../../text/workflow.js";
import { mayNameProduction } from "./evidence/mentions.js";
import { REFERENCE_WORDS } from "./evidence/reference.js";
import { environmentNames, type Read, secretsRead } from "./workflow/reads.js";

const path = ".github/workflows/send.yml";
const steps = "\n    runs-on: ubuntu-latest\n    steps:\n      - run: python send.py\n        env:\n          ";
const job = (head: string, env: string) => ({ path, text: `on: push\njobs:\n  send:${head}${steps}${env}\n` });
const secret = (name: string) => `KEY: $\{{ secrets.${name} }}`;

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/workflow-production-secret",
  summary: "A job of this workflow reads production secrets.",
  appliesTo: { paths: ["**/.github/workflows/*.{yml,yaml}"] },
  detect: (file, surroundings) => {
    const workflow = mayNameProduction(file, surroundings.production) ? workflowOf(file) : null;
    return workflow === null ? [] : workflow.jobs.flatMap((one) => look(one, workflow, file, surroundings));
  },
  limits: "What a reusable workflow does with the secrets it is given is in another file and isn't looked at.",
  examples: {
    match: [
      { ...job("\n    environment: production", secret("SMTP_PASSWORD")), suggests: "handoff" },
      { ...job("\n    environment: { name: prod-eu }", secret("API_KEY")), suggests: "handoff" },
      { ...job("", secret("PROD_SMTP_PASSWORD")), suggests: "handoff" },
      { ...job("", secret("STRIPE_LIVE_KEY")), suggests: "handoff" },
      {
        path,
        text: "on: push\njobs:\n  call:\n    uses: acme/infra/.github/workflows/deploy.yml@main\n    with:\n      environment: prod\n    secrets: inherit\n",
        suggests: "handoff",
      },
    ],
    skip: [
      job("\n    environment: staging", secret("SMTP_PASSWORD")),
      job("\n    environment: non-production", secret("API_KEY")),
      job("\n    environment: github-pages", secret("GITHUB_TOKEN")),
      job("\n    environment: production", "NODE_ENV: production"),
      job("", secret("DEV_SMTP_PASSWORD")),
      job("", secret("OPENAI_API_KEY")),
      job("", secret("PRODUCT_BOARD_KEY")),
    ],
  },
});

function look(one: Job, workflow: Workflow, file: SourceFile, { production }: Surroundings): readonly Match[] {
  const says = (text: string) => environmentOf(text, production.words);
  const reads = secretsRead(one, workflow);
  const bound = boundTo(one, says);
  const permissions = one.permissions.size > 0 ? one.permissions : workflow.permissions;
  if (bound !== null && (reads.length > 0 || permissions.get("id-token")?.value === "write")) {
    return [boundMatch(one, bound, reads)];
  }
  return reads.filter(({ name }) => says(name) === "production").map((read) => namedMatch(one, read, file));
}

/** The production environment that a job runs in, by its own word or by what it passes to the workflow that it calls. */
function boundTo(one: Job, says: (text: string) => string): string | null {
  const passed = ["environment", "env", "stage", "target-environment", "deploy-environment"].flatMap((key) => {
    const value = one.uses === undefined ? undefined : (one.with.get(key) ?? one.with.get(key.replaceAll("-", "_")));
    return value === undefined ? [] : [value.value];
  });
  return [...environmentNames(one), ...passed].find((name) => says(name) === "production") ?? null;
}

function boundMatch(one: Job, environment: string, reads: readonly Read[]): Match {
  const names = reads.map(({ name }) => (name === "*" ? "all secrets" : `\`${name}\``)).slice(0, 6);
  const place = one.environment ?? one.uses;
  return {
    range: [place?.start ?? one.start, place?.end ?? one.start + one.id.length],
    message: `The job \`${one.id}\` works with production secrets.`,
    because: [
      `It runs in the environment \`${environment}\`.`,
      names.length === 0 ? "It may log in to a cloud (`id-token: write`)." : `There it reads ${names.join(", ")}.`,
      "I looked for a word like test, dev, staging or non-prod in the environment's name and found none.",
    ],
    evidence: `environment: ${environment}`,
    confidence: one.environment?.value.includes("${{") ? "medium" : "high",
    identity: [one.id, environment, ...reads.map(({ name }) => name).sort()].join(" "),
  };
}

function namedMatch(one: Job, { name, at }: Read, file: SourceFile): Match {
  const found = file.text.indexOf(name, at.start);
  const start = found >= 0 && found < at.end ? found : at.start;
  return {
    range: [start, Math.max(start + 1, Math.min(at.end, start + name.length))],
    message: `The job \`${one.id}\` reads the secret \`${name}\`, whose name says production.`,
    because: [
      `The secret is called \`${name}\`.`,
      "The job isn't bound to an environment that says otherwise in its name.",
    ],
    evidence: `secrets.${name}`,
    identity: name,
  };
}
