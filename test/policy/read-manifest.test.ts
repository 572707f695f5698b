import { describe, expect, test } from "@jest/globals";
import type { Manifest } from "../../src/model/manifest.js";
import { readManifest } from "../../src/policy/read-manifest.js";

const TODAY = new Date("2026-11-24T12:00:00Z");
const OWNER = "owner: maria-lopez\n";
const DATA = "data: made-up\n";
const read = (text: string) => readManifest({ path: "ai-experiment.yml", text }, { today: TODAY });

/** One slip: the text, where it is, words of the one message, the line as it should be, and what was read. */
interface Slip {
  readonly text: string;
  readonly at: string;
  readonly says: RegExp;
  readonly line?: string;
  readonly read?: Partial<Manifest>;
}

const WORDS = "none, made-up, public, internal, sensitive, not-sure";

const ADVICE: Readonly<Record<string, Slip>> = {
  "an @ before a name": {
    text: `owner: @maria\n${DATA}`,
    at: "1:8",
    says: /No `@` is needed/,
    line: "owner: maria",
    read: { owner: ["maria"] },
  },
  "an @ in a list": {
    text: `owner: [priya, @maria]\n${DATA}`,
    at: "1:16",
    says: /`maria`/,
    line: "owner: [priya, maria]",
    read: { owner: ["priya", "maria"] },
  },
  "a number sign that YAML takes for a comment": {
    text: `name: Demo #2\n${OWNER}${DATA}`,
    at: "1:7",
    says: /drops everything after `#`, so `name` is just "Demo"/,
    line: 'name: "Demo #2"',
    read: { name: "Demo" },
  },
  "a number where a link is meant": { text: `${OWNER}${DATA}handoff: #57\n`, at: "3:10", says: /`handoff` is empty/ },
  "a second colon": {
    text: `name: Sorter: take two\n${OWNER}${DATA}`,
    at: "1:7",
    says: /needs quotes around it/,
    line: 'name: "Sorter: take two"',
    read: { name: "Sorter: take two" },
  },
  "a colon in a text that goes on below": {
    text: `summary: Can AI sort\n  invoices: yes or no\n  and what's "next"?\n${OWNER}${DATA}`,
    at: "1:10",
    says: /quotes around all of it/,
    read: { summary: `Can AI sort invoices: yes or no and what's "next"?` },
  },
  "a tab": {
    text: `${OWNER}data:\n\t- public\n`,
    at: "3:1",
    says: /starts with a tab/,
    line: "  - public",
    read: { data: [{ paths: null, kind: "public", source: null }] },
  },
  "a tab before a key": { text: `${OWNER}\t${DATA}`, at: "2:1", says: /starts with a tab/, line: "data: made-up" },
  "no space after the colon": {
    text: `name:Demo\n${OWNER}${DATA}`,
    at: "1:1",
    says: /A space is missing after the colon/,
    line: "name: Demo",
    read: { name: "Demo" },
  },
  "a wide colon": { text: `owner\uff1amaria\n${DATA}`, at: "1:1", says: /space is missing/, line: "owner: maria" },
  "a space before the colon instead": {
    text: `owner :maria\n${DATA}`,
    at: "1:1",
    says: /space is missing/,
    line: "owner: maria",
  },
  "an exclamation mark": {
    text: `name: !important\n${OWNER}${DATA}`,
    at: "1:7",
    says: /`!` at the start/,
    line: 'name: "!important"',
    read: { name: "!important" },
  },
  "words put together with and": {
    text: `${OWNER}data: made-up and public\n`,
    at: "2:7",
    says: /a list of 2/,
    line: "data: [made-up, public]",
  },
  "no colon": { text: `owner maria\n${DATA}`, at: "1:1", says: /A colon is missing/, line: "owner: maria" },
  "an equals sign": { text: `${OWNER}data = public\n`, at: "2:1", says: /A colon is missing/, line: "data: public" },
  "a star": {
    text: `owner: *maria\n${DATA}`,
    at: "1:8",
    says: /`\*` has a special meaning/,
    line: "owner: maria",
    read: { owner: ["maria"] },
  },
  "typographic quotes": {
    text: `name: \u201cDemo\u201d\n${OWNER}${DATA}`,
    at: "1:7",
    says: /left out the quotation marks/,
    line: "name: Demo",
    read: { name: "Demo" },
  },
  backticks: { text: `${OWNER}data: \`public\`\n`, at: "2:7", says: /No backticks/, line: "data: public" },
  "a slip in a key": {
    text: `onwer: maria-lopez\n${DATA}`,
    at: "1:1",
    says: /Did you mean `owner`\?/,
    line: "owner: maria-lopez",
    read: { owner: ["maria-lopez"] },
  },
  "a slip in a key that is there too": {
    text: `${OWNER}${DATA}dta: public\n`,
    at: "3:1",
    says: /Did you mean `data`\? That is here already/,
  },
  "another word for a key": { text: `contact: maria\n${DATA}`, at: "1:1", says: /as `owner`/, line: "owner: maria" },
  "an unknown key": { text: `${OWNER}${DATA}colour: blue\n`, at: "3:1", says: /We don't know `colour`/ },
  "another word for a word": {
    text: `${OWNER}data: fake\n`,
    at: "2:7",
    says: /as `made-up`. If that's right, there's nothing to do/,
    line: "data: made-up",
  },
  "a slip in a word": { text: `${OWNER}data: intrenal\n`, at: "2:7", says: /as `internal`/, line: "data: internal" },
  "a list without brackets": {
    text: `owner: maria, priya\n${DATA}`,
    at: "1:8",
    says: /a list of 2/,
    line: "owner: [maria, priya]",
    read: { owner: ["maria", "priya"] },
  },
  "a list on the key's line": { text: `owner: - maria\n${DATA}`, at: "1:8", says: /list/, line: "owner: [maria]" },
  "a bracket that is never closed": {
    text: `${OWNER}data: [made-up, internal\nname: Demo\n`,
    at: "2:7",
    says: /closing bracket/,
    line: "data: [made-up, internal]",
    read: { name: "Demo" },
  },
  "a quotation mark that is never closed": {
    text: `name: "Demo\n${OWNER}${DATA}`,
    at: "1:7",
    says: /closing quotation mark/,
    line: "name: Demo",
    read: { name: "Demo" },
  },
  "text after a closing quotation mark": {
    text: `name: "Demo" two\n${OWNER}${DATA}`,
    at: "1:7",
    says: /around the whole text/,
    line: `name: '"Demo" two'`,
    read: { name: '"Demo" two' },
  },
  "a line that is too far right": {
    text: `name: Demo\n  ${OWNER}${DATA}`,
    at: "2:1",
    says: /more spaces than its neighbours/,
    line: "owner: maria-lopez",
  },
  "a key twice": { text: `${OWNER}${DATA}data: public\n`, at: "3:1", says: /twice. We used the one on line 2/ },
  "a second document": {
    text: `${OWNER}${DATA}---\nname: Demo\n`,
    at: "3:1",
    says: /second part/,
    read: { name: null },
  },
  "a later version": { text: `${OWNER}${DATA}version: 2\n`, at: "3:10", says: /written for a newer Handrail/ },
  "a date in words": {
    text: `${OWNER}${DATA}ends: 1 December 2026\n`,
    at: "3:7",
    says: /`2026-12-01`/,
    line: "ends: 2026-12-01",
    read: { ends: "2026-12-01" },
  },
  "a date that can only be read one way": {
    text: `${OWNER}${DATA}ends: 24/12/2026\n`,
    at: "3:7",
    says: /24 December 2026/,
    line: "ends: 2026-12-24",
    read: { ends: "2026-12-24" },
  },
  "a name that nobody can look up": { text: `owner: Maria Lopez\n${DATA}`, at: "1:8", says: /can't tell who/ },
  "none and something": {
    text: `${OWNER}data: [none, sensitive]\n`,
    at: "2:1",
    says: /can't both be right. We go by `sensitive`/,
    read: { data: [{ paths: null, kind: "sensitive", source: null }] },
  },
  "needs that the data contradicts": {
    text: `${OWNER}${DATA}needs: [sensitive-data]\n`,
    at: "3:1",
    says: /Which of them is right/,
  },
  "production without a handoff": {
    text: `${OWNER}${DATA}status: production\n`,
    at: "3:9",
    says: /Until then `handoff` is the right word/,
    line: "status: handoff",
    read: { status: "production" },
  },
  "an end before the start": {
    text: `${OWNER}${DATA}started: 2026-10-01\nends: 2026-09-01\n`,
    at: "4:1",
    says: /before `started`/,
  },
};

const ERRORS: Readonly<Record<string, Slip & { readonly state: "ok" | "invalid" }>> = {
  "no owner": { text: DATA, at: "1:1", says: /couldn't find `owner`/, state: "invalid" },
  "no data": { text: OWNER, at: "1:1", says: /couldn't find `data`/, state: "invalid" },
  "an owner left empty": { text: `${DATA}owner:\n`, at: "2:1", says: /nothing after `owner:`/, state: "invalid" },
  "a word that isn't ours": {
    text: `name: Demo\n${OWNER}data: client stuff\n`,
    at: "3:7",
    says: new RegExp(
      `^\`data: client stuff\` isn't one of our words. Pick the closest: ${WORDS}. \`not-sure\` is a fine`,
    ),
    state: "invalid",
    read: { data: [] },
  },
  "a word that isn't ours beside one that is": {
    text: `${OWNER}data: [made-up, client stuff]\n`,
    at: "2:17",
    says: /isn't one of our words/,
    state: "ok",
    read: {
      data: [
        { paths: null, kind: "made-up", source: null },
        { paths: null, kind: "not-sure", source: null },
      ],
    },
  },
  "another key's word that isn't ours": {
    text: `${OWNER}${DATA}status: flying\n`,
    at: "3:9",
    says: /we go by `exploring`/,
    state: "ok",
    read: { status: "exploring" },
  },
  "a date that could be two": {
    text: `${OWNER}${DATA}ends: 01/12/2026\n`,
    at: "3:7",
    says: /1 December 2026 or 12 January 2026. Please write `2026-12-01` or `2026-01-12`/,
    state: "ok",
    read: { ends: null },
  },
  "a day that isn't": { text: `${OWNER}${DATA}ends: 2026-02-30\n`, at: "3:7", says: /no such day/, state: "ok" },
  "a block where a text is meant": {
    text: `${OWNER}${DATA}name:\n  first: Demo\n`,
    at: "4:3",
    says: /one short text/,
    state: "ok",
  },
  "half a link": { text: `${OWNER}${DATA}handoff: acme/57\n`, at: "3:10", says: /whole link/, state: "ok" },
  "an answer that is neither yes nor no": {
    text: `${OWNER}${DATA}share: perhaps\n`,
    at: "3:8",
    says: /`yes` or `no`/,
    state: "ok",
  },
  "an empty file": { text: "", at: "1:1", says: /nothing in this file yet/, state: "invalid" },
  "comments alone": { text: "# soon\n", at: "1:1", says: /nothing in this file yet/, state: "invalid" },
  prose: { text: "This is my experiment.\n", at: "1:1", says: /couldn't find lines like/, state: "invalid" },
  "a list": { text: "- owner\n- data\n", at: "1:1", says: /couldn't find lines like/, state: "invalid" },
  "a binary file": { text: "PK\u0003\u0004\u0000\u0000", at: "1:1", says: /isn't a text file/, state: "invalid" },
  "a file of a megabyte": { text: "a: b\n".repeat(200_000), at: "1:1", says: /977 KB/, state: "invalid" },
  "brackets in brackets": { text: "[".repeat(60_000), at: "1:1", says: /nested too deeply/, state: "invalid" },
  "lists in lists": { text: "- ".repeat(30_000), at: "1:1", says: /nested too deeply/, state: "invalid" },
};

describe("one slip gives one message", () => {
  test.each(Object.entries(ADVICE))("%s is read all the same", (_, slip) => {
    const { state, manifest, problems } = read(slip.text);
    expect(problems.map(({ line, column, severity }) => `${line}:${column} ${severity}`)).toEqual([
      `${slip.at} advice`,
    ]);
    expect(problems[0]?.message).toMatch(slip.says);
    expect(problems[0]?.replacement).toBe(slip.line);
    expect(state).toBe("ok");
    expect(manifest).toMatchObject(slip.read ?? {});
  });

  test.each(Object.entries(ERRORS))("%s is said", (_, slip) => {
    const { state, manifest, problems } = read(slip.text);
    expect(problems.map(({ line, column, severity }) => `${line}:${column} ${severity}`)).toEqual([`${slip.at} error`]);
    expect(problems[0]?.message).toMatch(slip.says);
    expect(state).toBe(slip.state);
    if (slip.read !== undefined) expect(manifest).toMatchObject(slip.read);
  });
});

describe("a line that is replaced as offered", () => {
  const offered = Object.entries(ADVICE).filter(([, { line }]) => line !== undefined);
  test.each(offered)("has nothing more to say: %s", (_, { text, at, line }) => {
    const lines = text.split("\n");
    lines[Number.parseInt(at, 10) - 1] = line ?? "";
    const after = read(lines.join("\n"));
    expect(after.problems.filter((problem) => problem.line === Number.parseInt(at, 10))).toEqual([]);
    expect(after.state).toBe("ok");
  });
});

test.each([
  ["`yes`", "share: yes\n", { share: true }],
  ["`On`", "share: On\n", { share: true }],
  ["`FALSE`", "share: FALSE\n", { share: false }],
  [
    "capitals, underscores and spaces",
    "Review_By: 2027-01-01\nUsed By: My Team\n",
    { reviewBy: "2027-01-01", usedBy: "my-team" },
  ],
  ["numbers where text is meant", "name: 0123\nteam: 1e3\n", { name: "0123", team: "1e3" }],
  ["one where a list is meant", "needs: help\nenvironments: sandbox\n", { needs: ["help"], environments: ["sandbox"] }],
  ["`none` as an empty list", "ai: none\nneeds: [none]\n", { ai: [], needs: [] }],
  ["people's own keys", "x-team-colour: { any: [thing] }\n", {}],
  ["a comment after a value", "name: Demo # for the fair\n", { name: "Demo" }],
  ["text over several lines", "summary: |\n  one: # two\n  @three\nname: Demo\n", { name: "Demo" }],
  ["a comma too many", "team: Office\nneeds: help,\n", { needs: ["help"] }],
  ["quotes with nothing in them", 'ends: ""\n', { ends: null }],
  ["an old version line", "version: 1\n", {}],
] as const)("%s needs no message", (_, more, expected) => {
  const { state, manifest, problems } = read(`${OWNER}${DATA}${more}`);
  expect(problems).toEqual([]);
  expect(state).toBe("ok");
  expect(manifest).toMatchObject(expected);
});

describe("the policy's own names", () => {
  const known = {
    services: [{ id: "github-copilot", name: "GitHub Copilot" }, { id: "groq" }],
    environments: ["local", "sandbox", "production", "zone1"],
  };
  const withPolicy = (more: string) =>
    readManifest(
      { path: "a", text: `${OWNER}${DATA}${more}` },
      { today: TODAY, known, repositoryName: "acme/invoice-sorter" },
    );

  test("are known in any spelling", () => {
    const { manifest, problems } = withPolicy("ai: [GitHub Copilot, Github_Copilot]\nenvironments: Sandbox\n");
    expect(problems).toEqual([]);
    expect(manifest?.ai.map(({ service }) => service)).toEqual(["github-copilot", "github-copilot"]);
    expect(manifest?.environments).toEqual(["sandbox"]);
  });

  test("of an environment are known with a slip of the keyboard, but not with another number", () => {
    const { manifest, problems } = withPolicy("environments: [prodution, zone2]\n");
    expect(problems).toMatchObject([{ line: 3, column: 16, replacement: "environments: [production, zone2]" }]);
    expect(manifest?.environments).toEqual(["production", "zone2"]);
  });

  test("of one AI service are never taken for another", () => {
    const { manifest, problems } = withPolicy("ai: grok\n");
    expect(problems).toEqual([]);
    expect(manifest?.ai[0]?.service).toBe("grok");
  });

  test("a repository's name stands in for a name", () => {
    expect(withPolicy("").manifest?.name).toBe("Invoice sorter");
  });
});

describe("what a message quotes", () => {
  const key = ["sk", "live", "4f9a8b7c6d5e4f3a2b1c0d9e"].join("_");

  test.each([
    `owner: x\ndata: ${key}\n`,
    `${key}: x\n`,
    `owner: "${key}\ndata: @${key}\n`,
    `ends: ${key}\nname: a: ${key}\n`,
  ])("is nothing that looks like a key", (text) => {
    const { problems } = read(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toContain(key.slice(8, 20));
  });

  test("is short, on one line, and can't leave its quotation marks", () => {
    const { problems } = read(`${OWNER}data: "a\\n\`b\` \\u202e ${"c ".repeat(300)}"\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).not.toMatch(/[\n\u202e]/);
    expect(problems[0]?.message).toMatch(/^`data: a 'b' [c ]+…` isn't/);
  });
});
