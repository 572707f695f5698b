import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { editManifest, type ManifestChanges } from "../../src/policy/edit-manifest.js";
import { readManifest } from "../../src/policy/read-manifest.js";

const TODAY = new Date("2026-11-24T12:00:00Z");
const LINK = "https://github.com/acme/dev-intake/issues/57";
const read = (text: string) => readManifest({ path: "ai-experiment.yml", text }, { today: TODAY });

describe("only what is to change changes", () => {
  test.each<[string, string, ManifestChanges, string]>([
    [
      "a value",
      "owner: x\ndata: none\nstatus: idea # soon\n",
      { set: { status: "handoff" } },
      "owner: x\ndata: none\nstatus: handoff # soon\n",
    ],
    [
      "a value in quotes",
      `owner: x\ndata: none\nstatus: 'idea'\n`,
      { set: { status: "handoff" } },
      `owner: x\ndata: none\nstatus: 'handoff'\n`,
    ],
    [
      "a key under another name",
      "owner: x\ndata: none\nState: poc\n",
      { set: { status: "handoff" } },
      "owner: x\ndata: none\nState: handoff\n",
    ],
    [
      "a new key, in its place",
      "owner: x\ndata: none\nlearned: [a]\n",
      { set: { handoff: LINK } },
      `owner: x\ndata: none\nhandoff: ${LINK}\nlearned: [a]\n`,
    ],
    [
      "a new first key",
      "# hi\nowner: x\ndata: none\n",
      { set: { name: "A: B" } },
      '# hi\nname: "A: B"\nowner: x\ndata: none\n',
    ],
    [
      "a last line without an end",
      "owner: x\ndata: none",
      { set: { handoff: LINK } },
      `owner: x\ndata: none\nhandoff: ${LINK}`,
    ],
    [
      "Windows line ends",
      "owner: x\r\ndata: none\r\n",
      { set: { handoff: LINK } },
      `owner: x\r\ndata: none\r\nhandoff: ${LINK}\r\n`,
    ],
    [
      "a byte order mark",
      "\ufeffowner: x\ndata: none\n",
      { set: { status: "idea" } },
      "\ufeffowner: x\nstatus: idea\ndata: none\n",
    ],
    [
      "a key without a value",
      "owner: x\ndata: none\nhandoff:\n",
      { set: { handoff: LINK } },
      `owner: x\ndata: none\nhandoff: ${LINK}\n`,
    ],
    [
      "one word to a list",
      "owner: x\ndata: public # yes\n",
      { add: { data: "internal" } },
      "owner: x\ndata: [public, internal] # yes\n",
    ],
    [
      "a list in brackets",
      "owner: x\ndata: [public]\n",
      { add: { data: "internal" } },
      "owner: x\ndata: [public, internal]\n",
    ],
    [
      "a list of dashes",
      "owner: x\ndata:\n- public # a\n# b\nai: []\n",
      { add: { data: "internal", ai: "c" } },
      "owner: x\ndata:\n- public # a\n- internal\n# b\nai: [c]\n",
    ],
    [
      "none, and then one",
      "owner: x\ndata: public\nai: none\n",
      { add: { ai: "c" } },
      "owner: x\ndata: public\nai: [c]\n",
    ],
    ["one that is there", "owner: x\ndata: [public]\n", { add: { data: "public" } }, "owner: x\ndata: [public]\n"],
    [
      "a data entry for some files",
      "owner: x\ndata:\n  - internal\n",
      { add: { data: { paths: ["a.csv"], kind: "public" } } },
      "owner: x\ndata:\n  - internal\n  - paths: [a.csv]\n    kind: public\n",
    ],
    [
      "the block of production",
      "owner: x\ndata: none\nstatus: handoff\n",
      { set: { status: "production", handoff: LINK }, production: { owner: "acme/pay", tier: "standard" } },
      `owner: x\ndata: none\nstatus: production\nhandoff: ${LINK}\nproduction:\n  owner: acme/pay\n  tier: standard\n`,
    ],
    [
      "JSON",
      `{"owner": "x", "data": "none"}`,
      { set: { status: "idea" } },
      `{"owner": "x", status: idea, "data": "none"}`,
    ],
  ])("%s", (_, before, changes, after) => {
    expect(editManifest(before, changes)).toBe(after);
  });

  test.each<[string, string, ManifestChanges]>([
    ["a broken file", "owner: x\ndata: none\n]: [\n", { set: { status: "idea" } }],
    ["an empty file", "", { set: { status: "idea" } }],
    ["a long text", "owner: x\ndata: none\nsummary: |\n  a\n", { set: { summary: "b" } }],
    ["a value that would not be read back", "owner: x\ndata: none\n", { set: { ends: "soon" } }],
  ])("%s is left alone", (_, before, changes) => {
    expect(editManifest(before, changes)).toBeNull();
  });
});

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  name: ["Demo", '"Demo: two"', "'It''s #2'"],
  summary: ["What: if", "|\n  one\n  two: three", ">-\n  one\n  # two"],
  owner: ["maria-lopez", "[maria-lopez, acme/office]", "\n  - maria-lopez # me\n  - acme/office", "\n- maria-lopez"],
  team: ["Finance Ops", '"R&D"'],
  status: ["exploring", "'idea'", '"paused"', "poc"],
  data: ["made-up", "[made-up, public]", "\n  - internal\n  - paths: [a.csv]\n    kind: public", "\n- public", "none"],
  ai: ["[]", "github-copilot", "none", "\n  - service: azure-openai\n    for: notes", "[{ service: a, for: b }]"],
  learned: ["[]", "a short text", "\n- one\n\n- two"],
  handoff: ["", "https://github.com/acme/dev-intake/issues/1"],
  production: ["{ owner: acme/a }", "\n  owner: acme/a # them\n  slo: docs/slo.md", ""],
  "x-mine": ["{ a: [b] }", "1"],
};

