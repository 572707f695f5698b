import { describe, expect, test } from "@jest/globals";
import { checkRun } from "../../src/report/check-run.js";
import { MOST_WORDS, renderComment, wordsIn } from "../../src/report/comment.js";
import { renderHtml } from "../../src/report/html.js";
import { renderJson } from "../../src/report/json.js";
import { renderMarkdown } from "../../src/report/markdown.js";
import { renderSarif } from "../../src/report/sarif.js";
import { renderText } from "../../src/report/text.js";
import { expectGolden } from "../support/golden.js";
import { CASES } from "../support/report-cases.js";

const KNOWN = { repository: "acme/demo", filesUrl: "https://github.com/acme/demo/blob/0a1b2c3" };
const OPEN = { ...KNOWN, handoff: { number: 57, url: "https://github.com/acme/dev-intake/issues/57" } };

describe.each(Object.entries(CASES))("%s", (name, verdict) => {
  const context = verdict.handoff === "open" ? OPEN : KNOWN;

  test("text for a terminal", () => {
    expectGolden(`report/${name}.txt`, renderText(verdict, { ...context, colour: false, width: 80, milliseconds: 41 }));
  });

  test("comment", () => {
    const comment = renderComment(verdict, context);
    if (comment === null) return;
    expectGolden(`report/${name}.comment.md`, comment);
    expect(wordsIn(comment.split("<details>")[0] ?? "")).toBeLessThanOrEqual(MOST_WORDS);
  });

  test("no text blames, and no success promises too much", () => {
    const texts = [renderText(verdict, { ...context, colour: false, width: 80 }), renderMarkdown(verdict, context)];
    for (const text of texts) {
      expect(text).not.toMatch(/violation|non-compliant|denied|must not|forbidden|take over/i);
      expect(text).not.toMatch(/\b(approved|compliant|certified|safe to ship)\b/i);
    }
  });
});

test("markdown, HTML, JSON, SARIF and the check run of the fullest case", () => {
  const verdict = CASES["rotate-a-key"];
  if (verdict === undefined) throw new Error("the case is gone");
  expectGolden("report/rotate-a-key.md", renderMarkdown(verdict, KNOWN));
  expectGolden("report/rotate-a-key.html", renderHtml(verdict, KNOWN));
  expectGolden("report/rotate-a-key.json", renderJson(verdict, { milliseconds: 41 }));
  expectGolden("report/rotate-a-key.sarif", renderSarif(verdict, []));
  expectGolden("report/rotate-a-key.check-run.json", `${JSON.stringify(checkRun(verdict, KNOWN), null, 2)}\n`);
});
