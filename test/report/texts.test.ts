import { describe, expect, test } from "@jest/globals";
import { RULE_TEXTS } from "../../src/evaluate.js";
import { TOOL } from "../../src/model/tool.js";
import { checkRun } from "../../src/report/check-run.js";
import { MOST_WORDS, renderComment, renderInvitation, wordsIn } from "../../src/report/comment.js";
import { gapGroups } from "../../src/report/gaps.js";
import { renderHtml } from "../../src/report/html.js";
import { renderMarkdown } from "../../src/report/markdown.js";
import { renderRule, renderRules } from "../../src/report/rule-texts.js";
import { renderText } from "../../src/report/text.js";
import { titleOf } from "../../src/report/titles.js";
import { shorten, wrap } from "../../src/report/wrap.js";
import { manifest, reading } from "../support/findings.js";
import {
  CASES,
  deployJob,
  liveKey,
  peopleTable,
  productionSecret,
  stagingName,
  unlistedService,
} from "../support/report-cases.js";
import { judged, verdict } from "../support/verdicts.js";

const SCREEN = { colour: false, width: 80 };
const text = (one: Parameters<typeof renderText>[0]) => renderText(one, SCREEN);

describe("titles", () => {
  const open = { number: 57, url: "https://github.com/acme/dev-intake/issues/57" };
  test.each([
    ["clear", {}, "All clear, happy exploring"],
    ["no-manifest", {}, "One small file to add"],
    ["tips", {}, "Looks good, with 2 tips"],
    ["handoff", {}, "Let's bring Dev in"],
    ["handoff-open", {}, "Handoff under way with Dev"],
    ["handoff-open", { handoff: open }, "Handoff under way with Dev (#57)"],
    ["rotate-a-key", {}, "Please rotate a key"],
    ["accepted", {}, "Runs to company standards"],
    ["manifest-unreadable", {}, "We couldn't read part of ai-experiment.yml"],
    ["policy-unreadable", {}, "We couldn't check this time"],
    ["not-ours", {}, "Not an AI experiment"],
  ])("%s %j: %s", (name, context, title) => {
    const one = CASES[name];
    if (one === undefined) throw new Error(`no case ${name}`);
    expect(titleOf(one, context)).toBe(title);
  });

  test("one tip is a tip, and two keys are keys", () => {
    expect(titleOf(verdict({ judged: [judged("advice", unlistedService)] }))).toBe("Looks good, with 1 tip");
    const keys = [judged("stop", liveKey), judged("stop", { ...liveKey, ruleId: "secrets/adyen-live-key" })];
    expect(titleOf(verdict({ judged: keys }))).toBe("Please rotate 2 keys");
  });
});

