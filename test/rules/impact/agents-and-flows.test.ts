import { describe, expect, test } from "@jest/globals";
import { FLOW_SOURCES, MAKE_STEPS, N8N_STEPS, POWER_STEPS } from "../../../src/catalogue/impact/flows.js";
import { TOOL_SERVER_FILES, TOOL_SERVERS } from "../../../src/catalogue/impact/tool-servers.js";
import { BUILT_IN_POLICY, productionNames } from "../../../src/model/policy.js";
import type { Match, Rule } from "../../../src/model/rule.js";
import flow from "../../../src/rules/impact/flow.js";
import toolServer from "../../../src/rules/impact/tool-server.js";
import { sourceFile } from "../../../src/scan/source-file.js";
import { anyGlob } from "../../../src/text/globs.js";
import { rawFile, runRule, surroundings } from "../../support/run-rule.js";

const run = async (rule: Rule, path: string, text: string, production = {}) => {
  const where = surroundings([], { production: { ...productionNames(BUILT_IN_POLICY), ...production } });
  return [...(await rule.detect(sourceFile(rawFile(path, text)), where))] as readonly Match[];
};
const servers = (one: object, path = ".mcp.json") => run(toolServer, path, JSON.stringify({ mcpServers: { one } }));

describe.each(TOOL_SERVERS.map((server) => [server.name, server] as const))(
  "%s",
  (_, { host, harmless, source, checked }) => {
    const url = `https://${host.replace("*", "bindings")}/mcp`;
    test("is seen, and every word that makes it harmless silences it", async () => {
      expect([source.startsWith("https://"), /^20\d\d-/.test(checked)]).toEqual([true, true]);
      expect(await servers({ url })).toHaveLength(1);
      for (const word of harmless) expect([word, await servers({ url, args: [word] })]).toEqual([word, []]);
    });
  },
);

