import type { Label } from "../model/plan.js";
import type { Trigger } from "../model/vocabulary.js";

/** The labels, without the organisation's prefix. Output only: nothing is ever decided by one. */
const LABELS = {
  experiment: ["1D76DB", "An AI experiment"],
  "handoff suggested": ["FBCA04", "May be ready for Dev's help"],
  handoff: ["F9A03F", "Handoff with Dev under way"],
  "production systems": ["C5DEF5", "Why: it needs production systems"],
  "sensitive data": ["C5DEF5", "Why: it uses sensitive data"],
  "real-world impact": ["C5DEF5", "Why: it acts in the real world"],
  "advice wanted": ["0E8A16", "Would like Dev's advice"],
  idea: ["D4C5F9", "A product idea with a specification"],
  "waiting on dev": ["BFD4F2", "The next step is Dev's"],
  "waiting on team": ["E4E669", "The next step is the team's"],
  exception: ["EDEDED", "Has an exception that ends on a date"],
  "rotate key": ["B60205", "A key needs to be replaced"],
} as const satisfies Record<string, readonly [color: string, description: string]>;

export type LabelName = keyof typeof LABELS;

export function label(name: LabelName, prefix: string): Label {
  const [color, description] = LABELS[name];
  return { name: `${prefix}${name}`, color, description };
}

/** Ours among the labels of an issue, without the prefix. Everybody else's are left alone. */
export function ours(shown: readonly string[], prefix: string): readonly LabelName[] {
  const names = new Set(shown.map((name) => name.toLowerCase()));
  return (Object.keys(LABELS) as LabelName[]).filter((name) => names.has(`${prefix}${name}`.toLowerCase()));
}

export const TRIGGER_LABELS = {
  "production-systems": "production systems",
  "sensitive-data": "sensitive data",
  "real-world-impact": "real-world impact",
} as const satisfies Record<Trigger, LabelName>;
