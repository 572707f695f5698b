import type { Location } from "../model/location.js";
import type { Rule } from "../model/rule.js";
import { TOOL } from "../model/tool.js";
import type { Disposition, DispositionKind, Judged, Verdict } from "../model/verdict.js";
import { fromRoot, type ReportContext } from "./context.js";
import { visibleJson } from "./escape/visible.js";
import { byPath, byPlace, compareText } from "./order.js";

/** What a report tells of a rule. */
export type RuleText = Pick<Rule, "id" | "family" | "summary" | "why" | "remedy">;

/** The word that viewers know for the repository's root. */
const BASE = "%SRCROOT%";
/** GitHub shows no more places of one result. */
const MOST_PLACES = 100;

type SarifLevel = "none" | "note" | "warning" | "error";

const LEVELS = {
  stop: "error",
  handoff: "warning",
  advice: "warning",
  note: "note",
  declared: "note",
  waived: "warning",
  suppressed: "note",
  baseline: "note",
} as const satisfies Record<DispositionKind, SarifLevel>;

/** SARIF 2.1.0. A rule that isn't in `rules` is named by its findings alone. Equal input gives equal bytes. */
export function renderSarif(verdict: Verdict, rules: readonly RuleText[], context: ReportContext = {}): string {
  const judged = [...verdict.judged].sort(byPlace);
  const ids = [...new Set(judged.map(({ finding }) => finding.ruleId))].sort(compareText);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Handrail",
            semanticVersion: TOOL.version,
            rules: ids.map((id) => descriptor(id, rules, judged)),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [BASE]: { description: { text: "The root of the repository." } } },
        invocations: [
          { executionSuccessful: verdict.kind !== "unknown", toolExecutionNotifications: gaps(verdict, context) },
        ],
        results: judged.map((one) => result(one, ids, context)),
        properties: {
          verdict: verdict.kind,
          conclusion: verdict.conclusion,
          triggers: verdict.triggers,
          policyVersion: verdict.policy.version ?? "built-in",
          mode: verdict.policy.mode,
        },
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, null, 2))}\n`;
}

function descriptor(id: string, rules: readonly RuleText[], judged: readonly Judged[]) {
  const rule = rules.find((one) => one.id === id);
  const family = rule?.family ?? judged.find(({ finding }) => finding.ruleId === id)?.finding.family;
  const known = rule === undefined ? {} : texts(rule);
  return { id, ...known, properties: { tags: [family] } };
}

function texts({ summary, why, remedy }: RuleText) {
  return {
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${why} ${remedy}` },
  };
}

function result({ finding, disposition }: Judged, ids: readonly string[], context: ReportContext) {
  const { message, because, remedy } = finding;
  const also = finding.alsoAt.slice(0, MOST_PLACES);
  return {
    ruleId: finding.ruleId,
    ruleIndex: ids.indexOf(finding.ruleId),
    level: LEVELS[disposition.kind],
    message: { text: plain([message, ...because, `Next: ${remedy}`].join(" ")) },
    locations: [place(finding.location, context)],
    ...(also.length === 0 ? {} : { relatedLocations: also.map((one) => place(one, context)) }),
    partialFingerprints: { "handrail/v1": finding.fingerprint },
    ...suppressions(disposition),
    properties: {
      disposition: disposition.kind,
      trigger: finding.trigger,
      confidence: finding.confidence,
      evidence: finding.evidence,
      ...(finding.level === undefined ? {} : { deployLevel: finding.level }),
      ...("clause" in disposition ? { clause: disposition.clause } : {}),
    },
  };
}

/** SARIF reads `[text](target)` in a message as a link. */
function plain(text: string): string {
  return text.replaceAll("](", "] (");
}

/** A notebook's cell has lines of its own: no region, so that no viewer marks the wrong line. */
function place({ path, cell, ...region }: Location, context: ReportContext) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uri(fromRoot(path, context)), uriBaseId: BASE },
      ...(cell === undefined ? { region } : {}),
    },
    ...(cell === undefined ? {} : { message: { text: `Cell ${cell}, line ${region.startLine}` } }),
  };
}

function uri(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, "\ufffd")))
    .join("/");
}

function suppressions(disposition: Disposition) {
  switch (disposition.kind) {
    case "suppressed":
      return { suppressions: [{ kind: "inSource", justification: disposition.reason }] };
    case "waived":
      return {
        suppressions: [
          {
            kind: "external",
            status: "accepted",
            justification: `${disposition.reason} Until ${disposition.expires}.`,
          },
        ],
      };
    case "baseline":
      return { suppressions: [{ kind: "external", justification: "Known when the check was introduced." }] };
    case "declared":
      return { suppressions: [{ kind: "external", justification: `Settled by ${disposition.by}.` }] };
    default:
      return {};
  }
}

function gaps(verdict: Verdict, context: ReportContext) {
  return [...verdict.gaps].sort(byPath).map(({ path, reason }) => ({
    level: "note",
    message: { text: `Not looked at: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uri(fromRoot(path, context)), uriBaseId: BASE } } }],
  }));
}
