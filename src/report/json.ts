import type { Location } from "../model/location.js";
import type { Result } from "../model/result.js";
import { TOOL } from "../model/tool.js";
import type { Judged, Verdict } from "../model/verdict.js";
import { countsOf } from "./counts.js";
import { visibleJson } from "./escape/visible.js";
import { byPath, byPlace } from "./order.js";

/** The verdict as JSON, by `schema/result.v1.json`, with a line feed at the end. Equal verdicts give equal bytes. */
export function renderJson(verdict: Verdict, stats: { readonly milliseconds: number }): string {
  return `${visibleJson(JSON.stringify(resultOf(verdict, stats), null, 2))}\n`;
}

/** The same as a value. */
export function resultOf(verdict: Verdict, { milliseconds }: { readonly milliseconds: number }): Result {
  const { policy, manifest } = verdict;
  return {
    schemaVersion: 1,
    tool: { ...TOOL },
    policy: {
      version: policy.version ?? "built-in",
      mode: policy.mode,
      source: policy.source,
      state: policy.state,
      problems: policy.problems.map((problem) => ({ ...problem })),
    },
    manifest: {
      path: manifest.path,
      state: manifest.state,
      status: manifest.manifest?.status ?? null,
      problems: manifest.problems.map((problem) => ({ ...problem })),
    },
    verdict: verdict.kind,
    ...(verdict.kind === "unknown" ? { cause: verdict.cause } : {}),
    ...(verdict.outOfScope === undefined ? {} : { outOfScope: verdict.outOfScope }),
    conclusion: verdict.conclusion,
    triggers: [...verdict.triggers],
    findings: [...verdict.judged].sort(byPlace).map(findingOf),
    counts: countsOf(verdict.judged),
    gaps: [...verdict.gaps].sort(byPath).map(({ path, reason }) => ({ path, reason })),
    stats: { files: verdict.stats.files, bytes: verdict.stats.bytes, milliseconds },
  };
}

function findingOf({ finding, disposition }: Judged): Result["findings"][number] {
  return {
    rule: finding.ruleId,
    family: finding.family,
    disposition: disposition.kind,
    ...dispositionOf(disposition),
    trigger: finding.trigger,
    confidence: finding.confidence,
    ...placeOf(finding.location),
    ...(finding.level === undefined ? {} : { level: finding.level }),
    message: finding.message,
    because: [...finding.because],
    remedy: finding.remedy,
    evidence: finding.evidence,
    fingerprint: finding.fingerprint,
    ...(finding.alsoAt.length === 0 ? {} : { alsoAt: finding.alsoAt.map(placeOf) }),
  };
}

function dispositionOf(
  disposition: Judged["disposition"],
): Pick<Result["findings"][number], "clause" | "dispositionReason" | "expires"> {
  switch (disposition.kind) {
    case "declared":
      return { dispositionReason: disposition.by };
    case "waived":
      return { dispositionReason: disposition.reason, expires: disposition.expires };
    case "suppressed":
      return { dispositionReason: disposition.reason };
    case "baseline":
      return {};
    default:
      return { clause: disposition.clause };
  }
}

function placeOf({ path, startLine, startColumn, endLine, endColumn, cell }: Location) {
  return { path, startLine, startColumn, endLine, endColumn, ...(cell === undefined ? {} : { cell }) };
}
