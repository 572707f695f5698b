/** The words of the policy, each in one order: from harmless to serious. */

export const FAMILIES = [
  "production-secret",
  "real-data",
  "deploy-config",
  "ai-service",
  "real-world-impact",
  "manifest",
] as const;
export type Family = (typeof FAMILIES)[number];

/** The policy's three reasons for a handoff, and no fourth. */
export const TRIGGERS = ["production-systems", "sensitive-data", "real-world-impact"] as const;
export type Trigger = (typeof TRIGGERS)[number];

export const CONFIDENCES = ["low", "medium", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a finding may come to. `stop` is kept for a live production credential. */
export const OUTCOMES = ["note", "advice", "handoff", "stop"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** L0 runs on your computer, L1 shared demo, L2 real infrastructure, L3 production. */
export const DEPLOY_LEVELS = ["L0", "L1", "L2", "L3"] as const;
export type DeployLevel = (typeof DEPLOY_LEVELS)[number];

/** Negative, zero or positive as `a` is milder than, the same as, or more serious than `b` in an ordered vocabulary. */
export function compareIn<T extends string>(order: readonly T[], a: T, b: T): number {
  return order.indexOf(a) - order.indexOf(b);
}

/** The milder of two outcomes. */
export function milder(a: Outcome, b: Outcome): Outcome {
  return compareIn(OUTCOMES, a, b) <= 0 ? a : b;
}
