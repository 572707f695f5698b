import type { Finding } from "../model/finding.js";
import type { Manifest } from "../model/manifest.js";
import { redact } from "../model/redacted.js";
import type { ManifestReading } from "../model/verdict.js";

/** Takes secrets out of a text; a text without one comes back as it was. */
type Hide = (text: string) => string;

/**
 * A key may stand in the manifest too, and what is said of the manifest quotes it. Words of ours, such as a status, are
 * left alone: a password may be one of them.
 */
export function hideInReading({ manifest, problems, ...rest }: ManifestReading, hide: Hide): ManifestReading {
  return {
    ...rest,
    manifest: manifest === null ? null : hideInManifest(manifest, hide),
    problems: problems.map(({ message, replacement, ...place }) => ({
      ...place,
      message: hide(message),
      ...(replacement === undefined ? {} : { replacement: hide(replacement) }),
    })),
  };
}

function hideInManifest(manifest: Manifest, hide: Hide): Manifest {
  const maybe = (text: string | null) => (text === null ? null : hide(text));
  return {
    ...manifest,
    name: maybe(manifest.name),
    summary: maybe(manifest.summary),
    team: maybe(manifest.team),
    environments: manifest.environments.map(hide),
    ai: manifest.ai.map((use) => ({ service: hide(use.service), account: maybe(use.account), for: maybe(use.for) })),
    learned: manifest.learned.map(hide),
  };
}

export function hideInFinding(finding: Finding, hide: Hide): Finding {
  return {
    ...finding,
    message: redact(hide(finding.message)),
    evidence: redact(hide(finding.evidence)),
    because: finding.because.map((reason) => redact(hide(reason))),
    remedy: redact(hide(finding.remedy)),
  };
}
