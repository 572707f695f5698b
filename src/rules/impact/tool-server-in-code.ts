import { TOOL_SERVERS } from "../../catalogue/impact/tool-servers.js";
import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { addressesIn, addressTest } from "../../text/hosts.js";
import { isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { codeOf, sourceOf } from "../../text/source-code.js";
import { isKnownServer, toolServer } from "./agents/reach.js";

const mayReachServer = addressTest(TOOL_SERVERS.map(({ host }) => host));

function detect(file: SourceFile, surroundings: Surroundings): readonly Match[] {
  if (isTestPath(file.path) || isVendoredPath(file.path)) return [];
  if (!mayReachServer(sourceOf(file).text)) return [];
  const code = codeOf(file);
  return code.tokens.flatMap((token, i) => {
    if (token.kind !== "string" || !token.text.includes("://") || token.text.length > 500) return [];
    const host = addressesIn(token.text)[0]?.host;
    if (host === undefined || !isKnownServer(host)) return [];
    const near = code.tokens.slice(Math.max(0, i - 20), i + 40);
    const said = near
      .map(({ text }) => text)
      .join(" ")
      .toLowerCase();
    const match = toolServer(host, said, "in the code", surroundings);
    return match === null ? [] : [{ ...match, ...code.placeOf([token.start, token.end]) }];
  });
}

export default defineRule({
  id: "impact/tool-server-in-code",
  family: "real-world-impact",
  summary: "Code connects an agent to tools that write.",
  why: "A tool server (MCP) lends an agent somebody's hands: what that account may change, the agent may change, and a text it reads on the way may talk it into things nobody asked for.",
  remedy: "Ask whether the agent only needs to read. Most tool servers have a read-only setting or a test account.",
  trigger: "real-world-impact",
  confidence: "medium",
  suggests: "handoff",
  appliesTo: { kinds: ["code", "notebook"], keywords: TOOL_SERVERS.map(({ host }) => host.replace("*.", "")) },
  detect,
  limits: "Only servers that are known by their address are seen.",
  examples: {
    match: [
      {
        path: "agent.py",
        text: 'client = MultiServerMCPClient({"linear": {"url": "https://mcp.linear.app/mcp", "transport": "http"}})',
        suggests: "note",
      },
      {
        path: "agent.ts",
        text: 'const pay = { url: "https://mcp.stripe.com", headers: { Authorization: process.env.STRIPE_LIVE_KEY } };',
        suggests: "handoff",
      },
    ],
    skip: [
      { path: "agent.py", text: 'tools = MCPTools(url="https://mcp.supabase.com/mcp?read_only=true")' },
      { path: "agent.py", text: "# https://mcp.linear.app/mcp" },
      { path: "agent.py", text: 'MCPTools(url="http://localhost:8000/mcp")' },
    ],
  },
});
