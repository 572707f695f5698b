import { createHash } from "node:crypto";
import type { Finding, Fingerprint, RuleId } from "../../src/model/finding.js";
import { redact } from "../../src/model/redacted.js";
import type { Verdict } from "../../src/model/verdict.js";
import { manifest, reading } from "./findings.js";
import { judged, verdict } from "./verdicts.js";

type Told = Partial<Omit<Finding, "message" | "because" | "remedy" | "evidence">> & {
  readonly ruleId: RuleId;
  readonly message: string;
  readonly because?: readonly string[];
  readonly remedy: string;
  readonly evidence: string;
  readonly at: readonly [path: string, line: number, column?: number];
};

function told({ at: [path, line, column = 1], ...parts }: Told): Partial<Finding> {
  const endColumn = column + parts.evidence.length;
  const id = createHash("sha256").update(`${parts.ruleId}${parts.evidence}`).digest("hex").slice(0, 32);
  return {
    ...parts,
    location: { path, startLine: line, startColumn: column, endLine: line, endColumn },
    message: redact(parts.message),
    because: (parts.because ?? []).map(redact),
    remedy: redact(parts.remedy),
    evidence: redact(parts.evidence),
    fingerprint: id as Fingerprint,
  };
}

export const liveKey = told({
  ruleId: "secrets/stripe-live-key",
  message: "A live payment key is in this file.",
  because: ["It begins with the letters of a live key.", "Looked for and not found: a word such as example or test."],
  remedy: "Ask the key's owner to replace it now, then use a test key here.",
  evidence: "const key = …",
  at: ["src/pay.ts", 4, 13],
  suggests: "stop",
});

export const productionSecret = told({
  ruleId: "secrets/workflow-production-secret",
  message: "This job reads a secret that belongs to production.",
  because: ["The name has the word PROD in it.", "The job names no test environment."],
  remedy: "Start a handoff with Dev, or use a secret of a test system.",
  evidence: "secrets.PROD_DATABASE_URL",
  at: [".github/workflows/report.yml", 18, 11],
});

export const deployJob = told({
  ruleId: "deploy/workflow-deploy-job",
  family: "deploy-config",
  message: "This job deploys to production.",
  because: ["It runs `kubectl apply` with the context acme-prod."],
  remedy: "Start a handoff with Dev, who brings the production side.",
  evidence: "kubectl apply -f k8s/ --context acme-prod",
  at: [".github/workflows/deploy.yml", 31, 14],
  level: "L3",
});

export const peopleTable = told({
  ruleId: "data/people-table",
  family: "real-data",
  message: "This table may hold real people's details.",
  because: ["212 rows have an e-mail address and a phone number.", "Looked for and not found: made-up domains."],
  remedy: "If it's made up or public, say so under `data`. If it's real, swap it for made-up rows.",
  evidence: "name,email,phone",
  at: ["fixtures/customers.csv", 1],
  trigger: "sensitive-data",
});

export const unlistedService = told({
  ruleId: "ai/service-call",
  family: "ai-service",
  message: "This file calls an AI service.",
  because: ["It imports `someai`.", "It isn't on the organisation's list of AI services yet."],
  remedy: "Pick one from the list, or ask Dev to add it.",
  evidence: "import someai",
  at: ["src/chat.py", 12],
  trigger: null,
  suggests: "advice",
  confidence: "medium",
});

export const stagingName = told({
  ruleId: "manifest/unknown-environment",
  family: "manifest",
  message: "The manifest names an environment that isn't on the organisation's list.",
  because: ["`environments` says stagin."],
  remedy: "Pick one from the list, or ask Dev to add it.",
  evidence: "environments: stagin",
  at: ["ai-experiment.yml", 6],
  trigger: null,
  suggests: "advice",
});

const dueForALook = told({
  ruleId: "manifest/due-for-a-look",
  family: "manifest",
  message: "The date under `review-by` has passed.",
  remedy: "Still exploring? Move the date on.",
  evidence: "review-by: 2026-10-01",
  at: ["ai-experiment.yml", 7],
  trigger: null,
  suggests: "note",
});