describe("where tool servers are configured", () => {
  const files: readonly (readonly [path: string, text: string])[] = [
    ["a/.mcp.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [".cursor/mcp.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [".roo/mcp.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [".kiro/settings/mcp.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [".amazonq/mcp.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [".codeium/windsurf/mcp_config.json", '{"mcpServers":{"x":{"serverUrl":"https://mcp.linear.app/mcp"}}}'],
    [".vscode/mcp.json", '{// comment\n"servers":{"x":{"url":"https://mcp.linear.app/mcp"}},}'],
    [".vscode/mcpservers.json", '{"servers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [".vscode/settings.json", '{"mcp":{"servers":{"x":{"url":"https://mcp.linear.app/mcp"}}}}'],
    [".claude/settings.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [".claude-plugin/plugin.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [
      "claude_desktop_config.json",
      '{"mcpServers":{"x":{"command":"npx","args":["mcp-remote","https://mcp.linear.app/mcp"]}}}',
    ],
    ["cline_mcp_settings.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [".gemini/settings.json", '{"mcpServers":{"x":{"httpUrl":"https://mcp.linear.app/mcp"}}}'],
    [".codex/config.toml", '[mcp_servers.x]\nurl = "https://mcp.linear.app/mcp"\n'],
    ["opencode.json", '{"mcp":{"x":{"type":"remote","url":"https://mcp.linear.app/mcp"}}}'],
    [".zed/settings.json", '{"context_servers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    ["mcp_agent.config.yaml", "mcp:\n  servers:\n    x:\n      url: https://mcp.linear.app/mcp\n"],
    ["librechat.yaml", "mcpServers:\n  x:\n    url: https://mcp.linear.app/mcp\n"],
    [".continue/mcpServers/x.yaml", "mcpServers:\n  - name: x\n    url: https://mcp.linear.app/mcp\n"],
    ["a.code-workspace", '{"settings":{"mcp":{"servers":{"x":{"url":"https://mcp.linear.app/mcp"}}}}}'],
    [".vscode/mcp_config.json", '{"servers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    [".claude/settings.local.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
    ["mcp_config.json", '{"mcpServers":{"x":{"url":"https://mcp.linear.app/mcp"}}}'],
  ];

  test.each(files)("%s", async (path, text) => {
    expect((await runRule(toolServer, { path, text })).map(({ message }) => message)).toEqual([
      "Through Linear, an agent can change tickets in Linear.",
    ]);
  });

  test("no place in the list is dead", () => {
    expect(TOOL_SERVER_FILES.filter((glob) => !files.some(([path]) => anyGlob([glob])(path)))).toEqual([]);
  });
});

describe("what an agent can reach", () => {
  const database = (address: string, ...more: string[]) =>
    servers({ command: "npx", args: ["server-postgres", address, ...more] });

  test.each<[string, string, string[], string[]]>([
    ["a production database", "postgres://a@db-prod.acme.io/x", [], ["handoff"]],
    ["read only", "postgres://a@db-prod.acme.io/x", ["--read-only"], ["advice"]],
    ["a staging database", "postgres://a@db-staging.acme.io/x", [], ["note"]],
    ["not production after all", "postgres://a@nonprod-db.acme.io/x", [], ["note"]],
    ["this computer", "postgres://a@localhost:5432/prod", [], []],
    ["a container", "postgres://a@db:5432/prod", [], []],
    ["a place for yours", "postgres://user:pass@your-host.com/x", [], []],
  ])("%s", async (_, address, more, expected) => {
    expect((await database(address, ...more)).map(({ suggests }) => suggests)).toEqual(expected);
  });

  test("a password in an address is never shown, and a production host of the organisation counts", async () => {
    const address = ["postgres://app:", "s3cr3t-pass-word", "@shop.acme.io/x"].join("");
    const text = JSON.stringify({ mcpServers: { one: { command: "x", args: [address] } } });
    const [finding] = await runRule(toolServer, {
      path: ".mcp.json",
      text,
      given: { production: { ...productionNames(BUILT_IN_POLICY), hosts: ["*.acme.io"] } },
    });
    expect(finding).toMatchObject({ suggests: "handoff", trigger: "production-systems" });
    expect(JSON.stringify(finding)).not.toContain("s3cr3t-pass");
  });

  test.each([
    "",
    "{",
    "[]",
    '{"mcpServers":null}',
    '{"mcpServers":{"x":3}}',
    '{"mcpServers":{"x":{"url":{"a":1},"args":{}}}}',
  ])("%j is read without harm", async (text) => {
    expect(await run(toolServer, ".mcp.json", text)).toEqual([]);
  });
});

describe("flows", () => {
  const outcomes = async (value: object) =>
    (await run(flow, "flow.json", JSON.stringify(value))).map(({ suggests }) => suggests);
  const n8n = (step: string, more: object = {}) => ({
    name: "f",
    active: true,
    connections: {},
    nodes: [{ type: "n8n-nodes-base.webhook" }, { type: `n8n-nodes-base.${step}`, parameters: {} }],
    ...more,
  });
  const power = (api: string, state: string) => ({
    properties: {
      state,
      definition: {
        triggers: { R: { type: "Recurrence" } },
        actions: {
          If: { else: { actions: { A: { inputs: { host: { apiId: `/apis/${api}`, operationId: "CreateThing" } } } } } },
        },
      },
    },
  });

  test("no step in the catalogue is dead", async () => {
    for (const { step } of N8N_STEPS)
      expect([step, await outcomes(n8n(step))]).toEqual([step, [expect.stringMatching(/handoff|advice/)]]);
    for (const { step } of MAKE_STEPS)
      expect([
        step,
        await outcomes({ metadata: {}, flow: [{ routes: [{ flow: [{ module: `${step}:createThing` }] }] }] }),
      ]).toEqual([step, ["note"]]);
    for (const { step } of POWER_STEPS)
      expect([step, await outcomes(power(step, "Started"))]).toEqual([step, [expect.stringMatching(/handoff|advice/)]]);
    expect(FLOW_SOURCES.every(({ source }) => source.startsWith("https://"))).toBe(true);
  });

  test.each<[string, object, string[]]>([
    ["switched off", n8n("gmail", { active: false }), ["note"]],
    ["nothing said", n8n("gmail", { active: undefined }), ["note"]],
    ["an agent's tool", n8n("gmailTool"), ["handoff"]],
    [
      "labels in one's own mail",
      n8n("gmail", {
        nodes: [
          { type: "n8n-nodes-base.webhook" },
          { type: "n8n-nodes-base.gmail", parameters: { operation: "addLabels" } },
        ],
      }),
      [],
    ],
    [
      "a person is asked",
      n8n("gmail", {
        nodes: [
          { type: "n8n-nodes-base.webhook" },
          { type: "n8n-nodes-base.gmail", parameters: { operation: "sendAndWait" } },
        ],
      }),
      ["advice"],
    ],
    ["a page of notes stays advice", n8n("notion"), ["advice"]],
    ["a chat stays advice", n8n("slack"), ["advice"]],
    [
      "started by hand",
      n8n("gmail", { nodes: [{ type: "n8n-nodes-base.manualTrigger" }, { type: "n8n-nodes-base.gmail" }] }),
      ["note"],
    ],
    ["Power Automate, stopped", power("shared_office365", "Stopped"), ["note"]],
    ["Make, reading", { metadata: {}, flow: [{ module: "google-email:searchEmails" }] }, []],
    ["Make, a draft", { metadata: {}, flow: [{ module: "google-email:createDraft" }] }, []],
    ["something else", { nodes: 3, connections: [] }, []],
  ])("%s", async (_, value, expected) => {
    expect(await outcomes(value)).toEqual(expected);
  });
});
