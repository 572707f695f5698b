import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { keywordIndex, tableSearch } from "../../src/text/keywords.js";
import { littleSearch } from "../../src/text/little-search.js";

function hits(words: readonly string[], bytes: Uint8Array, way: typeof tableSearch): readonly string[] {
  const hits: string[] = [];
  way(words.map((word) => word.toLowerCase()))(bytes, (word) => hits.push(words[word] ?? ""));
  return hits.sort();
}

/** Both ways to search agree. */
function found(words: readonly string[], bytes: Uint8Array): readonly string[] {
  const little = hits(words, bytes, littleSearch);
  expect(hits(words, bytes, tableSearch)).toEqual(little);
  return little;
}

const naive = (words: readonly string[], text: string) =>
  words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).sort();

const letters = fc.constantFrom(..."aAbBzZ_-.:/09@[ \n");
const text = fc.string({ unit: letters, maxLength: 60 });
const words = fc.uniqueArray(fc.string({ unit: letters, minLength: 3, maxLength: 9 }), {
  minLength: 1,
  maxLength: 12,
  selector: (word) => word.toLowerCase(),
});

test("finds exactly the words that a plain search finds", () => {
  fc.assert(
    fc.property(words, text, (list, content) => {
      expect(found(list, Buffer.from(content))).toEqual(naive(list, content));
    }),
    { numRuns: 2000 },
  );
});

test("finds a word wherever it stands, in any case", () => {
  fc.assert(
    fc.property(words, text, text, fc.nat(), (list, before, after, choice) => {
      const word = list[choice % list.length] ?? "";
      const content = `${before}${word.toUpperCase()}${after}`;
      expect(found(list, Buffer.from(content))).toContain(word);
    }),
    { numRuns: 1000 },
  );
});

test("finds the same in bytes that begin at an odd place of their buffer", () => {
  const content = Buffer.from("xsk_live_1 akia");
  const words = ["sk_live_", "akia"];
  expect(found(words, content.subarray(1))).toEqual(["akia", "sk_live_"]);
  expect(found(words, Uint8Array.from(content).subarray(1))).toEqual(["akia", "sk_live_"]);
});

test("goes over to tables when there is more to search, and finds the same", () => {
  const index = keywordIndex(["SK_live_", "akia"]);
  const found = (content: string) => {
    const hits: number[] = [];
    index.search(Buffer.from(content), (word) => hits.push(word));
    return hits.sort();
  };
  for (const lead of ["", "x".repeat(200_000), "x".repeat(200_000), ""]) {
    expect(found(`${lead} sk_LIVE_1`)).toEqual([0]);
    expect(found(`${lead} AKIA sk_live_1`)).toEqual([0, 1]);
    expect(found(lead)).toEqual([]);
  }
});

test("any bytes at all are fine, and one index serves many files", () => {
  const index = keywordIndex(["sk_live_", "akia", "env"]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const hits: number[] = [];
      index.search(bytes, (word) => hits.push(word));
      expect(hits.length).toBe(naive(["sk_live_", "akia", "env"], Buffer.from(bytes).toString("latin1")).length);
    }),
  );
});

test.each([
  ["", []],
  ["a", []],
  ["en", []],
  ["env", ["env"]],
  ["xenv", ["env"]],
  ["ENV=1", ["env"]],
  ["e\u00d1v", []],
  ["sk_live_", ["sk_live_"]],
  ["sk_live", []],
])("in %j it finds %j", (content, expected) => {
  expect(found(["env", "sk_live_"], Buffer.from(content, "latin1"))).toEqual(expected);
});

test("a word of two characters is refused", () => {
  expect(() => keywordIndex(["ok?", "no"])).toThrow(RangeError);
});

test("no words at all is an index that finds nothing", () => {
  expect(found([], Buffer.from("anything"))).toEqual([]);
});
