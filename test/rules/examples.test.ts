import { describe, expect, test } from "@jest/globals";
import { compareIn, OUTCOMES } from "../../src/model/vocabulary.js";
import { RULES } from "../../src/rules/index.js";
import { runRule } from "../support/run-rule.js";

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  test("has an example of each kind", () => {
    expect(rule.examples.match.length).toBeGreaterThan(0);
    expect(rule.examples.skip.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.match.map((example, number) => [number + 1, example] as const))(
    "notices example %i",
    async (_number, example) => {
      const findings = await runRule(rule, example);
      expect(findings).not.toHaveLength(0);
      if (example.level !== undefined) expect(findings.map(({ level }) => level)).toContain(example.level);
      const expected = example.suggests;
      if (expected !== undefined) {
        expect(findings.some(({ suggests }) => compareIn(OUTCOMES, suggests, expected) >= 0)).toBe(true);
      }
    },
  );

  test.each(rule.examples.skip.map((example, number) => [number + 1, example] as const))(
    "leaves example %i alone",
    async (_number, example) => {
      expect(await runRule(rule, example)).toEqual([]);
    },
  );
});
