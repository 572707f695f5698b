import type { Finding, Fingerprint } from "./finding.js";

/** Findings known at adoption. The file stands at the root, beside the manifest, and is written by `handrail baseline`. */
export const BASELINE_FILE = "ai-experiment-baseline.json";

export interface Baseline {
  readonly version: 1;
  /** The rule and the path are for people; the fingerprint alone decides. */
  readonly findings: readonly { readonly fingerprint: string; readonly rule: string; readonly path: string }[];
}

/** The fingerprints in a baseline file, or nothing where it isn't one. */
export function readBaseline(text: string): ReadonlySet<Fingerprint> | null {
  const file = parsed(text);
  if (!isRecord(file) || file.version !== 1 || !Array.isArray(file.findings)) return null;
  const entries: readonly unknown[] = file.findings;
  return entries.every(isEntry) ? new Set(entries.map(({ fingerprint }) => fingerprint)) : null;
}

/** Read by hand: a schema's library would cost more at every start than the file does. */
function isEntry(entry: unknown): entry is { readonly fingerprint: Fingerprint } {
  if (!isRecord(entry) || typeof entry.rule !== "string" || typeof entry.path !== "string") return false;
  return typeof entry.fingerprint === "string" && /^[0-9a-f]{32}$/.test(entry.fingerprint);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function baselineText(findings: readonly Finding[]): string {
  const entries = findings.map(({ fingerprint, ruleId, location }) => ({
    fingerprint,
    rule: ruleId,
    path: location.path,
  }));
  const baseline: Baseline = { version: 1, findings: entries };
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
