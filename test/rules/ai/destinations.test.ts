import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../../src/model/finding.js";
import { NOTHING_DECLARED } from "../../../src/model/manifest.js";
import rule from "../../../src/rules/ai/service.js";
import { scan } from "../../../src/scan/scan.js";
import { rawFile, runRule, surroundings } from "../../support/run-rule.js";

const run = (text: string, path = "app.py") =>
  runRule(rule, {
    path,
    text,
    given: { organization: { emailDomains: [], hosts: ["*.acme.example"] }, declared: NOTHING_DECLARED },
  });
const brief = (findings: readonly Finding[]) =>
  findings.map(({ subject, suggests }) =>
    subject?.kind === "ai-service" ? `${subject.service} ${subject.host ?? "-"} ${suggests}` : "",
  );

const OPENAI = "from openai import OpenAI\n";
const JS = 'import OpenAI from "openai";\n';

describe("the destination speaks, not the library", () => {
  test.each<[string, string, string[]]>([
    ["no address", `${OPENAI}OpenAI()`, ["openai api.openai.com advice"]],
    ["another vendor", `${OPENAI}OpenAI(base_url="https://api.deepseek.com")`, ["deepseek api.deepseek.com advice"]],
    [
      "a constant",
      `${OPENAI}URL = "https://api.moonshot.ai/v1"\nOpenAI(base_url=URL)`,
      ["moonshot api.moonshot.ai advice"],
    ],
    ["a fallback", `${OPENAI}OpenAI(base_url=os.getenv("LLM_URL", "https://api.x.ai/v1"))`, ["xai api.x.ai advice"]],
    [
      "the company's Azure",
      `${OPENAI}OpenAI(base_url="https://acme.openai.azure.com/openai/v1")`,
      ["azure-openai acme.openai.azure.com advice"],
    ],
    [
      "Azure by class",
      "from openai import AzureOpenAI\nAzureOpenAI(api_version='x')",
      ["azure-openai *.openai.azure.com advice"],
    ],
    [
      "Azure by option",
      "from langchain_openai import ChatOpenAI\nChatOpenAI(azure_endpoint=os.environ['E'])",
      ["azure-openai *.openai.azure.com advice"],
    ],
    [
      "Azure, filled in at run time",
      `${OPENAI}OpenAI(base_url=f"https://{name}.openai.azure.com/")`,
      ["azure-openai *.openai.azure.com advice"],
    ],
    [
      "the company's gateway",
      `${OPENAI}OpenAI(base_url="https://llm.acme.example/v1")`,
      ["company-gateway llm.acme.example note"],
    ],
    [
      "an address nobody knows",
      `${OPENAI}OpenAI(base_url="https://llm.initech.io/v1")`,
      ["custom-endpoint llm.initech.io advice"],
    ],
    [
      "an address chosen at run time",
      `${OPENAI}OpenAI(base_url=os.environ["LLM_URL"])`,
      ["openai api.openai.com note"],
    ],
    [
      "Vertex",
      "from google import genai\ngenai.Client(vertexai=True)",
      ["google-vertex-ai *-aiplatform.googleapis.com advice"],
    ],
    [
      "Bedrock through Anthropic",
      "from anthropic import AnthropicBedrock\nAnthropicBedrock()",
      ["aws-bedrock bedrock.*.amazonaws.com advice"],
    ],
    [
      "a model's name",
      "import litellm\nlitellm.completion(model='azure/gpt')",
      ["azure-openai *.openai.azure.com advice"],
    ],
    ["a bare model's name", "import litellm\nlitellm.completion(model='gpt-4.1')", ["openai api.openai.com advice"]],
    ["an Ollama model", "import litellm\nlitellm.completion(model='ollama/llama3')", []],
    ["this computer", `${OPENAI}OpenAI(base_url="http://localhost:11434/v1")`, []],
    ["a container beside it", `${OPENAI}OpenAI(base_url="http://ollama:11434/v1")`, []],
    ["a network of the company", `${OPENAI}OpenAI(base_url="http://10.2.3.4:8000/v1")`, []],
    ["a place for yours", `${OPENAI}OpenAI(base_url="https://your-host.com/v1")`, []],
    ["a class of one's own", "class OpenAI: pass\nOpenAI()", []],
    ["words", "'''OpenAI()'''\n# OpenAI()\nprint('OpenAI()')", []],
  ])("%s", async (_, text, expected) => {
    expect(brief(await run(text))).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ["no address", `${JS}new OpenAI();`, ["openai api.openai.com advice"]],
    [
      "another vendor",
      `${JS}new OpenAI({ apiKey, baseURL: "https://openrouter.ai/api/v1" });`,
      ["openrouter openrouter.ai advice"],
    ],
    [
      "an AI SDK provider",
      'import { anthropic } from "@ai-sdk/anthropic";\nanthropic("claude");',
      ["anthropic api.anthropic.com advice"],
    ],
    [
      "an AI SDK provider elsewhere",
      'import { createOpenAI } from "@ai-sdk/openai";\ncreateOpenAI({ baseURL: "http://localhost:1234/v1" });',
      [],
    ],
    ["a template", `fetch(\`https://api.anthropic.com/v1/$${"{path}"}\`);`, ["anthropic api.anthropic.com advice"]],
    ["a comment", "// fetch('https://api.anthropic.com')", []],
    ["a link to the site", 'const link = "https://openrouter.ai/keys";', []],
  ])("in JavaScript: %s", async (_, text, expected) => {
    expect(brief(await run(text, "src/a.ts"))).toEqual(expected);
  });
});

