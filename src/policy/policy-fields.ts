import { isMap, isScalar, type Node } from "yaml";
import { DATA_KINDS, DATA_WORDS } from "../model/manifest.js";
import {
  type AiService,
  type Environment,
  MODES,
  PLAIN_ENVIRONMENT,
  RULE_LEVELS,
  type RuleLevel,
} from "../model/policy.js";
import { COMMAS, listOf, mapOf, readRecord, record } from "./reading/collections.js";
import type { Log } from "./reading/log.js";
import * as read from "./reading/values.js";
import { ruleName } from "./rule-names.js";

const text = read.text({ longest: 1000 });
const texts = listOf(text, { split: COMMAS });
const globs = listOf(read.glob, { split: COMMAS });

const level = read.word<RuleLevel>({
  words: RULE_LEVELS,
  synonyms: {
    no: "off",
    none: "off",
    ignore: "off",
    disabled: "off",
    false: "off",
    info: "note",
    notice: "note",
    warn: "advice",
    warning: "advice",
    tip: "advice",
    "hand-off": "handoff",
    block: "stop",
    error: "stop",
    fail: "stop",
  },
});

/** A level, or a level that is a note until a day. */
const ruleSetting: read.Reader<RuleLevel | { level: RuleLevel; "new-until"?: string }> = (node, key, log) => {
  if (!isMap(node)) return level(node, key, log);
  const { values } = readRecord(node, { level, "new-until": read.date }, log, {
    aka: { until: "new-until", new: "new-until" },
  });
  if (values.level === undefined) {
    log.error(
      read.startOf(node),
      `\`${key}\` needs a \`level\`: ${RULE_LEVELS.join(", ")}. Until then its default stands.`,
    );
    return undefined;
  }
  return { level: values.level, ...(values["new-until"] === undefined ? {} : { "new-until": values["new-until"] }) };
};

/** A block in a list that is known by its `id`; one word is an id alone. */
function byId<T extends { readonly id?: string }>(block: read.Reader<T>): read.Reader<T & { readonly id: string }> {
  return (node, key, log) => {
    if (isScalar(node)) {
      const id = text(node, key, log);
      return id === undefined ? undefined : ({ id } as T & { readonly id: string });
    }
    const values = block(node, key, log);
    if (values === undefined) return undefined;
    if (values.id !== undefined) return { ...values, id: values.id };
    log.error(read.startOf(node), `This entry under \`${key}\` has no \`id\`, so we left it out.`);
    return undefined;
  };
}

const aiServiceBlock = byId(
  record({
    id: text,
    name: text,
    approved: read.yesNo,
    "company-account": read.yesNo,
    "most-sensitive-data": read.word({ words: DATA_WORDS }),
    access: text,
    match: record({ packages: globs, hosts: globs, models: globs }),
  }),
);

const environmentBlock = byId(
  record({
    id: text,
    match: texts,
    production: read.yesNo,
    accounts: texts,
    projects: texts,
    subscriptions: texts,
    clusters: texts,
    hosts: globs,
    vaults: texts,
    namespaces: texts,
  }),
);

const page: read.Reader<string | { title: string; url: string }> = (node: Node, key: string, log: Log) => {
  if (!isMap(node)) return text(node, key, log);
  const { values } = readRecord(node, { title: text, url: read.link }, log);
  const { title, url } = values;
  return title === undefined || url === undefined ? (title ?? url) : { title, url };
};

const routed = read.word({ words: [...DATA_KINDS, "new-ai-service" as const] });

const aiService: read.Reader<AiService> = (node, key, log) => {
  const block = aiServiceBlock(node, key, log);
  return block === undefined ? undefined : ({ approved: false, ...block } as AiService);
};

const environment: read.Reader<Environment> = (node, key, log) => {
  const block = environmentBlock(node, key, log);
  return block === undefined ? undefined : ({ ...PLAIN_ENVIRONMENT, ...block } as Environment);
};

/** How each key of a policy is read; the shape is that of `PolicyFile`. */
export const POLICY_FIELDS = {
  version: read.version,
  policy: record({
    name: text,
    version: text,
    url: text,
    pages: listOf(page),
    changes: listOf(text),
    clauses: mapOf(text),
  }),
  mode: read.word({
    words: MODES,
    synonyms: {
      advisory: "advise",
      advice: "advise",
      warn: "advise",
      enforced: "enforce",
      enforcing: "enforce",
      block: "enforce",
    },
    otherwise: "advise",
  }),
  rules: mapOf(ruleSetting, ruleName),
  organization: record({ "email-domains": texts, hosts: globs }),
  dev: record({
    team: text,
    "intake-repo": text,
    "request-form": text,
    domains: record({ engineering: text, security: text, sre: text, devops: text }),
  }),
  routing: mapOf(texts, routed),
  teams: mapOf(text),
  "ai-services": listOf(aiService),
  environments: listOf(environment),
  scope: record({
    include: globs,
    exempt: record({
      teams: texts,
      properties: mapOf(text),
      topics: texts,
      repos: globs,
      archived: read.yesNo,
      forks: read.yesNo,
    }),
  }),
  review: record({ every: read.days }),
  waivers: record({
    "max-days": read.wholeNumber(1, 3650),
    approvals: read.wholeNumber(1, 100),
    approvers: mapOf(text),
  }),
  handoff: record({
    "open-on": read.word({
      words: ["pull-request", "merge"] as const,
      synonyms: { pr: "pull-request" },
      otherwise: "pull-request",
    }),
    "wait-for": read.word({ words: ["open", "accepted"] as const, otherwise: "open" }),
    "first-answer": read.days,
    "quiet-days": texts,
    tiers: mapOf(texts),
  }),
  labels: record({ prefix: read.verbatim(30) }),
  share: record({ discussions: text }),
};

export const POLICY_KEY_SYNONYMS: Readonly<Record<string, string>> = {
  organisation: "organization",
  company: "organization",
  services: "ai-services",
  ai: "ai-services",
  environment: "environments",
  exceptions: "waivers",
  rule: "rules",
};

/** The words that may stand before a colon in a policy. */
export const POLICY_WORDS = {
  top: new Set([...Object.keys(POLICY_FIELDS), ...Object.keys(POLICY_KEY_SYNONYMS)]),
  inner: new Set(
    "level new-until id name title url version pages changes clauses email-domains hosts team intake-repo request-form domains engineering security sre devops approved company-account most-sensitive-data access match packages models production accounts projects subscriptions clusters vaults namespaces include exempt teams properties topics repos archived forks every max-days approvals approvers open-on wait-for first-answer quiet-days tiers prefix discussions".split(
      " ",
    ),
  ),
};
