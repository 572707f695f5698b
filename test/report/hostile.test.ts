import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Finding } from "../../src/model/finding.js";
import { redact } from "../../src/model/redacted.js";
import { defineRule } from "../../src/model/rule.js";
import type { Disposition, Verdict } from "../../src/model/verdict.js";
import { annotationsOf, workflowCommands } from "../../src/report/annotations.js";
import { checkRun } from "../../src/report/check-run.js";
import { renderComment, renderResolvedComment } from "../../src/report/comment.js";
import { renderHtml } from "../../src/report/html.js";
import { renderJson } from "../../src/report/json.js";
import { renderMarkdown } from "../../src/report/markdown.js";
import { renderSarif } from "../../src/report/sarif.js";
import { renderText } from "../../src/report/text.js";
import { scan } from "../../src/scan/scan.js";
import { manifest } from "../support/findings.js";
import { REFERENCES, searchedText, tagsIn, targetsIn, toHtml } from "../support/github-markdown.js";
import { HIDDEN, hostilePath, hostileText } from "../support/hostile.js";
import { rawFile, surroundings } from "../support/run-rule.js";
import { judged, verdict } from "../support/verdicts.js";

const FORM = "https://forms.acme.example/ask?experiment={name}&repository={repo}";
const CONTEXT = { repository: "acme/demo", filesUrl: "https://github.com/acme/demo/blob/main" };

const dispositions = fc.constantFrom<Disposition["kind"]>("stop", "handoff", "advice", "note", "waived", "suppressed");

const hostileVerdict: fc.Arbitrary<Verdict> = fc
  .record({
    path: hostilePath,
    text: hostileText,
    other: hostileText,
    name: hostileText,
    kinds: fc.array(dispositions, { minLength: 1, maxLength: 3 }),
  })
  .map(({ path, text, other, name, kinds }) =>
    verdict({
      policyFile: { dev: { "request-form": FORM } },
      manifest: {
        path: "ai-experiment.yml",
        state: "ok",
        manifest: manifest({ name, ai: [{ service: other, account: null, for: null }], environments: [text] }),
        problems: [{ line: 3, column: 1, severity: "advice", message: `We read ${text}.`, replacement: other }],
      },
      judged: kinds.map((kind) => {
        const location = { path, startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 };
        const texts = {
          message: redact(text),
          because: [redact(other)],
          remedy: redact(other),
          evidence: redact(text),
        };
        return judged(dispositionOf(kind, other), { ...texts, location, alsoAt: [{ ...location, path: `${path}2` }] });
      }),
      gaps: [{ path, reason: text }],
    }),
  );

function dispositionOf(kind: Disposition["kind"], text: string): Disposition {
  if (kind === "waived") return { kind, reason: redact(text), expires: "2026-12-31" };
  if (kind === "suppressed") return { kind, reason: redact(text) };
  if (kind === "baseline") return { kind };
  return kind === "declared" ? { kind, by: text } : { kind, clause: "4" };
}

const OURS = ["h2", "h3", "p", "ul", "li", "details", "summary", "code", "strong", "a", "br"];

