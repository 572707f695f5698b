import type { Change } from "../model/change.js";
import type { Finding } from "../model/finding.js";
import type { Manifest } from "../model/manifest.js";
import type { Policy } from "../model/policy.js";
import { redact } from "../model/redacted.js";
import type { Disposition, Judged } from "../model/verdict.js";
import { milder } from "../model/vocabulary.js";
import { anyGlob } from "../text/globs.js";
import { AI_SERVICE_RULE, serviceFor, tooSensitiveFor } from "./ai-services.js";
import { clauseOf } from "./clauses.js";
import { environmentFor, isListedEnvironment } from "./environments.js";
import { outcomeOf } from "./outcome.js";
import { remarksOn } from "./remarks.js";
import { claimedWaiver, isoDay, waiverKey } from "./waivers.js";

/** What the law of one run is: the policy, the manifest at the base, and what people decided before. */
export interface Law {
  readonly policy: Policy;
  readonly manifest: Manifest | null;
  readonly change: Pick<Change, "baseline" | "falseAlarms" | "approvedWaivers" | "handoff">;
  readonly now: Date;
}

/**
 * The policy's word on one finding, or nothing where its rule is off. The first that applies: declared, marked as a
 * false alarm, suppressed, waived, baseline, and else what the policy makes of it. A comment, a waiver and a baseline
 * have no power over a finding that may stop.
 */
export function dispose(finding: Finding, law: Law): Judged | null {
  const outcome = outcomeOf(finding, law.policy, isoDay(law.now));
  if (outcome === null || isSilentAi(finding, law.policy)) return null;
  const judged = (disposition: Disposition, ...remarks: readonly string[]): Judged => ({
    finding: remarks.length === 0 ? finding : { ...finding, because: [...finding.because, ...remarks.map(redact)] },
    disposition,
  });
  const settled = declared(finding, law) ?? excepted(finding, law);
  if (settled !== null) return judged(settled);
  const kind = isListedEnvironment(finding, law.policy) ? milder(outcome, "advice") : outcome;
  return judged({ kind, clause: clauseOf(finding) }, ...remarksOn(finding, law));
}

/** Without a list of services nobody said what is approved, so an AI service is no finding. */
function isSilentAi(finding: Finding, policy: Policy): boolean {
  return finding.subject?.kind === "ai-service" && policy["ai-services"] === undefined && finding.trigger === null;
}

function declared(finding: Finding, law: Law): Disposition | null {
  const by = declaredBy(finding, law);
  return by === null ? null : { kind: "declared", by };
}

function declaredBy(finding: Finding, { policy, manifest, change }: Law): string | null {
  if (finding.suggests === "stop") return null;
  if (change.handoff === "accepted" && finding.trigger !== null) return "the accepted handoff";
  switch (finding.subject?.kind) {
    case "ai-service": {
      // That a service is listed says nothing of a personal account or of a key that visitors paste.
      if (finding.ruleId !== AI_SERVICE_RULE) return null;
      const service = serviceFor(policy["ai-services"] ?? [], finding.subject);
      return service?.approved === true && tooSensitiveFor(service, manifest) === null
        ? "the list of AI services"
        : null;
    }
    case "environment": {
      const environment = environmentFor(policy, finding.subject.name);
      const isNamed = environment !== null && manifest?.environments.includes(environment.id) === true;
      return isNamed && !environment.production ? "`environments` in the manifest" : null;
    }
    case "data-set":
      return isDeclaredData(finding, manifest) ? "`data` in the manifest" : null;
    default:
      return null;
  }
}

/** A line of the manifest for just these files settles it; that the whole experiment is made up doesn't. */
function isDeclaredData({ location, ruleId }: Finding, manifest: Manifest | null): boolean {
  if (ruleId === "data/contradicts-manifest") return false;
  return (manifest?.data ?? []).some(
    ({ paths, kind }) => paths !== null && kind !== "sensitive" && kind !== "not-sure" && anyGlob(paths)(location.path),
  );
}

function excepted(finding: Finding, { policy, manifest, change, now }: Law): Disposition | null {
  const falseAlarm = change.falseAlarms.get(finding.fingerprint);
  if (falseAlarm !== undefined) return { kind: "suppressed", reason: redact(falseAlarm) };
  if (finding.suggests === "stop") return null;
  if (finding.suppressed !== undefined) return { kind: "suppressed", reason: finding.suppressed.reason };
  const waiver = claimedWaiver(finding, manifest, policy, now);
  if (waiver !== null && change.approvedWaivers.has(waiverKey(waiver))) {
    return { kind: "waived", reason: redact(waiver.reason), expires: waiver.expires };
  }
  return change.baseline.has(finding.fingerprint) ? { kind: "baseline" } : null;
}
