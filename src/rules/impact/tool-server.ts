import { TOOL_SERVER_FILES } from "../../catalogue/impact/tool-servers.js";
import { defineRule } from "../../model/rule.js";
import { isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { reachOf } from "./agents/reach.js";
import { serversIn } from "./agents/servers.js";

const config = (servers: unknown, key = "mcpServers") => JSON.stringify({ [key]: servers }, null, 2);

export default defineRule({
  id: "impact/tool-server",
  family: "real-world-impact",
  summary: "An agent is given tools that reach other systems.",
  why: "A tool server (MCP) lends an agent somebody's hands: what that account may change, the agent may change, and a text it reads on the way may talk it into things nobody asked for.",
  remedy:
    "Ask whether the agent only needs to read. Most tool servers have a read-only setting or a test account; with one of those there is nothing to talk about.",
  trigger: "real-world-impact",
  confidence: "medium",
  suggests: "handoff",
  appliesTo: { paths: TOOL_SERVER_FILES, keywords: ["mcp", "servers", "context_servers"] },
  detect: (file, surroundings) =>
    isTestPath(file.path) || isVendoredPath(file.path)
      ? []
      : serversIn(file).flatMap((server) => reachOf(server, surroundings) ?? []),
  limits:
    "What a server can do is known by its address only. A server that a program starts by itself is seen only where it has an address.",
  examples: {
    match: [
      {
        path: ".mcp.json",
        text: config({
          db: {
            command: "npx",
            args: ["-y", "@modelcontextprotocol/server-postgres", "postgresql://reader@db.prod.acme.io/shop"],
          },
        }),
        suggests: "handoff",
      },
      {
        path: ".vscode/mcp.json",
        text: config({ linear: { url: "https://mcp.linear.app/sse" } }, "servers"),
        suggests: "note",
      },
      { path: ".codex/config.toml", text: '[mcp_servers.pay]\nurl = "https://mcp.stripe.com"\n', suggests: "advice" },
      {
        path: ".cursor/mcp.json",
        text: config({ k: { command: "kubectl-mcp", env: { KUBECONFIG: "/etc/kube/prod" } } }),
        suggests: "handoff",
      },
      {
        path: ".mcp.json",
        text: config({ z: { command: "npx", args: ["mcp-remote", "https://mcp.zapier.com/s/x"] } }),
      },
      {
        path: "claude_desktop_config.json",
        text: config({ fs: { command: "npx", args: ["@modelcontextprotocol/server-filesystem", "/"] } }),
        suggests: "advice",
      },
      { path: ".mcp.json", text: config({ acme: { url: "https://tools.initech.io/mcp" } }), suggests: "note" },
    ],
    skip: [
      {
        path: ".mcp.json",
        text: config({ db: { command: "npx", args: ["server-postgres", "postgresql://localhost/shop"] } }),
      },
      { path: ".mcp.json", text: config({ supabase: { url: "https://mcp.supabase.com/mcp?read_only=true" } }) },
      { path: ".mcp.json", text: config({ pay: { url: "https://mcp.sandbox.paypal.com/sse" } }) },
      {
        path: ".mcp.json",
        text: config({
          docs: { url: "https://mcp.context7.com/mcp" },
          fs: { command: "npx", args: ["server-filesystem", "."] },
        }),
      },
      { path: ".mcp.json", text: config({ linear: { url: "https://mcp.linear.app/sse", disabled: true } }) },
      { path: "notes/mcp.md", text: "https://mcp.linear.app/sse" },
    ],
  },
});
