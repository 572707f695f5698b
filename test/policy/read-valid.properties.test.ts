import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { DATA_KINDS, DATA_WORDS, NEEDS, STATUSES, USED_BY } from "../../src/model/manifest.js";
import { ManifestFile } from "../../src/model/manifest-file.js";
import { readManifest } from "../../src/policy/read-manifest.js";

const TODAY = new Date("2026-11-24T12:00:00Z");

/** Text that a person might write, with what YAML has a meaning for in it. */
const prose = fc
  .array(
    fc.constantFrom(..."a b Z 7 0 é 漢 : # - ' \" & * @ ! % { } [ ] , | > ? ` / \\ true null ~ = <<".split(" "), " "),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => `q${parts.join("").trim()}z`);
const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(1.6e12 + n * 864e5).toISOString().slice(0, 10));
const link = fc.nat(999).map((n) => `https://github.com/acme/dev-intake/issues/${n}`);
const person = fc.constantFrom("maria-lopez", "acme/office", "sam.okafor@acme.example", "0123", "on");
const path = fc.constantFrom("fixtures/a.csv", "data/*.csv", "@types/a.ts", "a: b.csv");
const oneOrMore = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
const dataEntry = fc.oneof(
  fc.constantFrom(...DATA_WORDS.filter((word) => word !== "none")),
  fc.record(
    { paths: oneOrMore(path), kind: fc.constantFrom(...DATA_WORDS), source: prose },
    { requiredKeys: ["paths", "kind"] },
  ),
);

const files = fc.record(
  {
    version: fc.constant(1 as const),
    name: prose,
    summary: prose,
    owner: oneOrMore(person),
    "business-owner": oneOrMore(person),
    team: prose,
    status: fc.constantFrom(...STATUSES.filter((status) => status !== "production")),
    data: fc.oneof(fc.constantFrom(...DATA_WORDS), fc.array(dataEntry, { minLength: 1, maxLength: 3 })),
    "data-kinds": oneOrMore(fc.constantFrom(...DATA_KINDS)),
    "used-by": fc.constantFrom(...USED_BY),
    environments: oneOrMore(fc.constantFrom("local", "sandbox", "production", "007")),
    ai: fc.array(fc.oneof(prose, fc.record({ service: prose, for: prose }, { requiredKeys: ["service"] })), {
      maxLength: 3,
    }),
    needs: oneOrMore(fc.constantFrom(...NEEDS.filter((need) => need !== "sensitive-data"))),
    spec: prose,
    request: link,
    handoff: link,
    "review-by": day,
    learned: fc.array(prose, { maxLength: 3 }),
    share: fc.boolean(),
    waivers: fc.array(
      fc.record({
        rule: fc.constantFrom("real-data", "data/people-table"),
        paths: oneOrMore(path),
        reason: prose.map((p) => `${p} and more`),
        expires: fc.constant("2027-01-15"),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ["owner", "data"] },
);

const styles = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 40),
  defaultStringType: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const, "QUOTE_SINGLE" as const),
  collectionStyle: fc.constantFrom("any" as const, "flow" as const),
});

test("a manifest that the schema accepts is read to the letter, in whatever style it is written", () => {
  fc.assert(
    fc.property(files, styles, fc.constantFrom("\n", "\r\n"), (file, style, newline) => {
      const text = stringify(file, style).replaceAll("\n", newline);
      expect(parse(text)).toEqual(file);
      const valid = ManifestFile.parse(file);
      const { state, manifest, problems } = readManifest({ path: "a", text }, { today: TODAY });
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(state).toBe("ok");
      expect(manifest).toMatchObject({
        owner: [valid.owner].flat(),
        businessOwner: [valid["business-owner"] ?? valid.owner].flat(),
        status: valid.status,
        dataKinds: [...new Set([valid["data-kinds"]].flat())],
        usedBy: valid["used-by"],
        environments: [...new Set([valid.environments].flat())],
        needs: [...new Set([valid.needs].flat())],
        name: valid.name ?? null,
        summary: valid.summary ?? null,
        team: valid.team ?? null,
        spec: valid.spec ?? null,
        handoff: valid.handoff ?? null,
        reviewBy: valid["review-by"] ?? null,
        share: valid.share,
        learned: valid.learned,
        waivers: valid.waivers.map((waiver) => ({ ...waiver, paths: [waiver.paths].flat() })),
      });
      expect(manifest?.ai.map(({ service }) => service)).toEqual(
        [valid.ai].flat().map((use) => (typeof use === "string" ? use : use.service)),
      );
      expect(manifest?.data).toEqual(
        [valid.data]
          .flat()
          .map((entry) =>
            typeof entry === "string"
              ? { paths: null, kind: entry, source: null }
              : { paths: [entry.paths].flat(), kind: entry.kind, source: entry.source ?? null },
          ),
      );
    }),
    { numRuns: 150 },
  );
});
