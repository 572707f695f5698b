import type { Finding, Fingerprint } from "../model/finding.js";
import type { Manifest, Need } from "../model/manifest.js";
import type { Policy } from "../model/policy.js";
import { redact } from "../model/redacted.js";
import { keyedHash } from "../text/keyed-hash.js";
import { serviceFor, tooSensitiveFor } from "./ai-services.js";
import { environmentFor } from "./environments.js";
import { MANIFEST_RULES, type ManifestRule } from "./manifest-rules.js";
import { isoDay } from "./waivers.js";

interface Declaration {
  readonly rule: ManifestRule;
  /** The manifest's key that says so, for the line. */
  readonly key: string;
  /** The word that was read. */
  readonly word: string;
  readonly message?: string;
}

/** What the manifest itself declares that the policy has a word on, as findings on the manifest's own lines. */
export function declarations(
  manifest: Manifest,
  path: string,
  policy: Policy,
  context: { readonly now: Date; readonly isAccepted: boolean; readonly fingerprintKey: string },
): readonly Finding[] {
  const all = [
    ...(context.isAccepted ? [] : triggers(manifest, policy)),
    ...needs(manifest),
    ...aiUses(manifest, policy),
    ...environments(manifest, policy),
    ...dates(manifest, isoDay(context.now)),
  ];
  return all.map((declaration) => toFinding(declaration, manifest, path, context.fingerprintKey));
}

const BY_NEED: Readonly<Record<Exclude<Need, "help">, ManifestRule>> = {
  "production-systems": MANIFEST_RULES.needsProductionSystems,
  "sensitive-data": MANIFEST_RULES.needsSensitiveData,
  "real-world-impact": MANIFEST_RULES.needsRealWorldImpact,
};

function triggers(manifest: Manifest, policy: Policy): readonly Declaration[] {
  const production = manifest.environments.filter((name) => environmentFor(policy, name)?.production === true);
  const asks = manifest.status === "handoff" || manifest.status === "production";
  return [
    ...manifest.needs.flatMap((need) => (need === "help" ? [] : [{ rule: BY_NEED[need], key: "needs", word: need }])),
    ...(manifest.data.some(({ kind }) => kind === "sensitive")
      ? [{ rule: MANIFEST_RULES.needsSensitiveData, key: "data", word: "sensitive" }]
      : []),
    ...production.map((word) => ({ rule: MANIFEST_RULES.needsProductionSystems, key: "environments", word })),
    ...(manifest.usedBy === "customers"
      ? [{ rule: MANIFEST_RULES.needsRealWorldImpact, key: "used-by", word: "customers" }]
      : []),
    ...(asks ? [{ rule: MANIFEST_RULES.asksForHandoff, key: "status", word: manifest.status }] : []),
  ];
}

function needs(manifest: Manifest): readonly Declaration[] {
  return [
    ...(manifest.needs.includes("help") ? [{ rule: MANIFEST_RULES.asksForHelp, key: "needs", word: "help" }] : []),
    ...(manifest.data.some(({ kind }) => kind === "not-sure")
      ? [{ rule: MANIFEST_RULES.notSure, key: "data", word: "not-sure" }]
      : []),
    ...(manifest.usedBy === "other-teams"
      ? [{ rule: MANIFEST_RULES.readyToGrow, key: "used-by", word: "other-teams" }]
      : []),
  ];
}

/** An absent list is not "nothing is approved": without one there is nothing to compare with. */
function aiUses(manifest: Manifest, policy: Policy): readonly Declaration[] {
  const services = policy["ai-services"];
  if (services === undefined) return [];
  return manifest.ai.flatMap(({ service: word }): readonly Declaration[] => {
    const service = serviceFor(services, { kind: "ai-service", service: word });
    if (service?.approved !== true) return [{ rule: MANIFEST_RULES.unlistedService, key: "ai", word }];
    const data = tooSensitiveFor(service, manifest);
    if (data === null) return [];
    const message = `The manifest uses ${data} data with ${service.name ?? word}, which is meant for ${service["most-sensitive-data"]} data at most.`;
    return [{ rule: MANIFEST_RULES.dataTooSensitiveForService, key: "ai", word, message }];
  });
}

function environments(manifest: Manifest, policy: Policy): readonly Declaration[] {
  const unknown = manifest.environments.filter((name) => environmentFor(policy, name) === null);
  return unknown.map((word) => ({ rule: MANIFEST_RULES.unknownEnvironment, key: "environments", word }));
}

function dates(manifest: Manifest, today: string): readonly Declaration[] {
  if (manifest.status === "archived" || manifest.status === "production") return [];
  const { reviewBy, ends } = manifest;
  return [
    ...(reviewBy !== null && reviewBy < today
      ? [{ rule: MANIFEST_RULES.dueForALook, key: "review-by", word: reviewBy }]
      : []),
    ...(ends !== null && ends < today ? [{ rule: MANIFEST_RULES.pastItsEnd, key: "ends", word: ends }] : []),
  ];
}

function toFinding(
  { rule, key, word, message }: Declaration,
  manifest: Manifest,
  path: string,
  hashKey: string,
): Finding {
  const line = manifest.lines[key] ?? 1;
  return {
    ruleId: rule.id,
    family: rule.family,
    location: { path, startLine: line, startColumn: 1, endLine: line, endColumn: 1 },
    message: redact(message ?? rule.summary),
    evidence: redact(`${key}: ${word}`),
    because: [redact(`\`${key}\` says ${word}.`)],
    remedy: redact(rule.remedy),
    confidence: "high",
    fingerprint: keyedHash(hashKey, rule.id, key, word) as Fingerprint,
    trigger: rule.trigger,
    suggests: rule.suggests,
    alsoAt: [],
  };
}