describe("whatever a repository calls its files and writes into them", () => {
  test.each([
    ["the summary", (one: Verdict) => renderMarkdown(one, CONTEXT)],
    ["the comment", (one: Verdict) => renderComment(one, CONTEXT) ?? ""],
    ["the settled comment", (one: Verdict) => renderResolvedComment(one, CONTEXT)],
    ["the check run", (one: Verdict) => `${checkRun(one, CONTEXT).summary}\n${checkRun(one, CONTEXT).text}`],
  ])("%s holds our own markup and nothing active", (_, render) => {
    fc.assert(
      fc.property(hostileVerdict, (one) => {
        const html = toHtml(render(one));
        expect(tagsIn(html).filter((tag) => !OURS.includes(tag))).toEqual([]);
        for (const target of targetsIn(html)) {
          expect(target).toMatch(/^https:\/\/(github\.com\/acme\/demo\/blob\/main\/p|forms\.acme\.example\/ask\?)/);
        }
        for (const reference of REFERENCES) expect(searchedText(html)).not.toMatch(reference);
        expect(render(one)).not.toMatch(HIDDEN);
      }),
      { numRuns: 40 },
    );
  });

  test("every details element is closed", () => {
    fc.assert(
      fc.property(hostileVerdict, (one) => {
        const html = toHtml(renderMarkdown(one, CONTEXT));
        expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
      }),
      { numRuns: 40 },
    );
  });

  test("a terminal gets lines without anything hidden, and no command to a runner", () => {
    fc.assert(
      fc.property(hostileVerdict, (one) => {
        const text = renderText(one, { ...CONTEXT, colour: false, width: 60 });
        expect(text).not.toMatch(HIDDEN);
        for (const line of text.split("\n")) expect(line.trimStart().startsWith("::")).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test("the page has our own tags, no script, and links to known places only", () => {
    fc.assert(
      fc.property(hostileVerdict, (one) => {
        const page = renderHtml(one, CONTEXT);
        const body = page.slice(page.indexOf("<body"));
        const allowed = [...OURS, "body", "main", "h1", "section", "article", "footer", "html"];
        expect(tagsIn(body).filter((tag) => !allowed.includes(tag))).toEqual([]);
        for (const target of targetsIn(body)) expect(target).toMatch(/^https:\/\/forms\.acme\.example\/ask\?/);
        expect(page).not.toMatch(HIDDEN);
        expect(body).not.toMatch(/<[^>]*\son[a-z]+=/i);
      }),
      { numRuns: 40 },
    );
  });

  test("each annotation is one command on one line", () => {
    fc.assert(
      fc.property(hostileVerdict, (one) => {
        for (const line of workflowCommands(annotationsOf(one))) {
          expect(line).toMatch(/^::(error|warning|notice) file=[^\r\n]*::[^\r\n]*$/);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A rule that shows all it sees, as a careless author may write it. */
const careless = (secret: string) =>
  defineRule({
    id: "secrets/careless",
    family: "production-secret",
    summary: "Something.",
    why: "Because.",
    remedy: "Do something.",
    trigger: "production-systems",
    confidence: "high",
    suggests: "handoff",
    appliesTo: {},
    detect: (file) => [
      {
        range: [0, file.text.length],
        message: `It says ${file.text}`,
        because: [`Because of ${secret}`, file.text],
        remedy: `Remove ${file.text}`,
        secrets: [secret],
      },
    ],
    examples: { match: [], skip: [] },
  });

const secretText = fc.string({
  unit: fc.constantFrom(..."abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789_-+/=.%<&`*#@"),
  minLength: 12,
  maxLength: 60,
});

test("no run of eight characters of a secret is in any report", async () => {
  await fc.assert(
    fc.asyncProperty(secretText, async (body) => {
      const secret = `Zq${body}`;
      const file = rawFile("config.py", `key = "${secret}" # ${secret}`);
      const { findings } = await scan([file], [careless(secret)], surroundings([file]), "test");
      const one = verdict({ judged: findings.map((finding: Finding) => ({ finding, disposition: stop })) });
      const reports = [
        renderText(one, { colour: true, width: 80 }),
        renderMarkdown(one, CONTEXT),
        renderComment(one, CONTEXT) ?? "",
        renderHtml(one, CONTEXT),
        renderJson(one, { milliseconds: 1 }),
        renderSarif(one, []),
        JSON.stringify(checkRun(one, CONTEXT)),
        workflowCommands(annotationsOf(one)).join("\n"),
      ];
      for (const report of reports) {
        for (let i = 0; i + 8 <= secret.length; i++) expect(report.includes(secret.slice(i, i + 8))).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
});

const stop: Disposition = { kind: "stop", clause: "4" };
