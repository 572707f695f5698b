import { DEPLOY_RULES, KINDS } from "../../catalogue/deploy/index.js";
import type { DeployKind, DeployRule } from "../../catalogue/deploy/kind.js";
import { defineRule, type Rule } from "../../model/rule.js";
import { isReported, kindMatches } from "./engine/kind.js";
import { isSkipped } from "./engine/report.js";

/** One rule for each family of kinds, made from the catalogue: a new kind is a record there and needs no code. */
export default DEPLOY_RULES.map(ruleFor);

function ruleFor({ id, summary, why, examples }: DeployRule): Rule {
  const kinds = KINDS.filter((kind) => kind.rule === id && isReported(kind));
  const keywords = kinds.map((kind) => kind.keywords);
  return defineRule({
    id: `deploy/${id}`,
    family: "deploy-config",
    summary,
    why,
    remedy: "Keep trying things out on your own computer, and start a handoff when this should really run.",
    trigger: "production-systems",
    confidence: "high",
    suggests: "handoff",
    appliesTo: {
      paths: [...new Set(kinds.flatMap(({ paths }) => paths))],
      ...(keywords.includes(undefined) ? {} : { keywords: [...new Set(keywords.flatMap((words) => words ?? []))] }),
    },
    detect: (file, surroundings) => (isSkipped(file.path) ? [] : kindMatches(kinds, file, surroundings)),
    limits: limitsOf(kinds),
    examples,
  });
}

function limitsOf(kinds: readonly DeployKind[]): string {
  return `Knows ${kinds.map(({ saw }) => saw).join("; ")}. What only another repository applies is out of sight.`;
}
