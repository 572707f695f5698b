import { describe, expect, test } from "@jest/globals";
import type { Fingerprint } from "../../src/model/finding.js";
import { redact } from "../../src/model/redacted.js";
import type { Conclusion, VerdictKind } from "../../src/model/verdict.js";
import { decide, type Evidence } from "../../src/policy/decide.js";
import { waiverKey } from "../../src/policy/waivers.js";
import { dispositionOf, evidence, finding, liveKey, loadedPolicy, manifest, reading } from "../support/findings.js";

const waiver = {
  rule: "real-data",
  paths: ["fixtures/*.csv"],
  reason: "A public list of companies.",
  expires: "2027-01-15",
};
const peopleTable = finding({
  ruleId: "data/people-table",
  family: "real-data",
  trigger: "sensitive-data",
  location: { path: "fixtures/list.csv", startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
  subject: { kind: "data-set", outcome: "looks-real", people: 412, dataKinds: ["personal"] },
});
const aiService = finding({
  ruleId: "ai/service",
  family: "ai-service",
  trigger: null,
  suggests: "advice",
  subject: { kind: "ai-service", service: "deepseek", host: "api.deepseek.com" },
});
const stagingDeploy = finding({
  ruleId: "deploy/github-actions",
  family: "deploy-config",
  level: "L2",
  subject: { kind: "environment", name: "stage" },
});
const hint = finding({ trigger: null, suggests: "advice", confidence: "low" });
const azure = {
  id: "azure-openai",
  approved: true,
  "most-sensitive-data": "internal",
  match: { hosts: ["*.openai.azure.com"] },
};
const sandboxes = {
  environments: [
    { id: "sandbox", match: ["stage"] },
    { id: "production", match: ["prod"], production: true },
  ],
};
const set = (...findings: readonly ReturnType<typeof finding>[]) => findings;

const SENTENCES: readonly (readonly [string, Partial<Evidence>, VerdictKind, Conclusion])[] = [
  ["nothing found is clear", {}, "clear", "success"],
  ["a note is clear", { findings: [finding({ suggests: "note" })] }, "clear", "success"],
  ["advice is a success with tips", { findings: set(hint) }, "advice", "success"],
  ["a handoff is neutral in advise", { findings: set(finding()) }, "handoff", "neutral"],
  ["a live key is neutral in advise", { findings: set(liveKey()) }, "stop", "neutral"],
  [
    "a handoff asks for action in enforce",
    { findings: set(finding()), policy: loadedPolicy({ mode: "enforce" }) },
    "handoff",
    "action_required",
  ],
  [
    "a live key fails in enforce",
    { findings: set(liveKey()), policy: loadedPolicy({ mode: "enforce" }) },
    "stop",
    "failure",
  ],
  [
    "advice never blocks in enforce",
    { findings: set(hint), policy: loadedPolicy({ mode: "enforce" }) },
    "advice",
    "success",
  ],
  [
    "an open handoff lets enforce go on",
    {
      findings: set(finding()),
      policy: loadedPolicy({ mode: "enforce" }),
      change: { ...evidence().change, handoff: "open" },
    },
    "handoff",
    "neutral",
  ],
  [
    "an organisation may wait for acceptance",
    {
      findings: set(finding()),
      policy: loadedPolicy({ mode: "enforce", handoff: { "wait-for": "accepted" } }),
      change: { ...evidence().change, handoff: "open" },
    },
    "handoff",
    "action_required",
  ],
  [
    "after acceptance the experiment's rules are quiet",
    { findings: set(finding()), change: { ...evidence().change, handoff: "accepted" } },
    "clear",
    "success",
  ],
  [
    "a live key is never quiet, not even after acceptance",
    { findings: set(liveKey()), change: { ...evidence().change, handoff: "accepted" } },
    "stop",
    "neutral",
  ],
  ["a missing manifest is neutral", { manifest: null, reading: reading(null) }, "clear", "neutral"],
  ["an unreadable manifest is neutral", { manifest: null, reading: reading(null, "invalid") }, "unknown", "neutral"],
  [
    "an unreadable manifest hides no live key",
    {
      manifest: null,
      reading: reading(null, "invalid"),
      findings: set(liveKey()),
      policy: loadedPolicy({ mode: "enforce" }),
    },
    "stop",
    "failure",
  ],
  [
    "a broken policy is nobody's fault",
    { policy: loadedPolicy({ mode: "enforce" }, { state: "invalid" }) },
    "unknown",
    "neutral",
  ],
  [
    "a rule that fails is our fault",
    { failures: [{ ruleId: "data/people-table", path: "a.csv" }], policy: loadedPolicy({ mode: "enforce" }) },
    "unknown",
    "neutral",
  ],
  [
    "a rule that fails hides no live key",
    {
      failures: [{ ruleId: "data/people-table", path: "a.csv" }],
      findings: set(liveKey()),
      policy: loadedPolicy({ mode: "enforce" }),
    },
    "stop",
    "failure",
  ],
  [
    "a scan that read nothing is not clear",
    { stats: { files: 0, bytes: 0 }, gaps: [{ path: "a.bin", reason: "too large" }] },
    "unknown",
    "neutral",
  ],
  [
    "a repository out of scope is a success, whatever is in it",
    {
      findings: set(liveKey()),
      manifest: null,
      reading: reading(null),
      change: { ...evidence().change, outOfScope: "Dev's own" },
    },
    "clear",
    "success",
  ],
];

describe("one sentence each", () => {
  test.each(SENTENCES)("%s", (_sentence, parts, kind, conclusion) => {
    const verdict = decide(evidence(parts));
    expect([verdict.kind, verdict.conclusion]).toEqual([kind, conclusion]);
  });
});

describe("the word on one finding", () => {
  const waived = (parts: Partial<typeof waiver>) => manifest({ waivers: [{ ...waiver, ...parts }] });
  const approvedFor = (one: typeof waiver) => ({ ...evidence().change, approvedWaivers: new Set([waiverKey(one)]) });

  test.each<readonly [string, Partial<Evidence>, string | undefined]>([
    [
      "a word for a family is the most",
      { findings: set(finding()), policy: loadedPolicy({ rules: { "production-secret": "advice" } }) },
      "advice",
    ],
    [
      "a word for a family raises nothing",
      { findings: set(hint), policy: loadedPolicy({ rules: { "production-secret": "stop" } }) },
      "advice",
    ],
    [
      "a word for a rule sets it",
      { findings: set(stagingDeploy), policy: loadedPolicy({ rules: { "deploy/github-actions": "note" } }) },
      "note",
    ],
    [
      "a rule that is off says nothing",
      { findings: set(liveKey()), policy: loadedPolicy({ rules: { "production-secret": "off" } }) },
      undefined,
    ],
    [
      "a rule that is new is a note until its day",
      {
        findings: set(finding()),
        policy: loadedPolicy({ rules: { "production-secret": { level: "handoff", "new-until": "2026-12-01" } } }),
      },
      "note",
    ],
    [
      "and then no longer",
      {
        findings: set(finding()),
        policy: loadedPolicy({ rules: { "production-secret": { level: "handoff", "new-until": "2026-11-24" } } }),
      },
      "handoff",
    ],
    [
      "without a trigger nothing is a handoff",
      { findings: set(hint), policy: loadedPolicy({ rules: { "secrets/workflow-production-secret": "handoff" } }) },
      "advice",
    ],
    [
      "only a production secret stops",
      { findings: set(peopleTable), policy: loadedPolicy({ rules: { "data/people-table": "stop" } }) },
      "handoff",
    ],
    ["without a list of services an AI service is silent", { findings: set(aiService) }, undefined],
    [
      "a service that is not on the list is advice",
      { findings: set(aiService), policy: loadedPolicy({ "ai-services": [azure] }) },
      "advice",
    ],
    [
      "a service on the list is quiet",
      {
        findings: [
          { ...aiService, subject: { kind: "ai-service", service: "azure-openai", host: "acme.openai.azure.com" } },
        ],
        policy: loadedPolicy({ "ai-services": [azure] }),
      },
      "declared",
    ],
    [
      "but not with data it may not see",
      {
        findings: [
          { ...aiService, subject: { kind: "ai-service", service: "azure-openai", host: "acme.openai.azure.com" } },
        ],
        policy: loadedPolicy({ "ai-services": [azure] }),
        manifest: manifest({ data: [{ paths: null, kind: "sensitive", source: null }] }),
      },
      "advice",
    ],
    [
      "that a service is listed says nothing of a key that visitors paste",
      {
        findings: [
          {
            ...aiService,
            ruleId: "ai/own-key",
            subject: { kind: "ai-service", service: "azure-openai", host: "acme.openai.azure.com" },
          },
        ],
        policy: loadedPolicy({ "ai-services": [azure] }),
      },
      "advice",
    ],
    ["an environment that nobody listed is a handoff", { findings: set(stagingDeploy) }, "handoff"],
    [
      "a listed environment that the manifest lacks is advice",
      { findings: set(stagingDeploy), policy: loadedPolicy(sandboxes) },
      "advice",
    ],
    [
      "a listed environment that the manifest names is quiet",
      {
        findings: set(stagingDeploy),
        policy: loadedPolicy(sandboxes),
        manifest: manifest({ environments: ["sandbox"] }),
      },
      "declared",
    ],
    ["that everything is made up settles no file", { findings: set(peopleTable) }, "handoff"],
    [
      "a line for the file does",
      {
        findings: set(peopleTable),
        manifest: manifest({ data: [{ paths: ["fixtures/**"], kind: "public", source: "a register" }] }),
      },
      "declared",
    ],
    [
      "a line that says sensitive does not make it quiet",
      {
        findings: set(peopleTable),
        manifest: manifest({ data: [{ paths: ["fixtures/**"], kind: "sensitive", source: null }] }),
      },
      "handoff",
    ],
    ["a waiver that nobody approved is none", { findings: set(peopleTable), manifest: waived({}) }, "handoff"],
    [
      "an approved waiver counts",
      { findings: set(peopleTable), manifest: waived({}), change: approvedFor(waiver) },
      "waived",
    ],
    [
      "an expired waiver is none",
      {
        findings: set(peopleTable),
        manifest: waived({ expires: "2026-11-23" }),
        change: approvedFor({ ...waiver, expires: "2026-11-23" }),
      },
      "handoff",
    ],
    [
      "a waiver longer than the policy allows is none",
      {
        findings: set(peopleTable),
        manifest: waived({ expires: "2027-11-23" }),
        change: approvedFor({ ...waiver, expires: "2027-11-23" }),
      },
      "handoff",
    ],
    [
      "a waiver for everything is none",
      {
        findings: set(peopleTable),
        manifest: waived({ paths: ["**"] }),
        change: approvedFor({ ...waiver, paths: ["**"] }),
      },
      "handoff",
    ],
    [
      "a changed waiver asks again",
      { findings: set(peopleTable), manifest: waived({ paths: ["fixtures/list.csv"] }), change: approvedFor(waiver) },
      "handoff",
    ],
    [
      "a live key can't be waived",
      {
        findings: set(liveKey()),
        manifest: waived({ rule: "production-secret", paths: ["*.yml"] }),
        change: approvedFor({ ...waiver, rule: "production-secret", paths: ["*.yml"] }),
      },
      "stop",
    ],
    ["a comment silences", { findings: set(finding({ suppressed: { reason: redact("a dry run") } })) }, "suppressed"],
    [
      "a comment silences no live key",
      { findings: set(liveKey({ suppressed: { reason: redact("a dry run") } })) },
      "stop",
    ],
    [
      "a false alarm is marked by its fingerprint, even for a live key",
      {
        findings: set(liveKey()),
        change: { ...evidence().change, falseAlarms: new Map([[liveKey().fingerprint, "a sample"]]) },
      },
      "suppressed",
    ],
    [
      "what was there at adoption is softened",
      { findings: set(finding()), change: { ...evidence().change, baseline: new Set([finding().fingerprint]) } },
      "baseline",
    ],
    [
      "a live key is not",
      {
        findings: set(liveKey()),
        change: { ...evidence().change, baseline: new Set<Fingerprint>([liveKey().fingerprint]) },
      },
      "stop",
    ],
  ])("%s", (_sentence, parts, expected) => {
    expect(dispositionOf(parts)).toBe(expected);
  });
});

test("a contradiction with the manifest is said", () => {
  const terraform = finding({ ruleId: "deploy/terraform", family: "deploy-config", level: "L2" });
  const because = decide(evidence({ findings: [terraform] })).judged[0]?.finding.because;
  expect(because).toContain("The manifest says this runs locally only.");
});

test("each reason for a handoff is named once, in the policy's order", () => {
  const verdict = decide(evidence({ findings: [peopleTable, finding(), liveKey()] }));
  expect(verdict.triggers).toEqual(["production-systems", "sensitive-data"]);
});
