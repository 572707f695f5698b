import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { callTest } from "../../src/text/calls.js";
import { addressesIn, addressTest } from "../../src/text/hosts.js";
import { type Language, likelyImportsOf, readCode, type Source } from "../../src/text/source-code.js";
import { growsInProportion } from "../support/growth.js";

const source = (text: string, language: Language): Source => ({ text, language, placeOf: (range) => ({ range }) });
const languages = fc.constantFrom<Language>("python", "javascript", "other");
const textOf = (pieces: string) => fc.array(fc.constantFrom(...pieces.split("_")), { maxLength: 60 });

/** Whatever stands around it: comments and strings that begin and end, and blanks of all kinds. */
const AROUND = `#_//_/*_*/_"_'_\`_"""_'''_\\_\n_\r\n_ _\t_\u00a0_é_$_;_(_)_[_]_{_}_,_._:_=_7`;

function finds(text: string, language: Language) {
  const { imports, calls, tokens } = readCode(text, language);
  const addresses = tokens.filter(({ kind }) => kind === "string").flatMap(({ text: own }) => addressesIn(own));
  return { imports: [...imports], calls: calls.map(({ callee }) => callee), hosts: addresses.map(({ host }) => host) };
}

test("what a text imports is among what it may import, whatever it is made of", () => {
  const pieces = textOf(
    `from_import_require_ as _a_b.c_"x"_'y/z'_\`w\`_from _import _import(_require(_from a import _${AROUND}`,
  );
  fc.assert(
    fc.property(pieces, languages, (parts, language) => {
      const text = parts.join("");
      const likely = likelyImportsOf(source(text, language)).imports;
      expect(finds(text, language).imports.filter((name) => !likely.has(name))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("what a text calls it may call, by its whole chain and by the end of it", () => {
  const pieces = textOf(`send_a_client_.create(_fetch(_new _::_?.${AROUND}`);
  fc.assert(
    fc.property(pieces, languages, (parts, language) => {
      const text = parts.join("");
      const names = finds(text, language).calls.map((callee) => callee.replace(/\(\)|\[\]/g, "").split("."));
      const ends = names.flatMap((chain) => chain.map((_, from) => chain.slice(from).join(".")));
      const named = ends.filter((end) => !/(^|\.)[^A-Za-z]/.test(end));
      expect(named.filter((end) => !callTest(["other.name", end])(text))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("where an address in a text leads it may lead", () => {
  const pieces = textOf(
    `https://_HTTP://_wss://_api._acme_.example_-_{x}_{_}_\${y}_%s_<z>_$NAME_me@_:80_/v1_?q_${AROUND.replaceAll("://", "")}`,
  );
  fc.assert(
    fc.property(pieces, languages, (parts, language) => {
      const text = parts.join("");
      const hosts = finds(text, language).hosts;
      expect(hosts.filter((host) => !addressTest(["other.example", host])(text))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test.each<[string, Language, string[]]>([
  ["from a.b import c\n", "python", ["a.b", "a.b.c"]],
  ["# from a\nimport b, c as d\n", "python", ["a", "a.b", "a.c", "b", "c"]],
  ['print("the api of importing from")\nx = stripe.Charge', "python", []],
  ['const openai = load("openai"); // openai', "javascript", []],
  ['import x, { y } from "a"; export * from "b"; from; import("c")', "javascript", ["a", "b", "c"]],
  ['import /* lazily */ ("a")', "javascript", ["a"]],
  ['import (\n\t"a"\n)', "other", ["a"]],
])("%j may import", (text, language, expected) => {
  expect([...likelyImportsOf(source(text, language)).imports].sort()).toEqual(expected);
});

test("a name alone is no call, and a word in prose no address", () => {
  expect(callTest(["OpenAI"])('import { OpenAI } from "openai"')).toBe(false);
  expect(callTest(["OpenAI"])("myOpenAI(1)")).toBe(false);
  expect(callTest(["OpenAI"])("new OpenAI // one\n (1)")).toBe(true);
  expect(callTest(["charges.create"])("items.create(1)")).toBe(false);
  expect(addressTest(["api.acme.example"])("see https://acme.example or ask api.acme.org")).toBe(false);
  expect(addressTest(["*.acme.example"])("https://{name}.ACME.example/")).toBe(true);
  expect(addressTest(["api.*.acme.example"])("https://api.{region}.acme.example/")).toBe(true);
  expect(addressTest(["api.*.acme.example"])("https://api.acme.example/")).toBe(false);
});

test.each([
  "from #",
  "import /*",
  "from //",
  " ",
  "from ",
  "import a,",
  "from a.",
  'import "a',
  "import (",
  "://",
  "https://{",
  "a(",
  "a.",
])("%j over and over is looked at in time that grows in proportion", async (piece) => {
  const look = (count: number) => {
    const text = `a from( import ${piece.repeat(count)}`;
    likelyImportsOf(source(text, "python"));
    likelyImportsOf(source(text, "javascript"));
    callTest(["b.create"])(text);
    addressTest(["a.*.example"])(text);
  };
  expect(await growsInProportion(look, 8000)).toBe(true);
});
