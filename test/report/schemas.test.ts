import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import Draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { annotationsOf, MOST_PER_LEVEL, workflowCommands } from "../../src/report/annotations.js";
import { batches, checkRun } from "../../src/report/check-run.js";
import { renderComment } from "../../src/report/comment.js";
import { renderJson } from "../../src/report/json.js";
import { renderMarkdown } from "../../src/report/markdown.js";
import { renderSarif } from "../../src/report/sarif.js";
import { CASES, liveKey, productionSecret } from "../support/report-cases.js";
import { judged, verdict } from "../support/verdicts.js";

const json = (url: URL | string) => JSON.parse(readFileSync(url, "utf8"));
const published = json(new URL("../../schema/result.v1.json", import.meta.url));
const sarif = json(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const isResult = ajv.compile(published);
const draft04 = new Draft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(draft04);
const isSarif = draft04.compile(sarif);

describe.each(Object.entries(CASES))("%s", (_, one) => {
  test("JSON is what the published schema says", () => {
    isResult(JSON.parse(renderJson(one, { milliseconds: 41 })));
    expect(isResult.errors).toBeNull();
  });

  test("SARIF is what the official schema says", () => {
    isSarif(JSON.parse(renderSarif(one, [])));
    expect(isSarif.errors).toBeNull();
  });
});

test("the schemas refuse what isn't a result", () => {
  expect(isResult({ schemaVersion: 1 })).toBe(false);
  expect(isSarif({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
});

test("SARIF: what was waived, silenced or known is suppressed, and all else isn't", () => {
  const full = CASES["rotate-a-key"];
  if (full === undefined) throw new Error("the case is gone");
  const { results } = JSON.parse(renderSarif(full, [])).runs[0];
  const said = results.map((result: { properties: { disposition: string }; suppressions?: { kind: string }[] }) => [
    result.properties.disposition,
    result.suppressions?.map(({ kind }) => kind) ?? null,
  ]);
  expect(Object.fromEntries(said)).toEqual({
    stop: null,
    handoff: null,
    waived: ["external"],
    suppressed: ["inSource"],
    baseline: ["external"],
    declared: ["external"],
  });
});

test("SARIF describes the rules that it is given and that found something", () => {
  const rules = ["secrets/stripe-live-key", "secrets/quiet"].map((id) => ({
    id: id as "secrets/quiet",
    family: "production-secret" as const,
    summary: `What ${id} is.`,
    why: "Why.",
    remedy: "What next.",
  }));
  const one = verdict({ judged: [judged("stop", liveKey)] });
  const { driver } = JSON.parse(renderSarif(one, rules)).runs[0].tool;
  expect(
    driver.rules.map(({ id, shortDescription }: { id: string; shortDescription: unknown }) => [id, shortDescription]),
  ).toEqual([["secrets/stripe-live-key", { text: "What secrets/stripe-live-key is." }]]);
});

describe("GitHub's limits, with more findings than anybody has", () => {
  const many = verdict({
    judged: Array.from({ length: 3000 }, (_, number) =>
      judged("handoff", {
        ...productionSecret,
        ruleId: `secrets/rule-${number}`,
        location: {
          path: `${"deep/".repeat(60)}f${number}.yml`,
          startLine: 1,
          startColumn: 1,
          endLine: 1,
          endColumn: 2,
        },
      }),
    ),
    gaps: Array.from({ length: 5000 }, (_, number) => ({ path: `f${number}`, reason: `reason ${number}` })),
  });

  test("the check run's texts", () => {
    const { title, summary, text, buttons } = checkRun(many);
    expect(title.length).toBeLessThanOrEqual(255);
    expect(summary.length).toBeLessThanOrEqual(65_535);
    expect(text?.length).toBeLessThanOrEqual(65_535);
    expect(buttons.length).toBeLessThanOrEqual(3);
    for (const { label, description, identifier } of buttons) {
      expect(label.length).toBeLessThanOrEqual(20);
      expect(description.length).toBeLessThanOrEqual(40);
      expect(identifier.length).toBeLessThanOrEqual(20);
    }
  });

  test("a comment and a job summary", () => {
    expect(renderComment(many)?.length).toBeLessThanOrEqual(65_536);
    expect(renderComment(many)).toMatch(/<\/details>\n$/);
    expect(Buffer.byteLength(renderMarkdown(many))).toBeLessThanOrEqual(1024 * 1024);
    expect(renderMarkdown(many)).toContain("There is more than fits here.");
  });

  test("annotations by step and by request", () => {
    expect(workflowCommands(annotationsOf(many))).toHaveLength(MOST_PER_LEVEL);
    const all = batches(annotationsOf(many));
    expect(Math.max(...all.map((batch) => batch.length))).toBe(50);
    expect(all.flat()).toHaveLength(3000);
  });
});

test("a finding in a notebook's cell marks no wrong line", () => {
  const location = { path: "a.ipynb", startLine: 4, startColumn: 2, endLine: 4, endColumn: 9, cell: 3 };
  const one = verdict({ judged: [judged("handoff", { ...productionSecret, location })] });
  expect(annotationsOf(one)[0]).toMatchObject({ startLine: 1, endLine: 1 });
  expect(annotationsOf(one)[0]?.message).toMatch(/^Cell 3, line 4\./);
  expect(annotationsOf(one)[0]).not.toHaveProperty("startColumn");
});

test("a note marks no line", () => {
  expect(annotationsOf(verdict({ judged: [judged("note", productionSecret)] }))).toEqual([]);
});

test("paths are the repository's where only a folder of it was looked at", () => {
  const one = verdict({ judged: [judged("handoff", productionSecret)] });
  const context = { folder: "apps/demo", filesUrl: "https://github.com/acme/demo/blob/main" };
  expect(annotationsOf(one, context)[0]?.path).toBe("apps/demo/.github/workflows/report.yml");
  const [result] = JSON.parse(renderSarif(one, [], context)).runs[0].results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe("apps/demo/.github/workflows/report.yml");
  expect(renderMarkdown(one, context)).toContain("/blob/main/apps/demo/.github/workflows/report.yml#L18");
  expect(renderMarkdown(one, context)).toContain("`.github/workflows/report.yml:18`");
});
