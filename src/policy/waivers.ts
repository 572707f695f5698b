import type { Finding } from "../model/finding.js";
import type { Manifest, Waiver } from "../model/manifest.js";
import type { Policy } from "../model/policy.js";
import { anyGlob } from "../text/globs.js";

/** Names one waiver by what was approved: changing the rule, the paths, the reason or the end asks for approval again. */
export function waiverKey({ rule, paths, reason, expires }: Waiver): string {
  return JSON.stringify([rule, [paths].flat(), reason, expires]);
}

/**
 * The waiver whose words cover a finding today, whether or not somebody approved it. A finding that may stop, a live
 * credential, can't be waived; a waiver that ends later than the policy's `max-days` from today is not one.
 */
export function claimedWaiver(finding: Finding, manifest: Manifest | null, policy: Policy, now: Date): Waiver | null {
  if (finding.suggests === "stop" || manifest === null) return null;
  const covers = (waiver: Waiver) =>
    coversRule(waiver, finding) && isCurrent(waiver, policy, now) && coversPath(waiver, finding);
  return manifest.waivers.find(covers) ?? null;
}

function coversRule({ rule }: Waiver, finding: Finding): boolean {
  return rule === finding.ruleId || rule === finding.family;
}

function isCurrent({ expires }: Waiver, policy: Policy, now: Date): boolean {
  const latest = new Date(now.getTime() + policy.waivers["max-days"] * 86_400_000);
  return expires >= isoDay(now) && expires <= isoDay(latest);
}

/** A path of stars alone would waive everything, so it waives nothing. */
function coversPath({ paths }: Waiver, finding: Finding): boolean {
  const globs = [paths].flat().filter((glob) => !/^[*/]*$/.test(glob));
  return anyGlob(globs)(finding.location.path);
}

/** The UTC day of an instant, as `2026-11-24`. */
export function isoDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
