import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { AI_SERVICES } from "../../../src/catalogue/ai/services.js";
import { codeEvidence } from "../../../src/rules/ai/destinations/clients.js";
import { mayShowService } from "../../../src/rules/ai/destinations/quick-look.js";
import { settingsEvidence } from "../../../src/rules/ai/destinations/settings.js";
import { type Language, readCode } from "../../../src/text/source-code.js";

const ORGANIZATION = { emailDomains: [], hosts: ["*.acme.example"] };
const examples = AI_SERVICES.flatMap(({ examples: { yes, no } }) => [...yes, ...no]);
const LINES = [...new Set(examples.flatMap((one) => (typeof one === "string" ? one : one.text).split("\n")))];
/** What a name of a record is written in: imports, calls, strings. */
const NAMES = AI_SERVICES.flatMap((service) => [
  ...(service.pypi ?? []).map((name) => `import ${name.replaceAll("-", "_")}`),
  ...(service.npm ?? []).map((name) => `import x from "${name}/y";`),
  ...(service.modules ?? []).map((name) => `from ${name} import *`),
  ...(service.clients ?? []).map((name) => `${name}(model="gpt-5")`),
  ...(service.clientsWith ?? []).map(({ name, first }) => `s.${name}('${first}-x')`),
  ...(service.models ?? []).map((name) => `Agent(model='${name}x')`),
  ...service.hosts.map((host) => `u = "https://${host.replaceAll("*", "{x}")}${service.mentionPath ?? ""}"`),
]);
const FRAMED = [
  "import litellm",
  'import { x } from "ai";',
  "from langchain_core import a",
  '"""',
  "/*",
  "*/",
  "# ",
  "//",
];

test("code in which a service shows is never taken for other code", () => {
  const lines = fc.array(fc.constantFrom(...LINES, ...NAMES, ...FRAMED, ...FRAMED), { maxLength: 6 });
  const languages = fc.constantFrom<Language>("python", "javascript", "other");
  fc.assert(
    fc.property(lines, languages, (some, language) => {
      const text = some.join("\n");
      const shown = codeEvidence(readCode(text, language), ORGANIZATION).length > 0;
      const may = mayShowService({ text, language, placeOf: (range) => ({ range }) });
      expect(shown && !may).toBe(false);
    }),
    { numRuns: 1500 },
  );
});

test.each<[string, Language]>([
  ['import { openaiVersion } from "./openai.js";\nopenaiVersion("openai");', "javascript"],
  ["import openai\nprint(openai.__version__)\n", "python"],
  ["# from anthropic import Anthropic\nclient = Anthropic()\n", "other"],
  ['const languages = ["agents", "together", "bedrock"];', "javascript"],
])("%j is told from code that uses a service", (text, language) => {
  expect(mayShowService({ text, language, placeOf: (range) => ({ range }) })).toBe(false);
});

test("settings say the same, whatever else stands beside them", () => {
  const variables = AI_SERVICES.flatMap((service) => service.variables ?? []);
  const one = fc.constantFrom(
    ...variables.map((name) => `${name}: x`),
    "LLM_BASE_URL=https://llm.acme.example",
    'url: "https://api.openai.com"',
    "# OPENAI_API_KEY=x",
    "OPENAI_API_KEYS=x",
    "x: 1",
  );
  fc.assert(
    fc.property(one, one, (line, other) => {
      const alone = settingsEvidence(line, ORGANIZATION).map(({ shows }) => shows);
      const both = settingsEvidence(`${line}\nx: 2\n${other}`, ORGANIZATION).map(({ shows }) => shows);
      const expected = both.filter((shows) => alone.includes(shows));
      expect(expected.length > 0 || alone.length === 0 || /BASE|ENDPOINT|URL/.test(other)).toBe(true);
    }),
  );
});
