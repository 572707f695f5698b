import { defineRule, type Example, type Match } from "../../model/rule.js";
import type { Surroundings } from "../../model/surroundings.js";
import { isTestPath } from "../../text/path-roles.js";
import { looksRandom } from "../../text/randomness.js";
import { sampleOf, seeded } from "../../text/shape.js";
import { judgePositions } from "./evidence/production.js";
import { type Segment, segmentsOf } from "./reading/segments.js";

const KEY = /"private_key"\s{0,5}:\s{0,5}"(?<key>-----BEGIN[^"]{100,6000})"/g;
const PROJECT = /"project_id"\s{0,5}:\s{0,5}"(?<project>[a-z0-9:.-]{4,60})"/;
const REACH = 4000;

function account(project: string, body = sampleOf("{b64:800}", seeded(70))): Example {
  const key = `-----BEGIN ${"PRIVATE"} KEY-----\n${body}\n-----END ${"PRIVATE"} KEY-----\n`;
  const text = JSON.stringify({ type: "service_account", project_id: project, private_key: key }, null, 2);
  return { path: "sa.json", text, shown: `{ "type": "service_account", "project_id": "${project}", … }` };
}

export default defineRule({
  id: "secrets/google-service-account",
  family: "production-secret",
  summary: "The key of a Google service account is in this file.",
  why: "Whoever has the file can act as that account in the Google Cloud project.",
  remedy:
    "Delete the key in the console first (https://console.cloud.google.com/iam-admin/serviceaccounts); deleting the file isn't enough, because the history keeps it. For experiments, log in with `gcloud auth application-default login`.",
  trigger: "production-systems",
  confidence: "high",
  suggests: "stop",
  appliesTo: { keywords: ["service_account"] },
  detect: (file, surroundings) =>
    segmentsOf(file).flatMap((segment) =>
      [...segment.text.matchAll(KEY)].flatMap((hit) => look(hit, segment, isTestPath(file.path), surroundings)),
    ),
  get examples() {
    return {
      match: [
        { ...account("acme-prod"), suggests: "stop" as const },
        { ...account("acme-invoices"), suggests: "stop" as const },
        { ...account("acme-dev"), suggests: "note" as const },
      ],
      skip: [account("acme-prod", "...".repeat(60)), account("acme-prod", "YOUR_KEY".repeat(20))],
    };
  },
});

function look(hit: RegExpMatchArray, segment: Segment, trial: boolean, { production }: Surroundings): readonly Match[] {
  const at = hit.index ?? 0;
  const key = hit.groups?.key ?? "";
  const dense = key.replace(/-----[A-Z ]{5,40}-----|\\[rn]/g, "");
  if (/\.\.\.|your|x{6}/i.test(dense) || !looksRandom(dense.slice(0, 300))) return [];
  const near = segment.text.slice(Math.max(0, at - REACH), at + REACH);
  const project = PROJECT.exec(near)?.groups?.project ?? "";
  const verdict = judgePositions([{ kind: "project", value: project }], production);
  const elsewhere = production.projects.length > 0 && verdict.confidence !== "high";
  const milder = verdict.says === "other" || (trial && verdict.says === "none") ? "note" : elsewhere ? "advice" : null;
  return [
    {
      ...segment.place(at, at + hit[0].length),
      evidence: `Google service account key of project ${project}, ${dense.length} characters`,
      because: [
        `It belongs to the project \`${project}\`.`,
        ...verdict.because,
        ...(elsewhere ? ["That project is not on the organisation's list for production."] : []),
      ],
      secrets: [key, dense],
      identity: dense,
      ...(milder === null ? {} : { suggests: milder, trigger: null }),
    },
  ];
}
