import { expect, test } from "@jest/globals";
import { defineRule } from "../../src/model/rule.js";
import { scan } from "../../src/scan/scan.js";
import { rawFile, surroundings } from "../support/run-rule.js";

const half = defineRule({
  id: "data/half-read",
  family: "real-data",
  summary: "Half of it.",
  why: "So.",
  remedy: "Read on.",
  trigger: null,
  confidence: "low",
  suggests: "note",
  appliesTo: {},
  detect: function* (file) {
    yield { range: [0, file.text.length], because: [] };
    yield { gap: "The second half is locked with a password." };
  },
  examples: { match: [], skip: [] },
});

test("a rule that couldn't read a part says so, and its findings stay", async () => {
  const { findings, gaps, failures } = await scan([rawFile("a.txt", "one")], [half], surroundings(), "key");
  expect(findings).toHaveLength(1);
  expect(gaps).toEqual([{ path: "a.txt", reason: "The second half is locked with a password." }]);
  expect(failures).toEqual([]);
});
