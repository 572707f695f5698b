import type * as z from "zod";
import type * as file from "./policy-file.js";

/** The organisation's `ai-experiment-policy.yml`. Every part is optional; the defaults are the built-in policy. */

export const MODES = ["advise", "enforce"] as const;
export type Mode = (typeof MODES)[number];

export const RULE_LEVELS = ["off", "note", "advice", "handoff", "stop"] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

export type Policy = z.output<typeof file.PolicyFile>;
export type AiService = z.output<typeof file.AiService>;
export type Environment = z.output<typeof file.Environment>;

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

/** An environment of which the policy says nothing more. */
export const PLAIN_ENVIRONMENT = {
  match: [],
  production: false,
  accounts: [],
  projects: [],
  subscriptions: [],
  clusters: [],
  hosts: [],
  vaults: [],
  namespaces: [],
} satisfies Partial<Environment>;

/** What holds where an organisation says nothing. */
export const BUILT_IN_POLICY: Policy = {
  version: 1,
  policy: { name: "AI Experimentation and Production Use Policy", pages: [], changes: [], clauses: {} },
  mode: "advise",
  rules: {},
  organization: { "email-domains": [], hosts: [] },
  dev: { domains: {} },
  routing: {},
  teams: {},
  environments: [
    { ...PLAIN_ENVIRONMENT, id: "local", match: ["local", "dev", "development"] },
    { ...PLAIN_ENVIRONMENT, id: "production", match: ["production", "prod", "prd", "live"], production: true },
  ],
  scope: {
    include: ["*"],
    exempt: { teams: [], properties: {}, topics: [], repos: [], archived: true, forks: true },
  },
  review: { every: "90d" },
  waivers: { "max-days": 90, approvals: 1, approvers: {} },
  handoff: {
    "open-on": "pull-request",
    "wait-for": "open",
    "first-answer": "2d",
    "quiet-days": ["saturday", "sunday"],
    tiers: {},
  },
  labels: { prefix: "ai: " },
  share: {},
};

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
