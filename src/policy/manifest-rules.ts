import type { Rule } from "../model/rule.js";

/** A rule that looks at the manifest. It has no `detect`: what it says follows from what the manifest declares. */
export type ManifestRule = Pick<Rule, "id" | "family" | "summary" | "why" | "remedy" | "trigger" | "suggests">;

const WHY_HANDOFF = "This is the moment Dev joins in. The original team keeps the idea and the product.";
const OPEN_HANDOFF = "Start a handoff with Dev. You can go on experimenting meanwhile.";

const rule = (form: Omit<ManifestRule, "id" | "family"> & { readonly id: string }): ManifestRule => ({
  ...form,
  id: `manifest/${form.id}`,
  family: "manifest",
});

export const MANIFEST_RULES = {
  needsProductionSystems: rule({
    id: "needs-production-systems",
    summary: "The manifest says this needs production systems.",
    why: WHY_HANDOFF,
    remedy: OPEN_HANDOFF,
    trigger: "production-systems",
    suggests: "handoff",
  }),
  needsSensitiveData: rule({
    id: "needs-sensitive-data",
    summary: "The manifest says this needs sensitive data.",
    why: WHY_HANDOFF,
    remedy: `${OPEN_HANDOFF} Until then, made-up data keeps you going.`,
    trigger: "sensitive-data",
    suggests: "handoff",
  }),
  needsRealWorldImpact: rule({
    id: "needs-real-world-impact",
    summary: "The manifest says this reaches people or systems outside the experiment.",
    why: WHY_HANDOFF,
    remedy: OPEN_HANDOFF,
    trigger: "real-world-impact",
    suggests: "handoff",
  }),
  asksForHandoff: rule({
    id: "asks-for-handoff",
    summary: "The manifest says it is time for a handoff.",
    why: WHY_HANDOFF,
    remedy: OPEN_HANDOFF,
    trigger: null,
    suggests: "handoff",
  }),
  asksForHelp: rule({
    id: "asks-for-help",
    summary: "The manifest asks Dev for help.",
    why: "Help is a request to Dev and never a handoff.",
    remedy: "Ask Dev with the Dev request form.",
    trigger: null,
    suggests: "note",
  }),
  notSure: rule({
    id: "not-sure-about-data",
    summary: "The manifest says nobody is sure what data this is.",
    why: "That is a fine answer. Two minutes with Dev usually settle it.",
    remedy: "Ask Dev, or use made-up data until you know.",
    trigger: null,
    suggests: "advice",
  }),
  unknownEnvironment: rule({
    id: "unknown-environment",
    summary: "The manifest names an environment that isn't on the organisation's list.",
    why: "Dev keeps the list of environments that are meant for experiments.",
    remedy: "Pick one from the list, or ask Dev to add it.",
    trigger: null,
    suggests: "advice",
  }),
  unlistedService: rule({
    id: "unlisted-ai-service",
    summary: "The manifest names an AI service that isn't on the organisation's list yet.",
    why: "Company work uses company-provisioned or approved AI accounts and services.",
    remedy: "Pick one from the list, or ask Dev to add it.",
    trigger: null,
    suggests: "advice",
  }),
  dataTooSensitiveForService: rule({
    id: "data-too-sensitive-for-service",
    summary: "The manifest uses data with an AI service that is meant for less sensitive data.",
    why: "Each AI service has a kind of data it may see.",
    remedy: "Use another service or other data, or ask Dev which fits.",
    trigger: null,
    suggests: "advice",
  }),
  dueForALook: rule({
    id: "due-for-a-look",
    summary: "The date under `review-by` has passed.",
    why: "A quick look keeps the manifest true. Nothing turns red for this.",
    remedy: "Still exploring? Move the date on. Finished? Set `status: archived`.",
    trigger: null,
    suggests: "note",
  }),
  pastItsEnd: rule({
    id: "past-its-end",
    summary: "The date under `ends` has passed.",
    why: "An ending is a good moment to write down what was learned.",
    remedy: "Finish with `status: archived` and a line under `learned`, or move the date on.",
    trigger: null,
    suggests: "note",
  }),
  readyToGrow: rule({
    id: "ready-to-grow",
    summary: "Other teams use this: it may be ready to grow.",
    why: "Dev can help a good idea become something that others can rely on.",
    remedy: "Ask Dev with the Dev request form whenever you like.",
    trigger: null,
    suggests: "note",
  }),
};
