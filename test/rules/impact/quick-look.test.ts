import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { ACTS } from "../../../src/catalogue/impact/acts.js";
import { mayAct } from "../../../src/rules/impact/acts/quick-look.js";
import { actsOf } from "../../../src/rules/impact/acts/signs.js";
import { sourceFile } from "../../../src/scan/source-file.js";
import { rawFile } from "../../support/run-rule.js";

const examples = ACTS.flatMap(({ examples: { yes, no, handoff } }) => [...yes, ...no, ...(handoff ?? [])]);
const LINES = [...new Set(examples.flatMap((one) => (typeof one === "string" ? one : one.text).split("\n")))];
const NAMES = ACTS.flatMap((record) => [
  ...(record.modules ?? []).flatMap((name) => [`import ${name}`, `import x from "${name}";`]),
  ...(record.calls ?? []).map((written) => `x.${written.replace("(", "(a, ").split(")")[0]})`),
  ...(record.posts ?? []).map(
    ({ host, path }) => `requests.post("https://${host.replaceAll("*", "{x}")}${path ?? ""}")`,
  ),
]);
const FRAMED = ['BASE = "https://api.linkedin.com"', "post(f'{BASE}/rest/posts')", '"""', "/*", "*/", "# ", "//"];
const PATHS = ["a.py", "a.ts", "a.go", "a.rb", "Code.gs"];

const fileOf = (path: string, text: string) => sourceFile(rawFile(path, text));

test("a file with an act is never taken for one without", () => {
  const lines = fc.array(fc.constantFrom(...LINES, ...NAMES, ...NAMES, ...FRAMED), { maxLength: 6 });
  fc.assert(
    fc.property(lines, fc.constantFrom(...PATHS), (some, path) => {
      const file = fileOf(path, some.join("\n"));
      expect(actsOf(file).filter(({ record }) => !mayAct(record, file))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test.each(ACTS.map((record) => [record.id, record] as const))("%s: so is each example of an act", (_, record) => {
  for (const example of [...record.examples.yes, ...(record.examples.handoff ?? [])]) {
    const { path, text } = typeof example === "string" ? { path: "app.py", text: example } : example;
    const notebook = JSON.stringify({ cells: [{ cell_type: "code", source: text.split(/(?<=\n)/) }] });
    expect(mayAct(record, fileOf(path, text))).toBe(true);
    expect(mayAct(record, sourceFile({ path, bytes: Buffer.from(`\ufeff${text}`, "utf16le") }))).toBe(true);
    if (path.endsWith(".py")) expect(mayAct(record, fileOf("a.ipynb", notebook))).toBe(true);
  }
});

test.each([
  ["a.ts", 'import { stripeItem } from "./stripe.js";\nstripeItem.create({ kind: "stripe" });'],
  ["a.py", "import stripe\nprint(stripe.api_version)\n"],
  ["a.py", "import boto3\ns3 = boto3.client('s3')\n"],
  ["a.go", 'import "stripe"\n// stripe\nlog("nothing")'],
])("%s with %j is told from a file with an act", (path, text) => {
  expect(ACTS.filter((record) => mayAct(record, fileOf(path, text)))).toEqual([]);
});
