import * as z from "zod";
import { DATA_KINDS, DATA_WORDS } from "./manifest.js";
import { MODES, RULE_LEVELS } from "./policy.js";

/**
 * The published shape of `ai-experiment-policy.yml`. Every part is optional. Nothing that runs needs this file: it makes
 * the JSON Schema and the types, and the command line starts without it.
 */

const Text = z.string().min(1);
/** A pattern is matched against every path or host: the cap keeps that quick. */
const Glob = Text.max(256);
const Day = z.iso.date();

/** What an editor shows beside a field. */
const help = (description: string, ...examples: readonly unknown[]) =>
  examples.length === 0 ? { description } : { description, examples: [...examples] };
const texts = (description: string, ...examples: readonly string[]) =>
  z
    .array(Text)
    .default([])
    .meta(help(description, [...examples]));
const globs = (description: string, ...examples: readonly string[]) =>
  z
    .array(Glob)
    .default([])
    .meta(help(description, [...examples]));
const days = (length: string, description: string) =>
  z
    .string()
    .regex(/^\d{1,4}d$/)
    .default(length)
    .meta(help(description, length));
const team = (description: string, example: string) => Text.optional().meta(help(description, example));

export const RuleSetting = z.union([
  z.enum(RULE_LEVELS),
  z.strictObject({
    level: z.enum(RULE_LEVELS).meta(help("What its findings come to.", "advice")),
    "new-until": Day.optional().meta(help("Until this day its findings are notes.", "2027-01-31")),
  }),
]);

export const AiService = z.strictObject({
  id: Text.meta(help("The name that manifests use.", "azure-openai")),
  name: Text.optional().meta(help("The name that people use.", "Azure OpenAI")),
  approved: z.boolean().default(false).meta(help("May company work use it?", true)),
  "company-account": z.boolean().optional().meta(help("Is it used with an account of the company?", true)),
  "most-sensitive-data": z.enum(DATA_WORDS).optional().meta(help("The most sensitive data it may see.", "internal")),
  access: Text.optional().meta(help("Where people get access.", "https://ai.acme.example/access")),
  match: z
    .strictObject({
      packages: globs("Packages that talk to it.", "@azure/openai"),
      hosts: globs("Hosts it answers on.", "*.openai.azure.com"),
      models: globs("Models it serves.", "azure/*"),
    })
    .partial()
    .optional()
    .meta(help("How it is recognised in code.")),
});

export const Environment = z.strictObject({
  id: Text.meta(help("The name that manifests use.", "production")),
  match: texts("Other names it goes by in files.", "production", "prod", "live"),
  production: z.boolean().default(false).meta(help("Is it a production system?", true)),
  accounts: texts("Cloud accounts that belong to it.", "111122223333"),
  projects: texts("Cloud projects that belong to it.", "acme-prod"),
  subscriptions: texts("Cloud subscriptions that belong to it."),
  clusters: texts("Kubernetes clusters that belong to it."),
  hosts: globs("Hosts that belong to it.", "*.prod.acme.example"),
  vaults: texts("Secret stores that belong to it.", "prod-kv"),
  namespaces: texts("Kubernetes namespaces that belong to it.", "prod"),
});

export const OrganizationSettings = z.strictObject({
  "email-domains": texts("The company's own mail domains: evidence for real company data.", "acme.example"),
  hosts: globs("The company's own hosts.", "*.acme.example"),
});

const ENVIRONMENTS = [
  { id: "local", match: ["local", "dev", "development"] },
  { id: "production", match: ["production", "prod", "prd", "live"], production: true },
];

const PolicyDocument = z.strictObject({
  name: Text.default("AI Experimentation and Production Use Policy").meta(help("What the policy is called.")),
  version: Text.optional().meta(help("Its version. Every result names it.", "2026.1")),
  url: Text.optional().meta(help("Where people read it.", "https://handbook.acme.example/ai-policy")),
  pages: z
    .array(z.union([Text, z.strictObject({ title: Text, url: Text })]))
    .default([])
    .meta(help("The pages that belong to it: links, or a title and a link each.")),
  changes: texts("What changed, one line a version.", "2026.1: first version"),
  clauses: z
    .record(z.string(), z.string())
    .default({})
    .meta(help("Your own words for a numbered sentence of it.", { C7a: "Production systems: hand it off." })),
});

