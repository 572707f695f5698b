import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { Finding, Fingerprint } from "../../src/model/finding.js";
import { redact } from "../../src/model/redacted.js";
import { renderCycloneDx } from "../../src/report/cyclonedx.js";
import { finding, manifest, reading } from "../support/findings.js";
import { verdict } from "../support/verdicts.js";

/** The official schema, as the CycloneDX project ships it. */
const folder = new URL(
  "../res/schema/",
  `file://${createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library")}`,
);
const schema = (name: string) => JSON.parse(readFileSync(new URL(`${name}.SNAPSHOT.schema.json`, folder), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false, formats: { "iri-reference": true, "idn-email": true } });
addFormats.default(ajv);
for (const name of ["spdx", "jsf-0.82"]) {
  ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
}
const isBill = ajv.compile(schema("bom-1.6"));

const place = (path: string, startLine: number) => ({
  path,
  startLine,
  startColumn: 1,
  endLine: startLine,
  endColumn: 9,
});
const service = (id: string, host?: string, more: Partial<Finding> = {}): Finding =>
  finding({
    ruleId: "ai/service",
    family: "ai-service",
    trigger: null,
    suggests: "advice",
    message: redact("This uses it."),
    location: place("app.py", 3),
    fingerprint: `${id}@${host}` as Fingerprint,
    subject: { kind: "ai-service", service: id, ...(host === undefined ? {} : { host }) },
    ...more,
  });
const bill = (aiServices: readonly Finding[], more = {}) =>
  JSON.parse(renderCycloneDx(verdict({ aiServices, ...more })));

const FULL = [
  service("openai", "api.openai.com", {
    alsoAt: [place("web/chat.ts", 7)],
    subject: { kind: "ai-service", service: "openai", host: "api.openai.com", model: "gpt-4.1", packageName: "openai" },
  }),
  service("azure-openai", "*.openai.azure.com"),
  service("company-gateway", "llm.acme.example"),
  service("own-key"),
];

describe("the bill of materials", () => {
  test.each([
    ["nothing", []],
    ["everything", FULL],
  ])("of %s is what the official schema says", (_, services) => {
    isBill(bill(services));
    expect(isBill.errors).toBeNull();
  });

  test("the schema refuses what isn't one", () => {
    expect(isBill({ bomFormat: "CycloneDX", specVersion: "1.6", services: [{ endpoints: 3 }] })).toBe(false);
  });

  test("names services with where they are reached and what they see", () => {
    const { services, components, dependencies } = bill(FULL);
    expect(services.map(({ name }: { name: string }) => name)).toEqual(["openai", "azure-openai", "company-gateway"]);
    expect(services[0]).toMatchObject({
      endpoints: ["https://api.openai.com"],
      "x-trust-boundary": true,
      data: [{ flow: "outbound", classification: "made-up" }],
    });
    expect(services[0].properties).toContainEqual({ name: "handrail:occurrence", value: "web/chat.ts:7" });
    expect([services[1].endpoints, services[2]["x-trust-boundary"]]).toEqual([undefined, false]);
    expect(components).toEqual([
      {
        type: "machine-learning-model",
        "bom-ref": "model:openai/gpt-4.1",
        name: "gpt-4.1",
        evidence: {
          occurrences: [
            { location: "app.py", line: 3 },
            { location: "web/chat.ts", line: 7 },
          ],
        },
      },
    ]);
    expect(dependencies[0].dependsOn).toHaveLength(3);
  });

  test("says what the policy makes of a service, where it says anything", () => {
    const one = service("openai", "api.openai.com");
    const judged = [{ finding: one, disposition: { kind: "declared" as const, by: "the list of AI services" } }];
    expect(bill([one], { judged }).services[0].properties).toContainEqual({
      name: "handrail:disposition",
      value: "declared",
    });
    expect(JSON.stringify(bill([one]))).not.toContain("handrail:disposition");
  });

  test("claims no data where the manifest says none of it, and two runs agree", () => {
    const empty = { manifest: reading(manifest({ data: [] })) };
    expect(bill(FULL, empty).services[0].data).toBeUndefined();
    const twice = [verdict({ aiServices: FULL }), verdict({ aiServices: FULL })].map(renderCycloneDx);
    expect(twice[0]).toBe(twice[1]);
  });
});
