import { describe, expect, test } from "@jest/globals";
import { evaluate, OPEN_KEY, RULE_TEXTS } from "../src/evaluate.js";
import type { Change } from "../src/model/change.js";
import { annotationsOf, workflowCommands } from "../src/report/annotations.js";
import { checkRun } from "../src/report/check-run.js";
import { renderComment } from "../src/report/comment.js";
import { renderHtml } from "../src/report/html.js";
import { renderJson } from "../src/report/json.js";
import { renderMarkdown } from "../src/report/markdown.js";
import { renderSarif } from "../src/report/sarif.js";
import { renderText } from "../src/report/text.js";
import { loadedPolicy, NOW } from "./support/findings.js";
import { rawFile } from "./support/run-rule.js";

const KEY = ["sk", "live", "51HNqVwYS81VP7Hb1DX8pPd5khxE3pyIgKpaUnArl63XykWZeiNNCiia3anXn9k3ksu9mI4ROnl89Sm995"].join(
  "_",
);
const MANIFEST = `name: ${KEY}\nowner: maria\ndata: ${KEY}\nai: [${KEY}]\nenvironments: [${KEY}]\n${KEY}: x\n`;
const POLICY = loadedPolicy({
  "ai-services": [],
  dev: { "request-form": "https://forms.acme.example/ask?n={name}" },
});

function change(parts: Partial<Change>): Change {
  return {
    isRange: false,
    manifest: { path: "ai-experiment.yml", text: MANIFEST },
    files: [],
    before: [],
    paths: new Set(["ai-experiment.yml"]),
    context: [],
    gaps: [],
    baseline: new Set(),
    falseAlarms: new Map(),
    handoff: "none",
    approvedWaivers: new Set(),
    ...parts,
  };
}

describe("a key in the manifest is quoted nowhere", () => {
  test.each([
    ["in a whole repository", { files: [rawFile("ai-experiment.yml", MANIFEST), rawFile("a.py", `key = "${KEY}"`)] }],
    ["in a range that doesn't touch it", { isRange: true, files: [rawFile("a.py", "print(1)")] }],
    [
      "in a range that proposes it",
      { isRange: true, manifest: null, proposedManifest: { path: "ai-experiment.yml", text: MANIFEST } },
    ],
  ])("%s", async (_, parts) => {
    const verdict = await evaluate(change(parts), POLICY, { now: NOW, fingerprintKey: OPEN_KEY });
    const reports = [
      renderText(verdict, { colour: false, width: 80 }),
      renderMarkdown(verdict),
      renderComment(verdict, { commands: true }) ?? "",
      renderHtml(verdict),
      renderJson(verdict, { milliseconds: 1 }),
      renderSarif(verdict, RULE_TEXTS),
      JSON.stringify(checkRun(verdict)),
      workflowCommands(annotationsOf(verdict)).join("\n"),
    ].join("\n");
    const windows = Array.from({ length: KEY.length - 7 }, (_unused, at) => KEY.slice(at, at + 8));
    expect(windows.filter((window) => reports.includes(window))).toEqual([]);
    expect(reports).toContain("ai-experiment.yml");
  });
});