const comments = fc.constantFrom("", "", "\n# a word", "\n", "\n\n# here:\n#   there");
const field = (key: string) =>
  fc
    .tuple(fc.constantFrom(...(FIELDS[key] ?? [""])), comments)
    .map(([value, more]) => `${key}: ${value}${more}`.replace(": \n", ":\n"));
const manifests = fc
  .tuple(
    fc.shuffledSubarray(Object.keys(FIELDS).filter((key) => key !== "owner" && key !== "data")),
    fc.constantFrom("\n", "\r\n"),
    fc.constantFrom("", "\ufeff", "# yaml-language-server: $schema=x\n", "---\n"),
    fc.boolean(),
  )
  .chain(([keys, newline, head, isOpen]) =>
    fc
      .tuple(...["owner", "data", ...keys].map(field))
      .chain((lines) => fc.shuffledSubarray(lines, { minLength: lines.length }))
      .map((lines) => (head + lines.join("\n") + (isOpen ? "" : "\n")).replaceAll("\n", newline)),
  );
const changes: fc.Arbitrary<ManifestChanges> = fc.record(
  {
    set: fc.record(
      {
        status: fc.constantFrom("production", "handoff"),
        handoff: fc.constant(LINK),
        "review-by": fc.constant("2027-01-01"),
      },
      { requiredKeys: [] },
    ),
    production: fc.record(
      { owner: fc.constant("acme/pay"), "on-call": fc.constant("page: them #1") },
      { requiredKeys: ["owner"] },
    ),
    add: fc.record(
      {
        data: fc.constantFrom("internal", "sensitive"),
        learned: fc.constant("a, b: c # d"),
        ai: fc.constant("gemini"),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

test("whatever the style, the edited text says what was meant and every other line is the same to the byte", () => {
  fc.assert(
    fc.property(manifests, changes, (before, change) => {
      const after = editManifest(before, change);
      if (after === null) throw new Error("not edited");
      const { manifest, state } = read(after);
      expect(state).toBe("ok");
      if (change.set?.status !== undefined) expect(manifest?.status).toBe(change.set.status);
      if (change.set?.handoff !== undefined) expect(manifest?.handoff).toBe(LINK);
      if (change.add?.learned !== undefined) expect(manifest?.learned).toContain("a, b: c # d");
      if (change.production?.["on-call"] !== undefined) expect(manifest?.production?.["on-call"]).toBe("page: them #1");
      const keys = Object.values(change).flatMap((part) => Object.keys(part));
      expect(lost(before, after).length).toBeLessThanOrEqual(keys.length);
      for (const line of lost(before, after))
        expect(line).toMatch(/^[\ufeff "{]*(status|handoff|review-by|owner|data|learned|ai|production|on-call)/);
      if (Object.keys(change).length === 0) expect(after).toBe(before);
    }),
    { numRuns: 80 },
  );
});

/** The lines of `before` that are not in `after`, in order. */
function lost(before: string, after: string): readonly string[] {
  const rest = after.split(/\r?\n/);
  return before.split(/\r?\n/).filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(0, at + 1);
    return at < 0 && line !== "";
  });
}
