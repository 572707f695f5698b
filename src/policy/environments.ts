import type { Finding } from "../model/finding.js";
import type { Environment, Policy } from "../model/policy.js";

/** The organisation's entry for an environment word, by id or by one of its `match` words, without regard to case. */
export function environmentFor(policy: Policy, name: string): Environment | null {
  const wanted = name.toLowerCase();
  const isIt = (environment: Environment) =>
    [environment.id, ...environment.match].some((word) => word.toLowerCase() === wanted);
  return policy.environments.find(isIt) ?? null;
}

/** A deploy to an environment that the organisation lists as not production. */
export function isListedEnvironment({ subject, family }: Finding, policy: Policy): boolean {
  if (subject?.kind !== "environment" || family !== "deploy-config") return false;
  return environmentFor(policy, subject.name)?.production === false;
}
