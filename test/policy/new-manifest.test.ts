import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { newManifest } from "../../src/policy/new-manifest.js";
import { readManifest } from "../../src/policy/read-manifest.js";

const TODAY = new Date("2026-11-24T12:00:00Z");

test("a first manifest is five lines", () => {
  const text = newManifest({ name: "Invoice sorter", owner: "maria-lopez", data: "made-up", ai: ["github-copilot"] });
  expect(text.split("\n").slice(1)).toEqual([
    "name: Invoice sorter",
    "owner: maria-lopez",
    "data: made-up",
    "ai: [github-copilot]",
    "",
  ]);
  expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+\/ai-experiment\.v1\.json\n/);
});

test("whatever it is called, it is read back without a word", () => {
  const plain = fc
    .string({ minLength: 1, maxLength: 80, unit: "grapheme-ascii" })
    .filter((name) => !/^['"`\s]|['"`\s]$/.test(name));
  fc.assert(
    fc.property(plain, plain, (name, service) => {
      const text = newManifest({ name, owner: "acme/office", data: "not-sure", ai: [service] });
      const { manifest, problems } = readManifest({ path: "a", text }, { today: TODAY });
      expect(problems).toEqual([]);
      expect(manifest?.name).toBe(name);
    }),
  );
});
