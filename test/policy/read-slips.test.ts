import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { Manifest } from "../../src/model/manifest.js";
import { readManifest } from "../../src/policy/read-manifest.js";
import { readPolicy } from "../../src/policy/read-policy.js";

const TODAY = new Date("2026-11-24T12:00:00Z");
const read = (text: string) => readManifest({ path: "ai-experiment.yml", text }, { today: TODAY });
const FILES = ["everything", "handed-off", "smallest"].map((name) =>
  readFileSync(`test/fixtures/manifests/valid/${name}.yml`, "utf8").trimEnd().split("\n"),
);

const KEY = /^(\s*(?:- )?)([\w-]+):/;

/** What a hand does to one line. A line that it leaves as it is doesn't count. */
const SLIPS: Readonly<Record<string, (line: string) => string>> = {
  "no space after the colon": (line) => line.replace(/^(\s*(?:- )?[\w-]+):\s+(?=\S)/, "$1:"),
  "a space before the colon": (line) => line.replace(KEY, "$1$2 :"),
  "a wide colon": (line) => line.replace(/^(\s*(?:- )?[\w-]+): /, "$1\uff1a"),
  "an equals sign": (line) => line.replace(/^([\w-]+): /, "$1 = "),
  "no colon": (line) => line.replace(/^([\w-]+): /, "$1 "),
  "tabs in front": (line) => line.replace(/^( +)/, (spaces) => "\t".repeat(spaces.length / 2)),
  "two spaces in front": (line) => line.replace(/^(?=[a-z])/, "  "),
  "a space in front": (line) => line.replace(/^(?=[a-z])/, " "),
  "a space too many": (line) => line.replace(/^ /, "  "),
  "a space too few": (line) => line.replace(/^ /, ""),
  "two spaces too few": (line) => line.replace(/^ {2}/, ""),
  "hard spaces": (line) => line.replaceAll(" ", "\u00a0"),
  "capital letters": (line) => line.replace(KEY, (_, lead: string, key: string) => `${lead}${key.toUpperCase()}:`),
  "a key in quotes": (line) => line.replace(/^([\w-]+):/, '"$1":'),
  "two letters swapped in a key": (line) =>
    line.replace(
      /^(\s*(?:- )?)([\w-]{5,}):/,
      (_, lead: string, key: string) => `${lead}${key.slice(0, 2)}${key[3]}${key[2]}${key.slice(4)}:`,
    ),
  "curly quotation marks": (line) => line.replace(/: ([A-Za-z][^,[\]{}#]*)$/, ": \u201c$1\u201d"),
  "an open quotation mark": (line) => line.replace(/: ([A-Za-z][^,[\]{}"]*)$/, ': "$1'),
  "an open apostrophe": (line) => line.replace(/: ([A-Za-z][^,[\]{}"']*)$/, ": '$1"),
  "an open bracket": (line) => line.replace(/\]$/, ""),
  "round brackets": (line) => line.replace(/\[(.*)\]$/, "($1)"),
  "a comma at the end": (line) => line.replace(/(: \S.*[^,:])$/, "$1,"),
  "no space after the dash": (line) => line.replace(/^(\s*)- /, "$1-"),
  "a bullet": (line) => line.replace(/^(\s*)- /, "$1\u2022 "),
  "a long dash": (line) => line.replace(/^(\s*)- /, "$1\u2013 "),
  "a dash before a key": (line) => line.replace(/^(?=[a-z])/, "- "),
  "a star before a key": (line) => line.replace(/^(?=[a-z])/, "* "),
};

/** These change what is said, and not only how: the text that comes out is another one. */
const OTHER_WORDS: Readonly<Record<string, (line: string) => string>> = {
  "a second colon": (line) => line.replace(/: ([A-Z][a-z]+) (\w)/, ": $1: $2"),
  "a number sign": (line) => line.replace(/: ([A-Z].*)$/, ": $1 #2"),
  "a star before a word": (line) => line.replace(/: ([a-z][\w-]*)$/, ": *$1"),
};

interface Slipped {
  readonly line: number;
  readonly text: string;
  readonly straight: Manifest | null;
}

function slipped(slip: (line: string) => string): readonly Slipped[] {
  return FILES.flatMap((lines) => {
    const straight = read(lines.join("\n")).manifest;
    return lines.flatMap((line, i): readonly Slipped[] => {
      const after = slip(line);
      if (after === line) return [];
      return [{ line: i + 1, text: [...lines.slice(0, i), after, ...lines.slice(i + 1)].join("\n"), straight }];
    });
  });
}

/** What a reading does that it shouldn't, as words for a failing test. */
function faults(
  { line, text, straight }: Slipped,
  { isSaidThere }: { readonly isSaidThere: boolean },
): readonly string[] {
  const { state, manifest, problems } = read(text);
  const isUnknown = problems.some(({ message }) => message.startsWith("We don't know"));
  const isSame = isUnknown || JSON.stringify(manifest) === JSON.stringify(straight);
  return [
    ...(state === "ok" ? [] : ["invalid"]),
    ...(problems.length <= 1 ? [] : ["more than one message"]),
    ...problems.filter((problem) => Math.abs(problem.line - line) > 1).map((problem) => `said on line ${problem.line}`),
    ...(isSaidThere && problems[0]?.line !== line ? ["not said there"] : []),
    ...(isSaidThere || isSame ? [] : ["another manifest"]),
    ...(isSaidThere ? [] : problems.filter(({ severity }) => severity === "error").map(({ message }) => message)),
  ].map((fault) => `line ${line}: ${fault}`);
}

test.each(Object.entries(SLIPS))(
  "%s: one message at most, there or beside it, and the manifest is as it was",
  (_, slip) => {
    const all = slipped(slip);
    expect(all.length).toBeGreaterThan(2);
    expect(all.flatMap((one) => faults(one, { isSaidThere: false }))).toEqual([]);
  },
);

test.each(Object.entries(OTHER_WORDS))("%s: one message, there", (_, slip) => {
  const all = slipped(slip);
  expect(all.length).toBeGreaterThan(2);
  expect(all.flatMap((one) => faults(one, { isSaidThere: true }))).toEqual([]);
});

const POLICY = readFileSync("test/fixtures/policies/valid/everything.yml", "utf8").trimEnd().split("\n");

test.each(Object.entries(SLIPS))("%s in a policy: never something else without a word", (_, slip) => {
  const read = (lines: readonly string[]) => readPolicy({ path: "ai-experiment-policy.yml", text: lines.join("\n") });
  const straight = read(POLICY);
  const silent = POLICY.flatMap((line, i) => {
    const after = line.includes("- https") ? line : slip(line);
    if (after === line) return [];
    const { policy, problems } = read([...POLICY.slice(0, i), after, ...POLICY.slice(i + 1)]);
    return problems.length > 0 || JSON.stringify(policy) === JSON.stringify(straight.policy) ? [] : [after];
  });
  expect(straight.problems).toEqual([]);
  expect(silent).toEqual([]);
});
