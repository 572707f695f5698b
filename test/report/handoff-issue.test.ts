import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { HandoffFacts } from "../../src/model/handoff.js";
import { readManifest } from "../../src/policy/read-manifest.js";
import { ticksIn } from "../../src/report/dev-items.js";
import { renderDevRequest } from "../../src/report/dev-request.js";
import { renderGuardedHandoff, renderHandoff } from "../../src/report/handoff-issue.js";
import { rewriteRegions } from "../../src/report/regions.js";

const CONTEXT = {
  today: new Date("2026-03-02T00:00:00Z"),
  longestWaiver: 90,
  known: { services: [], environments: [] },
};

function manifest(text: string) {
  return readManifest({ path: "ai-experiment.yml", text }, CONTEXT).manifest;
}

function facts(change: Partial<HandoffFacts> = {}): HandoffFacts {
  return {
    repository: "acme/invoice-sorter",
    repositoryUrl: "https://github.com/acme/invoice-sorter",
    manifestPath: "ai-experiment.yml",
    manifest: manifest("name: Invoice sorter\nowner: maria\nteam: Finance Ops\ndata: made-up\n"),
    causes: [{ trigger: "production-systems", where: "deploy.yml, line 12", how: "found", since: "2026-03-02" }],
    startedAt: "https://github.com/acme/invoice-sorter/pull/4",
    readiness: [],
    standing: "open",
    waitsOn: "dev",
    firstAnswerBy: "2026-03-04",
    policyVersion: "2026.1",
    ...change,
  };
}

test("has every section, in order", () => {
  const { title, body } = renderHandoff(facts(), []);
  expect(title).toBe("Handoff: Invoice sorter (Finance Ops)");
  const sections = [
    "needs production systems",
    "## Why now",
    "## About the experiment",
    "## Who does what",
    "## Original team",
    "## Dev",
    "## Maybe involve",
    "## Checked automatically",
    "## How this ends",
    "## Commands",
  ];
  const places = sections.map((section) => body.indexOf(section));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test("what people wrote and ticked survives every update", () => {
  const first = renderHandoff(facts(), []).body;
  const edited = `${first.replace("- [ ] What doesn't work yet?", "- [x] What doesn't work yet? Umlauts.")}\n\nA note of ours.`;
  const fresh = renderHandoff(facts({ waitsOn: "team", causes: [] }), []).body;
  const updated = rewriteRegions(edited, fresh);
  expect(updated).toContain("- [x] What doesn't work yet? Umlauts.");
  expect(updated).toContain("A note of ours.");
  expect(updated).toContain("The next step is the team's;");
  expect(updated).not.toContain("deploy.yml, line 12");
  expect(rewriteRegions(updated, fresh)).toBe(updated);
});

test("outside of our regions not a letter changes, whatever people write", () => {
  const fresh = renderHandoff(facts({ waitsOn: "team" }), []).body;
  const outside = (body: string) => body.replace(/<!-- facts:([a-z]+) -->[\s\S]*?<!-- \/facts:\1 -->/g, "");
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (words) => {
      const current = `${words.replaceAll("<!--", "")}\n${renderHandoff(facts(), []).body}`;
      return outside(rewriteRegions(current, fresh)) === outside(current);
    }),
  );
});

describe("hostile words of a manifest", () => {
  const HOSTILE =
    "name: '@acme/everyone closes #1'\nsummary: '<!-- facts:short --> <img src=x> fixes acme/x#2 @dana'\nowner: maria\nteam: '@acme/all'\ndata: made-up\n";

  test("mention nobody, close nothing and hide nothing", () => {
    const { title, body } = renderHandoff(facts({ manifest: manifest(HOSTILE) }), []);
    expect(title).not.toMatch(/@acme|#1\b/);
    expect(body).not.toMatch(/@acme|@dana|(?<!&)#\d|<img/);
    expect(body.match(/<!-- facts:short -->/g)).toHaveLength(1);
  });

  test("say nothing at all where more people can read than should", () => {
    const { title, body } = renderGuardedHandoff(facts({ manifest: manifest(HOSTILE) }));
    expect(title).toBe("Handoff for a private repository");
    expect(body).not.toMatch(/everyone|img|deploy\.yml|Finance/);
  });

  test("ask Dev a question, and no more", () => {
    const question = "Which database? @acme/all fixes #3\n<!-- hidden -->";
    const { body } = renderDevRequest({ ...facts(), question, askedAt: null });
    expect(body).not.toMatch(/@acme|#3|<!--/);
    expect(body).toContain("It is not a handoff");
  });
});

test("reads people's ticks, and why something is not needed", () => {
  const { body } = renderHandoff(facts(), []);
  const ticked = body
    .replace(/- \[ \] (.*<!-- item:production-access -->)/, "- [x] $1")
    .replace(/- \[ \] .*(<!-- item:monitoring -->)/, "- [X] Monitoring: not needed, because it runs once a year $1");
  const ticks = ticksIn(ticked);
  expect(ticks.get("production-access")).toEqual({ ticked: true, notNeeded: null });
  expect(ticks.get("monitoring")).toEqual({ ticked: true, notNeeded: "it runs once a year" });
  expect(ticks.get("infrastructure")).toEqual({ ticked: false, notNeeded: null });
});
