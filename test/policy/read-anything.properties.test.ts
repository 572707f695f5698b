import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { PolicyFile } from "../../src/model/policy-file.js";
import { readManifest } from "../../src/policy/read-manifest.js";
import { readPolicy } from "../../src/policy/read-policy.js";
import { LONGEST_FILE } from "../../src/policy/reading/file.js";
import { lineStarts, lineText } from "../../src/text/lines.js";
import { growsAtMost } from "../support/growth.js";
import { anyText } from "../support/texts.js";

const TODAY = new Date("2026-11-24T12:00:00Z");
const RUNS = { numRuns: 100 };

/** Pieces of manifests and policies, and of what goes wrong in them, in any order. */
const pieces = fc.constantFrom(
  ..."owner|data|waivers|rules|mode|status|ai|needs|environments|production|rule|paths|reason|expires|id".split("|"),
  ..."made-up|sensitive|enforce|stop|2026-13-01|01/12/2026|'|\"|@maria|*all|&a|!tag|<<|? |- |: |:|\n|\n  |\n    |\t|#|# |[|]|{|}|,|||>|%|`|---\n|...\n|\r\n|\r|\u00a0|\u2028|\u201c|\ud800|\ufeff|\0|x-|__proto__|~|null|0x1f|1e999".split(
    "|",
  ),
);
const broken = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
const texts = fc.oneof({ weight: 3, arbitrary: broken }, anyText({ maxLength: 200 }));

function checkProblems(text: string, problems: ReturnType<typeof readManifest>["problems"]) {
  const plain = text.replace(/^\ufeff/, "");
  const starts = lineStarts(plain);
  for (const { line, column, message } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(starts.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(lineText(plain, starts, line).length + 1);
    expect(message.length).toBeLessThan(500);
  }
  const lines = problems.map(({ line }) => line);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
}

describe("whatever a file holds", () => {
  test("a manifest is read without a throw, and problems are within the file", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { state, manifest, problems } = readManifest({ path: "a", text }, { today: TODAY });
        checkProblems(text, problems);
        if (manifest === null) expect(state).toBe("invalid");
        if (state === "invalid") expect(problems.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  test("a policy is read without a throw, and is a policy", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { state, policy, problems } = readPolicy({ path: "a", text });
        checkProblems(text, problems);
        if (state === "invalid") expect(problems.length).toBeGreaterThan(0);
        expect(PolicyFile.parse(policy)).toEqual(policy);
      }),
      RUNS,
    );
  });

  test("bytes are read as their text is", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readPolicy({ path: "a", bytes });
        const { problems } = readManifest({ path: "a", bytes }, { today: TODAY });
        expect(problems.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  test("a line that is offered is one line", () => {
    fc.assert(
      fc.property(broken, (text) => {
        const { problems } = readManifest({ path: "a", text }, { today: TODAY });
        for (const { replacement } of problems) expect(replacement ?? "").not.toMatch(/[\n\r]/);
      }),
      RUNS,
    );
  });
});

test("a long file is not parsed: there is one message, and it says how long is too long", () => {
  const text = "a: [b, {c: d}]\n".repeat(70_000);
  for (const { state, problems } of [
    readManifest({ path: "a", text }, { today: TODAY }),
    readPolicy({ path: "a", text }),
  ]) {
    expect([state, problems.length]).toEqual(["invalid", 1]);
    expect(problems[0]?.message).toContain("64 KB");
  }
});

test.each([
  ["keys", (n: number) => `k${n}: v\n`],
  ["errors", () => "a: @b\n"],
  ["aliases", (n: number) => `${n === 0 ? "a: &a x\n" : ""}b${n}: *a\n`],
] as const)(
  "a file full of %s takes no worse than quadratic time, up to the longest that is read",
  async (_, piece) => {
    const read = (size: number) => {
      let text = "";
      for (let n = 0; text.length < size; n++) text += piece(n);
      return readManifest({ path: "a", text }, { today: TODAY });
    };
    expect(await growsAtMost(40, read, (LONGEST_FILE - 100) / 4)).toBe(true);
  },
  30_000,
);
