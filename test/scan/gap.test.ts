import { expect, test } from "@jest/globals";
import { defineRule } from "../../src/model/rule.js";
import type { Surroundings } from "../../src/model/surroundings.js";
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

test("a rule for which there is nothing to look for is shown no file", async () => {
  const needsHosts = { ...half, hasWork: ({ production }: Surroundings) => production.hosts.length > 0 };
  const look = async (hosts: readonly string[]) => {
    const around = surroundings();
    const production = { ...around.production, hosts };
    return scan([rawFile("a.txt", "one")], [needsHosts], { ...around, production }, "key");
  };
  expect((await look([])).findings).toHaveLength(0);
  expect((await look([])).stats.files).toBe(1);
  expect((await look(["*.acme.example"])).findings).toHaveLength(1);
});
