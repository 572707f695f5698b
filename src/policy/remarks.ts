import type { Finding } from "../model/finding.js";
import type { Manifest } from "../model/manifest.js";
import type { Policy } from "../model/policy.js";
import { AI_SERVICE_RULE, serviceFor, tooSensitiveFor } from "./ai-services.js";
import { isListedEnvironment } from "./environments.js";
import { claimedWaiver } from "./waivers.js";

interface Known {
  readonly policy: Policy;
  readonly manifest: Manifest | null;
  readonly now: Date;
}

/** What the policy and the manifest add to a finding's reasons: where they disagree with what was seen. */
export function remarksOn(finding: Finding, { policy, manifest, now }: Known): readonly string[] {
  const waiting = claimedWaiver(finding, manifest, policy, now) !== null;
  return [
    ...(waiting ? ["An exception for this is in the manifest and waits for its approval."] : []),
    ...serviceRemarks(finding, policy, manifest),
    ...(manifest === null ? [] : contradictions(finding, policy, manifest)),
  ];
}

function serviceRemarks({ ruleId, subject }: Finding, policy: Policy, manifest: Manifest | null): readonly string[] {
  if (subject?.kind !== "ai-service" || ruleId !== AI_SERVICE_RULE) return [];
  const service = serviceFor(policy["ai-services"] ?? [], subject);
  if (service?.approved !== true) return ["It isn't on the organisation's list of AI services yet."];
  const word = tooSensitiveFor(service, manifest);
  const most = service["most-sensitive-data"];
  return word === null ? [] : [`The manifest says the data is ${word}; this service is meant for ${most} at most.`];
}

function contradictions(finding: Finding, policy: Policy, manifest: Manifest): readonly string[] {
  const { subject, family, level } = finding;
  if (isListedEnvironment(finding, policy)) {
    return ["The organisation lists this environment; the manifest doesn't name it under `environments` yet."];
  }
  const isLocal = manifest.environments.every((name) => name === "local");
  if (family === "deploy-config" && isLocal && (level === "L2" || level === "L3")) {
    return ["The manifest says this runs locally only."];
  }
  const words = manifest.data.filter(({ paths }) => paths === null).map(({ kind }) => kind);
  if (subject?.kind === "data-set" && subject.outcome === "looks-real" && words.length > 0) {
    return [`The manifest says the data is ${words.join(" and ")}.`];
  }
  return [];
}
