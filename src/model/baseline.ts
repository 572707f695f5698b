import * as z from "zod";
import type { Finding, Fingerprint } from "./finding.js";

/** Findings known at adoption. The file stands at the root, beside the manifest, and is written by `handrail baseline`. */
export const BASELINE_FILE = "ai-experiment-baseline.json";

export const Baseline = z.strictObject({
  version: z.literal(1),
  /** The rule and the path are for people; the fingerprint alone decides. */
  findings: z.array(
    z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{32}$/), rule: z.string(), path: z.string() }),
  ),
});
export type Baseline = z.output<typeof Baseline>;

/** The fingerprints in a baseline file, or nothing where it isn't one. */
export function readBaseline(text: string): ReadonlySet<Fingerprint> | null {
  const read = Baseline.safeParse(parsed(text));
  return read.success ? new Set(read.data.findings.map(({ fingerprint }) => fingerprint as Fingerprint)) : null;
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