describe("the way to Dev", () => {
  const withForm = (form: unknown) => verdict({ policyFile: { dev: { "request-form": form } } });

  test("names are filled in, encoded", () => {
    const one = {
      ...withForm("https://forms.acme.example/ask?n={name}&r={repo}&again={name}"),
      manifest: reading(manifest({ name: "A&B #1 <x>" })),
    };
    expect(renderText(one, { ...SCREEN, repository: "acme/demo" })).toContain(
      "https://forms.acme.example/ask?n=A%26B%20%231%20%3Cx%3E&r=acme%2Fdemo&again=A%26B%20%231%20%3Cx%3E",
    );
  });

  test.each([["javascript:alert(1)"], ["see the wiki"]])("%j is no link: the words stay, without one", (form) => {
    const one = withForm(form);
    for (const report of [text(one), renderMarkdown(one), renderHtml(one)]) {
      expect(report).toContain("Ask Dev");
      expect(report).not.toContain(form);
    }
    expect(renderHtml(one)).not.toContain("<a ");
  });

  test("pages are listed only where the organisation lists some", () => {
    const pages = [{ title: "Data at Acme", url: "https://handbook.acme.example/data" }, "Ask around"];
    const one = verdict({ policyFile: { policy: { pages } } });
    expect(renderMarkdown(one)).toContain("[Data at Acme](<https://handbook.acme.example/data>) · Ask around");
    expect(text(one)).toContain("Data at Acme: https://handbook.acme.example/data");
    expect(text(verdict())).not.toContain("https://");
  });

  test("commands are offered only where somebody listens", () => {
    const due = verdict({ judged: [judged("handoff", productionSecret)] });
    expect(renderComment(due, { commands: true })).toMatch(/reply `\/handoff`[\s\S]*Reply `\/false-alarm [0-9a-f]{8}`/);
    expect(renderComment(due)).not.toMatch(/`\/(handoff|false-alarm)/);
    expect(renderComment(due)).toContain("`handrail-ignore: secrets/workflow-production-secret because`");
  });
});

test("quiet: a clean change, a note, our own fault and what isn't ours get no comment", () => {
  for (const name of [
    "clear",
    "no-manifest",
    "accepted",
    "policy-unreadable",
    "rule-failed",
    "nothing-read",
    "not-ours",
  ]) {
    const one = CASES[name];
    expect(one === undefined ? "no case" : renderComment(one)).toBeNull();
  }
  expect(renderComment(verdict({ judged: [judged("note", stagingName)] }))).toBeNull();
});

describe("what is fine", () => {
  test("what was looked for is said only where it was looked for, and not found", () => {
    expect(text(verdict())).toContain("Looked for and not found: production keys");
    expect(text(verdict())).not.toContain("AI services");
    expect(text(verdict({ judged: [judged({ kind: "baseline" }, liveKey)] }))).not.toContain(
      "not found: production keys",
    );
    expect(text(verdict({ stats: { files: 0, bytes: 0 } }))).not.toContain("not found");
    expect(text(verdict({ unknown: { cause: "rule-failed", problems: [] } }))).not.toContain("not found");
  });

  test("what runs on one's own computer is welcome", () => {
    const local = { ...deployJob, level: "L0" as const };
    const one = verdict({ judged: [judged("note", { ...local, location: { ...at, path: "Dockerfile" } })] });
    expect(text(one)).toContain("Dockerfile: welcome, nothing to do.");
    expect(text(one)).not.toContain("Good to know");
  });

  test("what the manifest says isn't repeated where the files may say otherwise", () => {
    expect(text(verdict())).toContain("ai-experiment.yml says: data: made-up");
    expect(text(verdict({ judged: [judged("handoff", peopleTable)] }))).not.toContain("data: made-up");
  });
});

const at = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };

test("the same thing in many places is told once", () => {
  const many = Array.from({ length: 12 }, (_, number) =>
    judged("advice", { ...unlistedService, location: { ...at, path: `src/${number}.py` } }),
  );
  expect(text(verdict({ judged: many })).match(/This file calls an AI service/g)).toHaveLength(1);
  expect(text(verdict({ judged: many }))).toContain("and 9 more places");
  expect(titleOf(verdict({ judged: many }))).toBe("Looks good, with 1 tip");
});

test("gaps are told by reason, the largest group first", () => {
  const gaps = [
    { path: "b", reason: "too large" },
    { path: "c", reason: "no text" },
    { path: "a", reason: "no text" },
  ];
  expect(gapGroups(gaps)).toEqual([
    { reason: "no text", paths: ["a", "c"] },
    { reason: "too large", paths: ["b"] },
  ]);
});

test.each([60, 80, 120])("nothing is wider than %i columns, but for an address", (width) => {
  for (const one of Object.values(CASES)) {
    const lines = renderText(one, { colour: false, width }).split("\n");
    expect(lines.filter((line) => line.length > width && !line.includes("https://"))).toEqual([]);
  }
});

test("an ordinary result fits on one screen", () => {
  for (const one of Object.values(CASES)) expect(text(one).split("\n").length).toBeLessThanOrEqual(40);
});

test("colour adds colour and nothing else", () => {
  for (const one of Object.values(CASES)) {
    const painted = renderText(one, { colour: true, width: 80 });
    expect(painted).toContain("\u001b[");
    expect(painted.replace(/\u001b\[\d+m/g, "")).toBe(text(one));
  }
});

test("every rule can be explained, and all are listed", () => {
  const all = renderRules(RULE_TEXTS, SCREEN);
  for (const rule of RULE_TEXTS) {
    expect(all).toContain(rule.id);
    expect(renderRule(rule, SCREEN)).toMatch(/\n\nWhy it matters\n {2}\S[\s\S]*\n\nWhat to do\n {2}\S/);
  }
});

test("buttons: what can be done, and nothing where nothing is due", () => {
  const labels = (one: Parameters<typeof checkRun>[0]) => checkRun(one).buttons.map(({ identifier }) => identifier);
  expect(labels(verdict())).toEqual([]);
  expect(labels(verdict({ judged: [judged("handoff", productionSecret)] }))).toEqual(["start-handoff", "recheck"]);
  expect(labels(verdict({ handoff: "open", judged: [judged("handoff", peopleTable)] }))).toEqual([
    "made-up",
    "recheck",
  ]);
});

test("words: wrapped, shortened in the middle", () => {
  expect(wrap("aa bb  cc dddddddd", 5)).toEqual(["aa bb", "cc", "dddddddd"]);
  expect(shorten("src/very/long/path/to/a/file.ts", 16)).toHaveLength(16);
  expect(shorten("src/very/long/path/to/a/file.ts", 16)).toMatch(/^src\/….*file\.ts$/);
});

test("the tool's name and version are the package's", () => {
  expect(TOOL.name).toBe("handrail");
  expect(TOOL.version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("the invitation offers one file, in few words, and a way to say no", () => {
  const one = verdict({ manifest: reading(null) });
  const url = "https://github.com/acme/demo/new/main?filename=ai-experiment.yml";
  const text = renderInvitation(one, { commands: true }, url);
  expect(text).toContain(`[Create it](<${url}>)`);
  expect(text).toContain("`/not-an-experiment`");
  expect(wordsIn(text)).toBeLessThanOrEqual(MOST_WORDS);
  expect(renderInvitation(one, {})).toContain("`handrail init` writes it");
  expect(renderInvitation(one, {}, "javascript:x")).not.toContain("javascript");
});

test("a check run that has nothing to add has no text", () => {
  expect(checkRun(verdict({ outOfScope: "it belongs to Dev." }))).not.toHaveProperty("text");
  expect(checkRun(verdict()).text).toContain("What is fine");
});

test("a comment stays short when there is much to tell", () => {
  const many = Array.from({ length: 40 }, (_, number) =>
    judged("handoff", { ...productionSecret, ruleId: `secrets/rule-${number}` }),
  );
  const core = renderComment(verdict({ judged: many }))?.split("<details>")[0] ?? "";
  expect(wordsIn(core)).toBeLessThanOrEqual(MOST_WORDS);
  expect(core).toMatch(/- and \d+ more below/);
});
