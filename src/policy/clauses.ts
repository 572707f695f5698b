import type { Finding } from "../model/finding.js";
import type { ClauseId } from "../model/verdict.js";

/**
 * The numbered sentences of the policy's summary: 1 experiment freely with appropriate data and approved tools,
 * 2 use company or approved AI accounts and services, 3 ask Dev for help, 4 hand the work off when it needs production
 * systems, sensitive data, or real-world impact.
 */
export function clauseOf(finding: Finding): ClauseId {
  if (finding.trigger !== null) return "4";
  return finding.family === "ai-service" ? "2" : "1";
}
