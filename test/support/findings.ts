import type { Finding, Fingerprint, RuleId } from "../../src/model/finding.js";
import type { LoadedPolicy } from "../../src/model/loaded-policy.js";
import type { Manifest } from "../../src/model/manifest.js";
import { PolicyFile } from "../../src/model/policy-file.js";
import { redact } from "../../src/model/redacted.js";
import type { ManifestReading } from "../../src/model/verdict.js";
import { decide, type Evidence } from "../../src/policy/decide.js";

/** A reference to a production secret, or whatever `parts` make of it. */
export function finding(parts: Partial<Finding> = {}): Finding {
  const ruleId: RuleId = parts.ruleId ?? "secrets/workflow-production-secret";
  return {
    ruleId,
    family: "production-secret",
    location: { path: "deploy.yml", startLine: 3, startColumn: 5, endLine: 3, endColumn: 20 },
    message: redact("This job reads a production secret."),
    evidence: redact("secrets.PROD_DATABASE_URL"),
    because: [redact("The name says production.")],
    remedy: redact("Start a handoff with Dev."),
    confidence: "high",
    fingerprint: `${ruleId}#1` as Fingerprint,
    trigger: "production-systems",
    suggests: "handoff",
    alsoAt: [],
    ...parts,
  };
}

export const liveKey = (parts: Partial<Finding> = {}): Finding =>
  finding({ ruleId: "secrets/stripe-live-key", suggests: "stop", message: redact("A live payment key."), ...parts });

export function manifest(parts: Partial<Manifest> = {}): Manifest {
  return {
    name: "Invoice sorter",
    summary: null,
    owner: ["maria-lopez"],
    businessOwner: ["maria-lopez"],
    team: null,
    status: "exploring",
    data: [{ paths: null, kind: "made-up", source: null }],
    dataKinds: [],
    usedBy: "just-me",
    environments: ["local"],
    ai: [],
    needs: [],
    spec: null,
    request: null,
    handoff: null,
    started: null,
    reviewBy: null,
    ends: null,
    learned: [],
    share: false,
    waivers: [],
    production: null,
    lines: { name: 1, owner: 2, data: 3 },
    ...parts,
  };
}

export function loadedPolicy(file: unknown = {}, parts: Partial<LoadedPolicy> = {}): LoadedPolicy {
  return { policy: PolicyFile.parse(file), source: "file", state: "ok", problems: [], ...parts };
}

export function reading(
  of: Manifest | null,
  state: ManifestReading["state"] = of === null ? "missing" : "ok",
): ManifestReading {
  return { path: of === null ? null : "ai-experiment.yml", state, manifest: of, problems: [] };
}

export const NOW = new Date("2026-11-24T12:00:00Z");

/** Evidence of a change in a repository with a plain manifest, under the built-in policy. */
export function evidence(parts: Partial<Evidence> = {}): Evidence {
  const law = parts.manifest === undefined ? manifest() : parts.manifest;
  return {
    findings: [],
    gaps: [],
    failures: [],
    stats: { files: 1, bytes: 10 },
    policy: loadedPolicy(),
    manifest: law,
    reading: reading(law),
    now: NOW,
    ...parts,
    change: {
      baseline: new Set(),
      falseAlarms: new Map(),
      approvedWaivers: new Set(),
      handoff: "none",
      ...parts.change,
    },
  };
}

/** The disposition of the only finding. */
export function dispositionOf(parts: Partial<Evidence>): string | undefined {
  return decide(evidence(parts)).judged[0]?.disposition.kind;
}
