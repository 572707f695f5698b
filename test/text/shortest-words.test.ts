import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { shortestWords } from "../../src/text/shortest-words.js";

test.each([
  [
    ["openai", "azureopenai", "openaiembeddings", "groq"],
    ["openai", "groq"],
  ],
  [
    ["abc", "xabc", "abcx", "xabcx", "ab-c"],
    ["abc", "ab-c"],
  ],
  [["same"], ["same"]],
  [[], []],
])("of %j it keeps %j", (words, kept) => {
  expect(shortestWords(words)).toEqual(kept);
});

test("a text that holds one of the words holds one of those that are kept, and none of these holds another", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "."), minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 20 }), (words) => {
      const kept = shortestWords(words);
      for (const one of words) expect(kept.some((other) => one.includes(other))).toBe(true);
      for (const one of kept) expect(kept.filter((other) => one.includes(other))).toEqual([one]);
    }),
  );
});
