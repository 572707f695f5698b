import { describe, expect, test } from "@jest/globals";
import { BUILT_IN_POLICY } from "../../src/model/policy.js";
import { readPolicy } from "../../src/policy/read-policy.js";

const read = (text: string) => readPolicy({ path: "ai-experiment-policy.yml", text });

describe("a part that can't be used falls to its default, and the rest is read", () => {
  test.each([
    ["a mode that isn't ours", "mode: sometimes\n", "1:7", /Pick the closest: advise, enforce.*go by `advise`/],
    ["a family nobody knows", "rules:\n  weather: off\n", "2:3", /a rule's id or one of the families/],
    ["a level that isn't ours", "rules:\n  real-data: loud\n", "2:14", /off, note, advice, handoff, stop/],
    ["a setting without a level", "rules:\n  real-data: { new-until: 2027-01-01 }\n", "2:14", /needs a `level`/],
    ["an environment without an id", "environments:\n  - production: true\n", "2:5", /no `id`/],
    ["a number that isn't one", "waivers:\n  max-days: soon\n", "2:13", /whole number from 1 to 3650/],
    ["a time that isn't one", "review: { every: sometimes }\n", "1:18", /like `90d`/],
    ["a pattern that is too long", `scope: { exempt: { repos: [${"a".repeat(300)}] } }\n`, "1:28", /longer than 256/],
    ["a list where a block is meant", "dev: [acme/dev]\n", "1:6", /block of lines/],
    ["services that are no list", "ai-services:\n  approved: true\n", "2:3", /no `id`/],
  ] as const)("%s", (_, text, at, says) => {
    const { state, policy, problems } = read(`${text}labels: { prefix: "try: " }\n`);
    expect(problems.map((p) => `${p.line}:${p.column} ${p.severity}`)).toEqual([`${at} error`]);
    expect(problems[0]?.message).toMatch(says);
    expect(state).toBe("ok");
    expect(policy).toEqual({ ...BUILT_IN_POLICY, labels: { prefix: "try: " } });
  });
});

describe("people's own ways of writing", () => {
  test.each([
    ["a key with a slip", "mdoe: enforce\n", /Did you mean `mode`/, { mode: "enforce" }],
    ["another word for a level", "rules: { ai-service: warn }\n", /as `advice`/, { rules: { "ai-service": "advice" } }],
    [
      "another word for a family",
      "rules: { secrets: off }\n",
      /as `production-secret`/,
      { rules: { "production-secret": "off" } },
    ],
    ["a number of months", "review: { every: 3 months }\n", /as `90d`/, { review: { every: "90d" } }],
    [
      "British spelling",
      "organisation: { hosts: ['*.acme.example'] }\n",
      /as `organization`/,
      { organization: { hosts: ["*.acme.example"] } },
    ],
    ["a key nobody knows", "colour: blue\n", /We don't know `colour`/, {}],
    ["an empty file", "", /nothing in this file yet/, BUILT_IN_POLICY],
  ] as const)("%s is advice", (_, text, says, expected) => {
    const { state, policy, problems } = read(text);
    expect(problems.map(({ severity }) => severity)).toEqual(["advice"]);
    expect(problems[0]?.message).toMatch(says);
    expect(state).toBe("ok");
    expect(policy).toMatchObject(expected);
  });

  test.each([
    ["yes and no", "ai-services: [{ id: a, approved: yes }]\n", { "ai-services": [{ id: "a", approved: true }] }],
    ["an id alone", "environments: [sandbox]\n", { environments: [{ id: "sandbox", production: false, match: [] }] }],
    [
      "numbers that are names",
      "environments: [{ id: p, accounts: [011122223333] }]\n",
      { environments: [{ accounts: ["011122223333"] }] },
    ],
    ["a version that looks like a number", "policy: { version: 2026.10 }\n", { policy: { version: "2026.10" } }],
    ["days as a number", "review: { every: 45d }\n", { review: { every: "45d" } }],
    ["no services at all", "ai-services: []\n", { "ai-services": [] }],
    [
      "a setting that is new",
      "rules: { a/b: { level: stop, new-until: 2027-01-01 } }\n",
      { rules: { "a/b": { level: "stop", "new-until": "2027-01-01" } } },
    ],
    [
      "keys that a prototype has",
      "teams: { constructor: acme/dev, __proto__: acme/dev }\n",
      { teams: { constructor: "acme/dev" } },
    ],
  ] as const)("%s needs no message", (_, text, expected) => {
    const { state, policy, problems } = read(text);
    expect(problems).toEqual([]);
    expect(state).toBe("ok");
    expect(policy).toMatchObject(expected);
  });
});

test.each([
  ["prose", "We are kind.\n"],
  ["a list", "- mode\n"],
  ["a binary file", "\0\0"],
  ["a file of a megabyte", "mode: enforce\n".repeat(80_000)],
  ["brackets in brackets", "[".repeat(60_000)],
  ["a line that can't be read", "mode: enforce\nrules: }{\n  a: [\n"],
])("%s is invalid, so that the caller keeps the last good copy", (_, text) => {
  const { state, policy, problems } = read(text);
  expect(state).toBe("invalid");
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.every(({ message }) => message.length > 20)).toBe(true);
  expect(policy.mode).toMatch(/advise|enforce/);
});