const POLICY = {
  policy: { version: "2026.1", url: "https://handbook.acme.example/ai-policy" },
  "ai-services": [{ id: "azure-openai", name: "Azure OpenAI", approved: true }],
  dev: {
    "request-form":
      "https://github.com/acme/dev-intake/issues/new?template=dev-request.yml&experiment={name}&repository={repo}",
  },
};

const declared = reading(manifest({ ai: [{ service: "azure-openai", account: null, for: null }] }));

/** A verdict of every kind, as a reader may meet it. */
export const CASES: Readonly<Record<string, Verdict>> = {
  clear: verdict({ policyFile: POLICY, manifest: declared }),
  "clear-built-in": verdict(),
  "no-manifest": verdict({ manifest: reading(null), conclusion: "neutral" }),
  tips: verdict({
    policyFile: POLICY,
    manifest: declared,
    judged: [judged("advice", unlistedService), judged("advice", stagingName), judged("note", dueForALook)],
  }),
  handoff: verdict({
    policyFile: POLICY,
    manifest: declared,
    judged: [judged("handoff", productionSecret), judged("handoff", deployJob), judged("advice", unlistedService)],
  }),
  "handoff-open": verdict({
    policyFile: POLICY,
    manifest: declared,
    handoff: "open",
    judged: [judged("handoff", peopleTable)],
  }),
  "handoff-asked": verdict({
    policyFile: POLICY,
    judged: [
      judged(
        "handoff",
        told({
          ruleId: "manifest/asks-for-handoff",
          family: "manifest",
          message: "The manifest says it is time for a handoff.",
          remedy: "Start a handoff with Dev. You can go on experimenting meanwhile.",
          evidence: "status: handoff",
          at: ["ai-experiment.yml", 4],
          trigger: null,
        }),
      ),
    ],
  }),
  "rotate-a-key": verdict({
    policyFile: { ...POLICY, mode: "enforce" },
    manifest: declared,
    conclusion: "failure",
    judged: [
      judged("stop", { ...liveKey, alsoAt: [at("scripts/refund.ts", 9)] }),
      judged("handoff", productionSecret),
      judged({ kind: "waived", reason: redact("Agreed with Dev until the move."), expires: "2026-12-31" }, deployJob),
      judged({ kind: "suppressed", reason: redact("the example from the manual") }, peopleTable),
      judged({ kind: "baseline" }, stagingName),
      judged({ kind: "declared", by: "`data` in the manifest" }, { ...peopleTable, location: at("fixtures/b.csv", 1) }),
    ],
    gaps: [
      { path: "media/demo.mp4", reason: "larger than we read" },
      { path: "media/intro.mp4", reason: "larger than we read" },
      { path: "media/outro.mp4", reason: "larger than we read" },
      { path: "backup.zip", reason: "protected with a password" },
    ],
  }),
  accepted: verdict({ policyFile: POLICY, manifest: reading(manifest({ status: "production" })), handoff: "accepted" }),
  "manifest-unreadable": verdict({
    policyFile: POLICY,
    manifest: {
      path: "ai-experiment.yml",
      state: "invalid",
      manifest: null,
      problems: [
        {
          line: 3,
          column: 7,
          severity: "error",
          message:
            "`data: client stuff` isn't one of our words. Pick the closest: none, made-up, public, internal, sensitive, not-sure. `not-sure` is a fine answer.",
          replacement: "data: not-sure",
        },
        {
          line: 4,
          column: 1,
          severity: "advice",
          message: "`onwer` isn't a field. Did you mean `owner`?",
          replacement: "owner: maria-lopez",
        },
      ],
    },
    unknown: { cause: "manifest-invalid", problems: [] },
  }),
  "policy-unreadable": verdict({ unknown: { cause: "policy-invalid", problems: [] } }),
  "rule-failed": verdict({
    gaps: [{ path: "a.csv", reason: "our rule data/people-table failed on this file; that is our mistake, not yours" }],
    unknown: { cause: "rule-failed", problems: [] },
  }),
  "nothing-read": verdict({
    stats: { files: 0, bytes: 0 },
    gaps: [{ path: "dump.bin", reason: "not a text file" }],
    unknown: { cause: "nothing-read", problems: [] },
  }),
  "not-ours": verdict({ outOfScope: "this repository belongs to Dev." }),
};

function at(path: string, line: number) {
  return { path, startLine: line, startColumn: 13, endLine: line, endColumn: 26 };
}
