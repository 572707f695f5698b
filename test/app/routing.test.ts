import { createRequire } from "node:module";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { commandIn } from "../../src/app/commands/parse.js";
import { Payload } from "../../src/app/payloads.js";
import { route } from "../../src/app/routing.js";

interface Recorded {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

const recorded = createRequire(import.meta.url)("@octokit/webhooks-examples") as
  | readonly Recorded[]
  | { readonly default: readonly Recorded[] };
const events: readonly Recorded[] = "default" in recorded ? recorded.default : recorded;
const recordedOf = (name: string) => events.find((event) => event.name === name)?.examples ?? [];

test("takes every payload that GitHub published, of every event, without an error", () => {
  const count = events.reduce((sum, { examples }) => sum + examples.length, 0);
  expect(count).toBeGreaterThan(200);
  for (const { name, examples } of events)
    for (const example of examples) {
      const payload = Payload.safeParse(example);
      if (payload.success) expect(() => route(name, payload.data, 1)).not.toThrow();
      else expect(["push", "pull_request", "issues", "issue_comment", "check_run", "installation"]).not.toContain(name);
    }
});

test.each([
  ["pull_request", "opened", "check"],
  ["pull_request", "synchronize", "check"],
  ["check_run", "rerequested", "recheck"],
  ["check_run", "requested_action", "button"],
  ["check_suite", "rerequested", "recheck"],
  ["issues", "edited", "issue"],
  ["installation", "created", "installation"],
  ["installation_repositories", "added", "installation"],
  ["merge_group", "checks_requested", "merge-group"],
])("%s.%s becomes the job %s", (name, action, task) => {
  const example = recordedOf(name).find((one) => one.action === action) ?? {};
  const payload = Payload.parse(example);
  const appId = payload.check_run?.app?.id ?? 1;
  expect(route(name, payload, appId).job?.task).toBe(task);
});

test("what another App's check run is asked is none of our business", () => {
  const payload = Payload.parse(recordedOf("check_run").find((one) => one.action === "rerequested"));
  expect(route("check_run", payload, 999_999_999).job).toBeUndefined();
});

describe("a command", () => {
  test.each([
    ["/handoff", { name: "handoff", rest: "" }],
    [
      "Please\n\n/false-alarm 1a2b3c4d these are invented\nThanks",
      { name: "false-alarm", rest: "1a2b3c4d these are invented" },
    ],
    ["/not-now we move in May\r\n", { name: "not-now", rest: "we move in May" }],
    ["/launch", { unknown: "launch" }],
    ["> /accept", null],
    ["```\n/accept\n```", null],
    ["see src/accept", null],
    ["I would /accept this", null],
  ])("%j", (body, expected) => {
    expect(commandIn(body)).toEqual(expected);
  });

  test("is looked for in any text without an error", () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (body) => commandIn(body) !== undefined));
  });
});