test.each<[string, string, string[]]>([
  [".env.example", "OPENAI_API_KEY=\n# ANTHROPIC_API_KEY=\n", ["openai api.openai.com note"]],
  [".env.example", "OPENAI_BASE_URL=http://localhost:4000/v1\nOPENAI_API_KEY=not-needed\n", []],
  [
    ".env.example",
    "AZURE_OPENAI_ENDPOINT=https://your-resource.openai.azure.com\n",
    ["azure-openai *.openai.azure.com note"],
  ],
  [".env.example", "OPENAI_BASE_URL=https://api.groq.com/openai/v1\n", ["groq api.groq.com advice"]],
  [".env.example", "OPENAI_BASE_URL=http://localhost:4000\nGOOGLE_GENAI_USE_VERTEXAI=false\n", []],
  [
    "compose.yml",
    "services:\n  web:\n    environment:\n      OPENAI_BASE_URL: https://llm.acme.example/v1 # ours\n",
    ["company-gateway llm.acme.example note"],
  ],
  [
    "package.json",
    '{"dependencies":{"openai":"1","@mistralai/mistralai":"1"}}',
    ["openai api.openai.com note", "mistral api.mistral.ai advice"],
  ],
  [
    "pyproject.toml",
    '[project]\ndependencies = ["anthropic>=1", "rich"]\nkeywords = ["groq"]\n',
    ["anthropic api.anthropic.com note"],
  ],
  ["pyproject.toml", '[tool.poetry.dependencies]\npython = "^3.12"\ncohere = "^5"\n', ["cohere api.cohere.com advice"]],
  [
    "requirements-dev.txt",
    "-r base.txt\n# openai\nfireworks_ai[all]==1 ; python_version > '3'\n",
    ["fireworks api.fireworks.ai advice"],
  ],
  ["package.json", '{"dependencies": [', []],
  ["README.md", "curl https://api.openai.com", []],
  ["prompts/system.py", `${OPENAI}OpenAI()`, []],
  ["tests/test_app.py", `${OPENAI}OpenAI()`, []],
  ["package-lock.json", '{"resolved":"https://api.openai.com"}', []],
])("settings and lists: %s %#", async (path, text, expected) => {
  expect(brief(await run(text, path)).sort()).toEqual([...expected].sort());
});

test("a service in many files is one finding, and the most telling place speaks", async () => {
  const files = [
    rawFile("a/requirements.txt", "openai\n"),
    rawFile("b/app.py", `${OPENAI}OpenAI()\nOpenAI()`),
    rawFile("c/app.py", `${OPENAI}OpenAI()`),
  ];
  const { findings } = await scan(files, [rule], surroundings(files), "test");
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    suggests: "advice",
    trigger: null,
    location: { path: "b/app.py", startLine: 2 },
  });
  expect(findings[0]?.alsoAt.map(({ path }) => path)).toEqual(["a/requirements.txt", "c/app.py"]);
});
