import { AREAS } from "../../catalogue/impact/areas.js";
import { N8N_STEPS } from "../../catalogue/impact/flows.js";
import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import { milder, type Outcome } from "../../model/vocabulary.js";
import { jsonOf } from "../../text/json.js";
import { isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { type Flow, flowOf, type Write } from "./flows/flow.js";

/** One of these is in each of the three kinds of export; most JSON is told from them without being parsed. */
const KEYS = /"(?:connections|metadata|triggers)"/;

function detect(file: SourceFile): readonly Match[] {
  if (isTestPath(file.path) || isVendoredPath(file.path) || !KEYS.test(file.text)) return [];
  const flow = flowOf(jsonOf(file).documents[0]);
  if (flow === null) return [];
  const first = flow.writes.filter(({ step }, i) => flow.writes.findIndex((other) => other.step === step) === i);
  return first.map((write) => say(flow, write));
}

function say(flow: Flow, { step, label, range }: Write): Match {
  const area = AREAS.find(({ id }) => id === step.area);
  const isLive = flow.isOn === true && flow.startsItself;
  const asks = flow.writes.some((write) => write.asks === true);
  const reached: Outcome = isLive ? (asks ? "advice" : "handoff") : "note";
  return {
    range,
    message: isLive
      ? `This ${flow.made} flow is switched on and can ${step.does}.`
      : `This ${flow.made} flow can ${step.does}.`,
    because: [
      `The step "${label.slice(0, 60)}" does it.`,
      flow.startsItself ? "The flow starts by itself." : "A person starts it.",
      {
        true: "The export says that it is switched on.",
        false: "The export says that it is switched off.",
        null: "The export doesn't say whether it is switched on.",
      }[`${flow.isOn}`],
      ...(asks ? ["A step of it waits for a person's answer."] : []),
    ],
    remedy: `${area?.ask ?? ""} ${area?.try ?? ""}`.trim(),
    identity: `${flow.made}/${flow.name}/${step.step}`,
    suggests: milder(step.most ?? area?.most ?? "advice", reached),
    confidence: isLive ? "high" : "medium",
  };
}

const n8n = (nodes: readonly object[], more: object) =>
  JSON.stringify({ name: "Digest", nodes, connections: {}, ...more }, null, 2);
const schedule = { type: "n8n-nodes-base.scheduleTrigger", name: "Daily" };
const manual = { type: "n8n-nodes-base.manualTrigger", name: "By hand" };
const send = { type: "n8n-nodes-base.gmail", name: "Send", parameters: { operation: "send" } };

export default defineRule({
  id: "impact/flow",
  family: "real-world-impact",
  summary: "An automation flow writes to other systems.",
  why: "A flow that is switched on and starts by itself keeps acting when nobody looks, in the name of the person whose account it was given.",
  remedy:
    "Keep the flow switched off while you try it by hand, or let it write drafts; Dev can help to run it properly.",
  trigger: "real-world-impact",
  confidence: "medium",
  suggests: "handoff",
  appliesTo: { paths: ["**/*.json"], keywords: ["n8n-nodes", '"module"', "operationid"] },
  detect,
  limits: `Exports of n8n, Make and Power Automate are read. Of n8n ${N8N_STEPS.length} kinds of steps are known; a plain HTTP request isn't one of them.`,
  examples: {
    match: [
      { path: "flows/digest.json", text: n8n([schedule, send], { active: true }), suggests: "handoff" },
      { path: "flows/digest.json", text: n8n([schedule, send], { active: false }), suggests: "note" },
      { path: "flows/digest.json", text: n8n([manual, send], { active: true }), suggests: "note" },
      {
        path: "blueprint.json",
        text: JSON.stringify({
          name: "Mail",
          flow: [{ module: "google-sheets:watchRows" }, { module: "google-email:ActionSendEmail" }],
          metadata: {},
        }),
        suggests: "note",
      },
      {
        path: "definition.json",
        text: JSON.stringify({
          properties: {
            displayName: "Mail",
            state: "Started",
            definition: {
              triggers: { Recurrence: { type: "Recurrence" } },
              actions: {
                Send: { inputs: { host: { apiId: "/providers/x/apis/shared_office365", operationId: "SendEmailV2" } } },
              },
            },
          },
        }),
        suggests: "handoff",
      },
    ],
    skip: [
      {
        path: "flows/read.json",
        text: n8n([schedule, { ...send, parameters: { operation: "getAll" } }], { active: true }),
      },
      {
        path: "flows/draft.json",
        text: n8n([schedule, { ...send, parameters: { resource: "draft" } }], { active: true }),
      },
      { path: "flows/off.json", text: n8n([schedule, { ...send, disabled: true }], { active: true }) },
      { path: "graph.json", text: '{"nodes":[{"type":"gmail"}],"connections":{},"module":"n8n-nodes"}' },
      { path: "package.json", text: '{"module":"dist/index.js","flow":[],"metadata":{}}' },
    ],
  },
});
