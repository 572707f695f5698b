import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import ownKey from "../../../src/rules/ai/own-key.js";
import personal from "../../../src/rules/ai/personal-account.js";
import ai from "../../../src/rules/ai/service.js";
import acts from "../../../src/rules/impact/acts.js";
import permissions from "../../../src/rules/impact/agent-permissions.js";
import chatApp from "../../../src/rules/impact/chat-app.js";
import flow from "../../../src/rules/impact/flow.js";
import toolServer from "../../../src/rules/impact/tool-server.js";
import inCode from "../../../src/rules/impact/tool-server-in-code.js";
import { sourceFile } from "../../../src/scan/source-file.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

const RULES = [ai, ownKey, personal, ...acts, permissions, chatApp, flow, toolServer, inCode];
const PATHS = [
  "a.py",
  "a.ts",
  "a.go",
  "a.ipynb",
  ".env",
  "a.yml",
  ".mcp.json",
  "package.json",
  "pyproject.toml",
  "requirements.txt",
  "manifest.json",
];
const NOWHERE = surroundings();

async function read(path: string, text: string): Promise<void> {
  const file = sourceFile(rawFile(path, text));
  for (const rule of RULES) {
    for (const match of await rule.detect(file, NOWHERE)) {
      if ("gap" in match) continue;
      expect(match.range[0]).toBeLessThanOrEqual(match.range[1]);
      expect(match.range[1]).toBeLessThanOrEqual(text.length);
    }
  }
}

const PIECES = [
  "https://",
  "http://{x}",
  "${",
  "{{",
  "<",
  "openai",
  "OpenAI(",
  "base_url=",
  "import openai\n",
  "from openai import ",
  "stripe.Charge.create(",
  "import stripe\n",
  "api_key",
  '"',
  "'",
  "\n",
  "(",
  ")",
  "[",
  "{",
  "}",
  ",",
  ":",
  "=",
  "mcpServers",
  "nodes",
  "n8n-nodes-base.gmail",
  '{"cells":[',
  "\\",
  "\u0000",
  "é",
  "input(",
  "OPENAI_API_KEY=",
  "sk_live_",
  "postgres://a:b@",
];

test("no text makes a rule throw or point outside the file", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...PATHS),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }),
      (path, parts) => read(path, parts.join("")),
    ),
    { numRuns: 100 },
  );
});

/** Twice the text may take about twice the time. What is nested, repeated or never closed is where that goes wrong. */
describe("long hostile text is read in a moment", () => {
  test.each(["input(", "OpenAI(", "stripe.Charge.create(", "https://", "${", "<", '"', "a."])(
    "%j, again and again",
    async (piece) => {
      const started = performance.now();
      for (const path of ["a.py", "a.ts", ".env", ".mcp.json"])
        await read(path, piece.repeat(Math.ceil(50_000 / piece.length)));
      expect(performance.now() - started).toBeLessThan(10_000);
    },
    30_000,
  );
});
