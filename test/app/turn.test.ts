import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { driftAfter, NO_DRIFT } from "../../src/app/drift.js";
import { isReminderDue } from "../../src/app/sweeps/handoffs.js";
import { asks, type Said, turnAfter } from "../../src/app/turn.js";
import { BUILT_IN_POLICY } from "../../src/model/policy.js";
import { anyText } from "../support/texts.js";

const QUESTION: Said = { kind: "comment", asks: true };
const WORDS: Said = { kind: "comment", asks: false };
const ANSWER: Said = { kind: "answer" };

describe("whose turn it is", () => {
  test.each([
    ["a question of Dev makes it the team's", "dev", true, QUESTION, "team"],
    ["other words of Dev are an answer, and Dev's clock begins anew", "dev", true, WORDS, "dev"],
    ["while the team thinks, further words of Dev give it time", "team", true, WORDS, "team"],
    ["any word of somebody else makes it Dev's", "team", false, WORDS, "dev"],
    ["a question of the team does too", "team", false, QUESTION, "dev"],
    ["who asks again doesn't set Dev's clock back", "dev", false, QUESTION, null],
    ["what the team fills in is an answer", "team", false, ANSWER, "dev"],
    ["what Dev fills in says nothing", "team", true, ANSWER, null],
    ["a label says it outright", "dev", false, { kind: "label", turn: "team" }, "team"],
    ["a label that says what is so changes nothing", "team", false, { kind: "label", turn: "team" }, null],
  ] as const)("%s", (_, turn, isDev, said, expected) => {
    expect(turnAfter(turn, isDev, said)).toBe(expected);
  });
});

describe("a comment asks something", () => {
  test.each([
    ["Where does the data come from?", true],
    ["数据从哪里来？", true],
    ["Thanks, we have a look on Monday.", false],
    ["> Where does the data come from?\n\nFrom the shop.", false],
    ["```\nready?\n```\nThat is the output.", false],
    ["See https://acme.example/list?page=2 for more.", false],
    ["It says `a ? b : c` there.", false],
    ["It says `a ? b : c` there. Is that so?", true],
  ])("%j: %s", (body, expected) => {
    expect(asks(body)).toBe(expected);
  });

  test("whatever it holds, without an error", () => {
    fc.assert(fc.property(anyText({ maxLength: 300 }), (body) => typeof asks(body) === "boolean"));
  });
});

describe("a reminder", () => {
  const friday = new Date("2027-01-08T09:00:00Z");
  const after = (days: number) => new Date(friday.getTime() + days * 86_400_000);
  const due = (waitsOn: "dev" | "team", reminders: number, days: number) =>
    isReminderDue(after(days), { waitsOn, waitsSince: friday, reminders }, BUILT_IN_POLICY);

  test("comes to Dev after 2, 5 and 10 working days, to the team after 5, 10 and 20, and then no more", () => {
    const firstDays = (waitsOn: "dev" | "team") =>
      [0, 1, 2, 3].map((sent) => Array.from({ length: 40 }, (_, n) => n).find((n) => due(waitsOn, sent, n)) ?? null);
    expect(firstDays("dev")).toEqual([4, 7, 14, null]);
    expect(firstDays("team")).toEqual([7, 14, 28, null]);
  });

  test("never comes on a quiet day", () => {
    expect(due("dev", 0, 8)).toBe(false);
    expect(due("dev", 0, 10)).toBe(true);
  });
});

describe("what changed after an acceptance", () => {
  const monday = new Date("2027-01-11T06:11:00Z");

  /** In which weeks something is said, when these things look different from Monday to Monday. */
  const spoken = (weeks: readonly (readonly string[])[]) => {
    let drift = NO_DRIFT;
    return weeks.flatMap((changed, week) => {
      const [next, speakUp] = driftAfter(drift, changed, new Date(monday.getTime() + week * 7 * 86_400_000));
      drift = next;
      return speakUp ? [week] : [];
    });
  };

  test("is said at once, after two weeks, after four more, and then no more", () => {
    expect(spoken(Array.from({ length: 30 }, () => ["ci"]))).toEqual([0, 2, 6]);
  });

  test("is said at once where something else changes too", () => {
    expect(spoken([["ci"], ["ci", "codeowners"], ["ci", "codeowners"], ["ci"]])).toEqual([0, 1, 3]);
  });

  test("is said anew where it was fine in between", () => {
    expect(spoken([["ci"], [], ["ci"], [], []])).toEqual([0, 2]);
  });

  test("is said at most three times about the same things", () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(["ci", "codeowners"], { minLength: 1 }), { maxLength: 60 }), (weeks) => {
        const grown = weeks.filter((changed, i) => changed.some((item) => !(weeks[i - 1] ?? []).includes(item)));
        expect(spoken(weeks).length).toBeLessThanOrEqual(3 * grown.length);
      }),
    );
  });
});
