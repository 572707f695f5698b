import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { code, link, prose, sentence } from "../../../src/report/escape/markdown.js";
import { safeUrl } from "../../../src/report/escape/url.js";
import { visible } from "../../../src/report/escape/visible.js";
import { REFERENCES, searchedText, shownText, tagsIn, targetsIn, toHtml } from "../../support/github-markdown.js";
import { hostileText } from "../../support/hostile.js";

const bare = (text: string) => text.replaceAll("\u200b", "").trim();

describe.each([
  ["prose", prose],
  ["a sentence", sentence],
])("%s", (_, inert) => {
  test.each([
    ["at the start", (text: string) => text],
    ["in a list", (text: string) => `- ${text}`],
    ["in the middle", (text: string) => `Seen: ${text}.`],
  ])("nothing active survives %s", (_place, put) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = toHtml(put(inert(text)));
        expect(tagsIn(html).filter((tag) => !["p", "code", "ul", "li"].includes(tag))).toEqual([]);
        expect(targetsIn(html)).toEqual([]);
        for (const reference of REFERENCES) expect(searchedText(html)).not.toMatch(reference);
      }),
      { numRuns: 100 },
    );
  });
});

test("prose shows what was written", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(bare(shownText(toHtml(`x ${prose(text)} x`))).replace(/\s+/g, " ")).toBe(
        bare(`x ${visible(text).trimStart()} x`).replace(/\s+/g, " "),
      );
    }),
    { numRuns: 100 },
  );
});

test("a code span shows what was written, and is one", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const html = toHtml(`Seen: ${code(text)}.`);
      expect(html).toMatch(/^<p>Seen: <code>[\s\S]*<\/code>\.<\/p>$/);
      expect(tagsIn(html)).toEqual(["p", "code"]);
      expect(shownText(html)).toBe(`Seen: ${visible(text).trim() === "" ? " " : visible(text)}.`);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["@maria", "@\u200bmaria"],
  ["fixes #12", "fixes #\u200b12"],
  ["a\nb", "a\\\\nb"],
  ["# not a heading", "\\# not a heading"],
  ["2. not a list", "2\\. not a list"],
  ["made up (mostly), fine.", "made up (mostly), fine."],
])("%j becomes %j", (text, escaped) => {
  expect(prose(text)).toBe(escaped);
});

test("what stands in backticks becomes code", () => {
  expect(sentence("`data: *x*` isn't one of our *words*")).toBe("`data: *x*` isn't one of our \\*words\\*");
});

test("a link goes where it says, whatever its text", () => {
  const url = safeUrl("https://forms.acme.example/a?b=(1)&c=<2>&copy;=3");
  if (url === null) throw new Error("that is a good address");
  fc.assert(
    fc.property(hostileText, (text) => {
      const html = toHtml(link(`x${text}`, url));
      expect(tagsIn(html)).toEqual(["p", "a"]);
      expect(targetsIn(html)).toEqual([url.replaceAll("&", "&amp;")]);
    }),
  );
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "https://user:secret@acme.example",
  "no address",
  "",
  "file:///x",
])("%j is no address to click on", (text) => {
  expect(safeUrl(text)).toBeNull();
});
