import pc from "picocolors";
import type { Rule } from "../model/rule.js";
import type { Family } from "../model/vocabulary.js";
import { FAMILIES, type Outcome } from "../model/vocabulary.js";
import { terminal } from "./escape/terminal.js";
import { TRIGGER_WORDS } from "./story.js";
import { plural } from "./words.js";
import { hang } from "./wrap.js";

interface Screen {
  readonly colour: boolean;
  readonly width: number;
}

/** What of a rule is told; a rule about the manifest has no more. */
export type RuleForm = Pick<Rule, "id" | "family" | "summary" | "why" | "remedy" | "trigger" | "suggests"> &
  Partial<Pick<Rule, "confidence" | "limits">>;

export const FAMILY_WORDS = {
  "production-secret": "Production keys",
  "real-data": "Real people's data",
  "deploy-config": "Deployment",
  "ai-service": "AI services",
  "real-world-impact": "Real-world impact",
  manifest: "The manifest",
} as const satisfies Record<Family, string>;

export const OUTCOME_WORDS = {
  note: "a note",
  advice: "a tip",
  handoff: "a handoff with Dev",
  stop: "a key to replace first",
} as const satisfies Record<Outcome, string>;

export const CONFIDENCE_WORDS = {
  high: "When it speaks up, it is nearly always right.",
  medium: "It is right more often than not.",
  low: "It may well be wrong: take it as a question.",
} as const satisfies Record<Rule["confidence"], string>;

/** What `handrail explain RULE` prints. */
export function renderRule(rule: RuleForm, { colour, width }: Screen): string {
  const colours = pc.createColors(colour);
  const part = (name: string, text: string) => [colours.bold(name), ...hang("  ", terminal(text), width), ""];
  return [
    `${colours.bold(rule.id)}  ${colours.dim(FAMILY_WORDS[rule.family])}`,
    ...hang("", terminal(rule.summary), width),
    "",
    ...part("Why it matters", rule.why),
    ...part("What to do", rule.remedy),
    ...part("What it comes to", `${capital(OUTCOME_WORDS[rule.suggests])} at most, unless the policy says otherwise.`),
    ...(rule.trigger === null ? [] : part("For a handoff", `It speaks for ${TRIGGER_WORDS[rule.trigger]}.`)),
    ...(rule.confidence === undefined ? [] : part("How sure it is", CONFIDENCE_WORDS[rule.confidence])),
    ...(rule.limits === undefined ? [] : part("What it knowingly misses", rule.limits)),
  ]
    .join("\n")
    .concat("\n")
    .replace(/\n+$/, "\n");
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const longestOf = (rules: readonly RuleForm[]) => Math.max(...rules.map(({ id }) => id.length));

/** In two columns; a summary that finds too little room stands below. */
function ruleLines({ id, summary }: RuleForm, longest: number, width: number, dim: (text: string) => string) {
  const column = `  ${id.padEnd(Math.min(longest, 44))}  `;
  if (width - column.length < 30) return [`  ${id}`, ...hang("      ", terminal(summary), width).map(dim)];
  const lines = hang(column, terminal(summary), width);
  return lines.map((line) => line.slice(0, column.length) + dim(line.slice(column.length)));
}

/** What `handrail rules` prints: each rule on a line or two, by family. */
export function renderRules(rules: readonly RuleForm[], { colour, width }: Screen): string {
  const colours = pc.createColors(colour);
  const families = FAMILIES.map((family) => [family, rules.filter((rule) => rule.family === family)] as const);
  const blocks = families
    .filter(([, own]) => own.length > 0)
    .map(([family, own]) =>
      [
        `${colours.bold(FAMILY_WORDS[family])} ${colours.dim(`(${family}, ${plural(own.length, "rule")})`)}`,
        ...own.flatMap((rule) => ruleLines(rule, longestOf(own), width, colours.dim)),
      ].join("\n"),
    );
  return `${blocks.join("\n\n")}\n\n${colours.dim("More about one of them: handrail explain RULE")}\n`;
}