const Dev = z.strictObject({
  team: team("Dev's team.", "acme/dev"),
  "intake-repo": team("Where handoffs arrive. Without it: the experiment's own repository.", "acme/dev-intake"),
  "request-form": team(
    "The official Dev request form. `{name}` and `{repository}` are filled in.",
    "https://github.com/acme/dev-intake/issues/new?template=dev-request.yml&experiment={name}",
  ),
  domains: z
    .strictObject({
      engineering: Text.meta(help("The engineering team.", "acme/dev-eng")),
      security: Text.meta(help("The security team.", "acme/dev-security")),
      sre: Text.meta(help("The SRE team.", "acme/sre")),
      devops: Text.meta(help("The DevOps team.", "acme/devops")),
    })
    .partial()
    .default({})
    .meta(help("The teams within Dev.")),
});

const Scope = z.strictObject({
  include: z
    .array(Glob)
    .default(["*"])
    .meta(help("Which repositories this policy is for.", ["*"])),
  exempt: z
    .strictObject({
      teams: texts("Repositories that these teams own.", "acme/dev"),
      properties: z
        .record(z.string(), Text)
        .default({})
        .meta(help("Repositories with these custom properties.", { "owner-type": "dev" })),
      topics: texts("Repositories with one of these topics.", "dev-owned"),
      repos: globs("Repositories by name.", "infra-*"),
      archived: z.boolean().default(true).meta(help("Archived repositories.", true)),
      forks: z.boolean().default(true).meta(help("Forks.", true)),
    })
    .prefault({})
    .meta(help("Which of them it leaves alone. Their check still reports success.")),
});

const Waivers = z.strictObject({
  "max-days": z.int().min(1).max(3650).default(90).meta(help("How long an exception may last.", 90)),
  approvals: z.int().min(1).default(1).meta(help("How many people say yes.", 1)),
  approvers: z
    .record(z.string(), Text)
    .default({})
    .meta(help("Who says yes, by family or rule.", { "real-data": "acme/dev-security" })),
});

const Handoff = z.strictObject({
  "open-on": z
    .enum(["pull-request", "merge"])
    .default("pull-request")
    .meta(help("When the handoff is opened: with the pull request, or once it is merged.")),
  "wait-for": z
    .enum(["open", "accepted"])
    .default("open")
    .meta(help("In `enforce`: what a pull request with a handoff waits for.")),
  "first-answer": days("2d", "How soon Dev answers; Dev is reminded after that."),
  "quiet-days": z.array(Text).default(["saturday", "sunday"]).meta(help("Days without reminders.")),
  tiers: z
    .record(z.string(), z.array(Text))
    .default({})
    .meta(help("What each tier has to have in place.", { standard: ["codeowners", "protected-branch", "ci"] })),
});

export const PolicyFile = z
  .object({
    version: z.literal(1).default(1).meta(help("The version of this file's format.")),
    policy: PolicyDocument.prefault({}).meta(help("The document that people read.")),
    mode: z.enum(MODES).default("advise").meta(help("`advise` never blocks a merge; `enforce` may.", "advise")),
    rules: z
      .record(z.string(), RuleSetting)
      .default({})
      .meta(
        help("A word for a family is the most its findings may become; a word for a rule's id sets it.", {
          "production-secret": "stop",
          "ai-service": "advice",
        }),
      ),
    organization: OrganizationSettings.prefault({}).meta(help("The company's own names.")),
    dev: Dev.prefault({}).meta(help("How to reach Dev.")),
    routing: z
      .partialRecord(z.enum([...DATA_KINDS, "new-ai-service"]), z.array(Text))
      .default({})
      .meta(
        help("Which teams may want to know of which data. A suggestion: Dev confirms.", {
          employee: ["hr", "privacy"],
        }),
      ),
    teams: z
      .record(z.string(), Text)
      .default({})
      .meta(help("How to reach a team: a GitHub team, an e-mail or a form.", { privacy: "acme/privacy" })),
    "ai-services": z
      .array(AiService)
      .optional()
      .meta(help("AI services. Without this list nothing is said about any of them.")),
    environments: z
      .array(Environment)
      .prefault(ENVIRONMENTS)
      .meta(help("Where things run, and which of these places are production.")),
    scope: Scope.prefault({}).meta(help("Which repositories this policy is for.")),
    review: z
      .strictObject({ every: days("90d", "How often a manifest is looked at again.") })
      .prefault({})
      .meta(help("When to look again.")),
    waivers: Waivers.prefault({}).meta(help("How exceptions work.")),
    handoff: Handoff.prefault({}).meta(help("How a handoff works.")),
    labels: z
      .strictObject({ prefix: z.string().default("ai: ").meta(help("What every label begins with.")) })
      .prefault({})
      .meta(help("Labels on pull requests and issues.")),
    share: z
      .strictObject({ discussions: team("The repository whose discussions show what was learned.", "acme/ai-ideas") })
      .prefault({})
      .meta(help("Where experiments share what they learned.")),
  })
  .meta({ title: "AI experiment policy", ...help("What an organisation says about its AI experiments.") });
