import { describe, expect, test } from "@jest/globals";
import { readManifest } from "../../src/policy/read-manifest.js";

const HEAD = "owner: maria-lopez\ndata: made-up\nwaivers:\n";
const GOOD =
  "  - rule: real-data\n    paths: [fixtures/suppliers.csv]\n    reason: A public list of companies.\n    expires: 2027-01-15\n";
const read = (entries: string, longestWaiver?: number) =>
  readManifest(
    { path: "ai-experiment.yml", text: `${HEAD}${entries}` },
    { today: new Date("2026-11-24T12:00:00Z"), ...(longestWaiver === undefined ? {} : { longestWaiver }) },
  );

test("a waiver in good form is read without a word", () => {
  const { manifest, problems } = read(GOOD);
  expect(problems).toEqual([]);
  expect(manifest?.waivers).toEqual([
    {
      rule: "real-data",
      paths: ["fixtures/suppliers.csv"],
      reason: "A public list of companies.",
      expires: "2027-01-15",
    },
  ]);
});

test("one that has ended is nobody's mistake", () => {
  expect(read(GOOD.replace("2027-01-15", "2026-01-15")).problems).toEqual([]);
});

describe("a malformed one is left out, said once, and the others are read", () => {
  const entry = (parts: Readonly<Record<string, string | null>>) => {
    const whole = {
      rule: "real-data",
      paths: "a.csv",
      reason: "They are all made up.",
      expires: "2027-01-01",
      ...parts,
    };
    const lines = Object.entries(whole).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
    return `  - ${lines.join("\n    ")}\n`;
  };

  test.each([
    ["no rule", { rule: null }, 8, /doesn't say what it is for/],
    ["no paths", { paths: null }, 8, /doesn't say which files/],
    ["an empty list of paths", { paths: "[]" }, 8, /doesn't say which files/],
    ["no reason", { reason: null }, 8, /has no reason/],
    ["a reason left empty", { reason: "" }, 8, /has no reason/],
    ["a short reason", { reason: "why not" }, 10, /A few more words/],
    ["no end", { expires: null }, 8, /Add `expires: 2027-02-22` \(90 days at most\)/],
    ["an end that isn't a date", { expires: "soon" }, 11, /like `2026-12-01`/],
    ["an end that could be two dates", { expires: "03/02/2027" }, 11, /could be 3 February 2027 or 2 March 2027/],
    ["everything", { paths: "'**'" }, 9, /`\*\*` would be all of them/],
    ["everything in other words", { paths: "'**/*.*'" }, 9, /would be all of them/],
    ["everything in braces", { paths: "'{**,a}'" }, 9, /would be all of them/],
    ["a rule nobody knows", { rule: "weather" }, 8, /one of the families/],
  ] as const)("%s", (_, parts, line, says) => {
    const { state, manifest, problems } = read(GOOD + entry(parts));
    expect(problems.map(({ severity }) => severity)).toEqual(["error"]);
    expect(problems[0]?.message).toMatch(says);
    expect(problems[0]?.line).toBe(line);
    expect(state).toBe("ok");
    expect(manifest?.waivers).toHaveLength(1);
  });

  test("words alone", () => {
    const { manifest, problems } = read(`${GOOD}  - real-data\n`);
    expect(problems.map(({ line, severity }) => `${line} ${severity}`)).toEqual(["8 error"]);
    expect(manifest?.waivers).toHaveLength(1);
  });
});

test.each([
  [undefined, "2027-02-22"],
  [30, "2026-12-24"],
])("an end that is too far off is advice with the last day that counts (%s)", (longest, latest) => {
  const { manifest, problems } = read(GOOD.replace("2027-01-15", "2028-01-01"), longest);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ line: 7, column: 14, severity: "advice", replacement: `    expires: ${latest}` });
  expect(manifest?.waivers).toHaveLength(1);
});

test("a family under another name is read", () => {
  const { manifest, problems } = read(GOOD.replace("real-data", "data"));
  expect(problems).toMatchObject([{ line: 4, severity: "advice", replacement: "  - rule: real-data" }]);
  expect(manifest?.waivers[0]?.rule).toBe("real-data");
});
