import type { Finding, Subject } from "../model/finding.js";
import type { Location } from "../model/location.js";
import type { Manifest } from "../model/manifest.js";
import { TOOL } from "../model/tool.js";
import type { Verdict } from "../model/verdict.js";
import { serviceFindings } from "./ai-services.js";
import { visibleJson } from "./escape/visible.js";

type AiSubject = Extract<Subject, { kind: "ai-service" }>;

interface Property {
  readonly name: string;
  readonly value: string;
}

/** So many places of one service are listed; the rest is counted. */
const MOST_PLACES = 200;

/**
 * The AI services and models that were seen, as a CycloneDX 1.6 bill of materials, with a line feed at the end. It holds
 * no time and no serial number, so that equal verdicts give equal bytes.
 */
export function renderCycloneDx(verdict: Verdict): string {
  return `${visibleJson(JSON.stringify(billOf(verdict), null, 2))}\n`;
}

function billOf(verdict: Verdict) {
  const { manifest } = verdict.manifest;
  const seen = serviceFindings(verdict);
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      tools: { components: [{ type: "application", ...TOOL }] },
      component: { type: "application", "bom-ref": "experiment", name: manifest?.name ?? "AI experiment" },
    },
    components: models(seen),
    services: seen.map(({ finding, subject }) => service(finding, subject, verdict, manifest)),
    dependencies: [{ ref: "experiment", dependsOn: seen.map(({ subject }) => reference(subject)) }],
  };
}

const reference = ({ service, host }: AiSubject) => `service:${service}@${host ?? ""}`;

function service(finding: Finding, subject: AiSubject, verdict: Verdict, manifest: Manifest | null) {
  const { host, packageName } = subject;
  const kinds = [...new Set(manifest?.data.map(({ kind }) => kind) ?? [])];
  const data = kinds.map((classification) => ({ flow: "outbound", classification }));
  return {
    "bom-ref": reference(subject),
    name: subject.service,
    ...(host === undefined || host.includes("*") ? {} : { endpoints: [`https://${host}`] }),
    "x-trust-boundary": subject.service !== "company-gateway",
    ...(data.length === 0 ? {} : { data }),
    properties: [
      ...(packageName === undefined ? [] : [{ name: "handrail:package", value: packageName }]),
      { name: "handrail:confidence", value: finding.confidence },
      ...standing(finding, verdict),
      ...places(finding),
    ],
  };
}

/** What the policy makes of it, where the policy says anything. */
function standing({ fingerprint }: Finding, { judged }: Verdict): readonly Property[] {
  const found = judged.find(({ finding }) => finding.fingerprint === fingerprint);
  return found === undefined ? [] : [{ name: "handrail:disposition", value: found.disposition.kind }];
}

function places({ location, alsoAt }: Finding): readonly Property[] {
  return [location, ...alsoAt]
    .slice(0, MOST_PLACES)
    .map(({ path, startLine }) => ({ name: "handrail:occurrence", value: `${path}:${startLine}` }));
}

function models(seen: readonly { readonly finding: Finding; readonly subject: AiSubject }[]) {
  return seen.flatMap(({ finding, subject }) => {
    if (subject.model === undefined) return [];
    const occurrences = [finding.location, ...finding.alsoAt].slice(0, MOST_PLACES).map(occurrence);
    return [
      {
        type: "machine-learning-model",
        "bom-ref": `model:${subject.service}/${subject.model}`,
        name: subject.model,
        evidence: { occurrences },
      },
    ];
  });
}

const occurrence = ({ path, startLine }: Location) => ({ location: path, line: startLine });
