import * as z from "zod";
import { DATA_KINDS, DATA_WORDS } from "./manifest.js";

/** The organisation's `ai-experiment-policy.yml`. Every part is optional; the defaults are the built-in policy. */

export const MODES = ["advise", "enforce"] as const;
export type Mode = (typeof MODES)[number];

export const RULE_LEVELS = ["off", "note", "advice", "handoff", "stop"] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

const Text = z.string().min(1);
const Texts = z.array(Text).default([]);

export const RuleSetting = z.union([
  z.enum(RULE_LEVELS),
  z.strictObject({ level: z.enum(RULE_LEVELS), "new-until": z.iso.date().optional() }),
]);

export const AiService = z.strictObject({
  id: Text,
  name: Text.optional(),
  approved: z.boolean().default(false),
  "company-account": z.boolean().optional(),
  "most-sensitive-data": z.enum(DATA_WORDS).optional(),
  access: Text.optional().meta({ description: "Where people get access." }),
  match: z.strictObject({ packages: Texts, hosts: Texts, models: Texts }).partial().optional(),
});
export type AiService = z.output<typeof AiService>;

export const Environment = z.strictObject({
  id: Text,
  match: Texts,
  production: z.boolean().default(false),
  accounts: Texts,
  projects: Texts,
  subscriptions: Texts,
  clusters: Texts,
  hosts: Texts,
  vaults: Texts,
  namespaces: Texts,
});
export type Environment = z.output<typeof Environment>;

export const OrganizationSettings = z.strictObject({ "email-domains": Texts, hosts: Texts });

export const DEFAULT_ENVIRONMENTS = [
  { id: "local", match: ["local", "dev", "development"], production: false },
  { id: "production", match: ["production", "prod", "prd", "live"], production: true },
];

const Days = z.string().regex(/^\d{1,4}d$/);

export const PolicyFile = z
  .object({
    version: z.literal(1).default(1),
    policy: z
      .strictObject({
        name: Text.default("AI Experimentation and Production Use Policy"),
        version: Text.optional(),
        url: Text.optional(),
        pages: z.array(z.union([Text, z.strictObject({ title: Text, url: Text })])).default([]),
        changes: Texts,
        clauses: z.record(z.string(), z.string()).default({}),
      })
      .prefault({}),
    mode: z.enum(MODES).default("advise"),
    rules: z.record(z.string(), RuleSetting).default({}),
    organization: OrganizationSettings.prefault({}),
    dev: z
      .strictObject({
        team: Text.optional(),
        "intake-repo": Text.optional(),
        "request-form": Text.optional(),
        domains: z.strictObject({ engineering: Text, security: Text, sre: Text, devops: Text }).partial().default({}),
      })
      .prefault({}),
    routing: z.partialRecord(z.enum([...DATA_KINDS, "new-ai-service"]), z.array(Text)).default({}),
    teams: z.record(z.string(), Text).default({}),
    "ai-services": z.array(AiService).optional(),
    environments: z.array(Environment).prefault(DEFAULT_ENVIRONMENTS),
    scope: z
      .strictObject({
        include: z.array(Text).default(["*"]),
        exempt: z
          .strictObject({
            teams: Texts,
            properties: z.record(z.string(), Text).default({}),
            topics: Texts,
            repos: Texts,
            archived: z.boolean().default(true),
            forks: z.boolean().default(true),
          })
          .prefault({}),
      })
      .prefault({}),
    review: z.strictObject({ every: Days.default("90d") }).prefault({}),
    waivers: z
      .strictObject({
        "max-days": z.int().min(1).max(3650).default(90),
        approvals: z.int().min(1).default(1),
        approvers: z.record(z.string(), Text).default({}),
      })
      .prefault({}),
    handoff: z
      .strictObject({
        "open-on": z.enum(["pull-request", "merge"]).default("pull-request"),
        "wait-for": z.enum(["open", "accepted"]).default("open"),
        "first-answer": Days.default("2d"),
        "quiet-days": z.array(Text).default(["saturday", "sunday"]),
        tiers: z.record(z.string(), z.array(Text)).default({}),
      })
      .prefault({}),
    labels: z.strictObject({ prefix: z.string().default("ai: ") }).prefault({}),
    share: z.strictObject({ discussions: Text.optional() }).prefault({}),
  })
  .meta({ title: "AI experiment policy", description: "What an organisation says about its AI experiments." });

export type Policy = z.output<typeof PolicyFile>;

/** The company's own names, as far as it gave them: evidence for real company data and hosts. */
export interface Organization {
  readonly emailDomains: readonly string[];
  /** Globs. */
  readonly hosts: readonly string[];
}

/** What the organisation calls production, from every environment with `production: true`. */
export interface ProductionNames {
  /** Environment words and ids, lower case. */
  readonly words: readonly string[];
  readonly accounts: readonly string[];
  readonly projects: readonly string[];
  readonly subscriptions: readonly string[];
  readonly clusters: readonly string[];
  /** Globs. */
  readonly hosts: readonly string[];
  readonly vaults: readonly string[];
  readonly namespaces: readonly string[];
}

export const BUILT_IN_POLICY: Policy = PolicyFile.parse({});

/** The names under which production is known, gathered from the policy. */
export function productionNames(policy: Policy): ProductionNames {
  const production = policy.environments.filter((environment) => environment.production);
  const all = (pick: (environment: Environment) => readonly string[]) => [...new Set(production.flatMap(pick))];
  return {
    words: all((e) => [e.id, ...e.match].map((word) => word.toLowerCase())),
    accounts: all((e) => e.accounts),
    projects: all((e) => e.projects),
    subscriptions: all((e) => e.subscriptions),
    clusters: all((e) => e.clusters),
    hosts: all((e) => e.hosts),
    vaults: all((e) => e.vaults),
    namespaces: all((e) => e.namespaces),
  };
}
