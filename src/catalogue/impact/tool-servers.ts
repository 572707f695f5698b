/** Tool servers (MCP) on the internet through which an agent can write, by the host they are reached at. */
export interface ToolServer {
  readonly host: string;
  readonly name: string;
  /** Ends the sentence "An agent can …". */
  readonly can: string;
  /** It moves money. */
  readonly money?: true;
  /** Texts in the address or the arguments that take the writing away, or show a test system. */
  readonly harmless: readonly string[];
  readonly source: string;
  readonly checked: string;
}

const checked = "2026-11-24";
const readOnly = ["read_only=true", "read-only=true", "readonly=true", "--read-only", "--readonly"] as const;

export const TOOL_SERVERS = [
  {
    host: "mcp.atlassian.com",
    name: "Atlassian",
    can: "change tickets and pages in Jira and Confluence",
    harmless: readOnly,
    source: "https://support.atlassian.com/rovo/docs/getting-started-with-the-atlassian-remote-mcp-server",
    checked,
  },
  {
    host: "mcp.linear.app",
    name: "Linear",
    can: "change tickets in Linear",
    harmless: readOnly,
    source: "https://linear.app/docs/mcp",
    checked,
  },
  {
    host: "mcp.notion.com",
    name: "Notion",
    can: "change pages in Notion",
    harmless: readOnly,
    source: "https://developers.notion.com/docs/mcp",
    checked,
  },
  {
    host: "mcp.stripe.com",
    name: "Stripe",
    can: "make payments with Stripe",
    money: true,
    harmless: [...readOnly, "sk_test_", "rk_test_", "stripe_test"],
    source: "https://docs.stripe.com/mcp",
    checked,
  },
  {
    host: "mcp.paypal.com",
    name: "PayPal",
    can: "move money with PayPal",
    money: true,
    harmless: [...readOnly, "mcp.sandbox.paypal.com"],
    source: "https://developer.paypal.com/tools/mcp-server",
    checked,
  },
  {
    host: "mcp.squareup.com",
    name: "Square",
    can: "take payments with Square",
    money: true,
    harmless: [...readOnly, "sandbox=true"],
    source: "https://developer.squareup.com/docs/mcp",
    checked,
  },
  {
    host: "mcp.supabase.com",
    name: "Supabase",
    can: "change a database in Supabase",
    harmless: [...readOnly, "features=docs"],
    source: "https://supabase.com/docs/guides/getting-started/mcp",
    checked,
  },
  {
    host: "mcp.neon.tech",
    name: "Neon",
    can: "change a database in Neon",
    harmless: readOnly,
    source: "https://neon.com/docs/ai/neon-mcp-server",
    checked,
  },
  {
    host: "mcp.sentry.dev",
    name: "Sentry",
    can: "change issues in Sentry",
    harmless: readOnly,
    source: "https://docs.sentry.io/product/sentry-mcp",
    checked,
  },
  {
    host: "mcp.posthog.com",
    name: "PostHog",
    can: "change feature flags and dashboards in PostHog",
    harmless: readOnly,
    source: "https://posthog.com/docs/model-context-protocol",
    checked,
  },
  {
    host: "mcp.hubspot.com",
    name: "HubSpot",
    can: "change customer records in HubSpot",
    harmless: readOnly,
    source: "https://developers.hubspot.com/mcp",
    checked,
  },
  {
    host: "mcp.intercom.com",
    name: "Intercom",
    can: "reach customers' conversations in Intercom",
    harmless: readOnly,
    source: "https://developers.intercom.com/docs/guides/mcp",
    checked,
  },
  {
    host: "mcp.asana.com",
    name: "Asana",
    can: "change tasks in Asana",
    harmless: readOnly,
    source: "https://developers.asana.com/docs/using-asanas-mcp-server",
    checked,
  },
  {
    host: "mcp.monday.com",
    name: "monday.com",
    can: "change boards in monday.com",
    harmless: readOnly,
    source: "https://developer.monday.com/api-reference/docs/monday-mcp",
    checked,
  },
  {
    host: "mcp.zapier.com",
    name: "Zapier",
    can: "start any action that is set up in Zapier",
    harmless: readOnly,
    source: "https://zapier.com/mcp",
    checked,
  },
  {
    host: "mcp.composio.dev",
    name: "Composio",
    can: "start any action that is set up in Composio",
    harmless: readOnly,
    source: "https://docs.composio.dev",
    checked,
  },
  {
    host: "mcp.slack.com",
    name: "Slack",
    can: "post in Slack",
    harmless: readOnly,
    source: "https://docs.slack.dev/ai/mcp-server",
    checked,
  },
  {
    host: "mcp.vercel.com",
    name: "Vercel",
    can: "change projects on Vercel",
    harmless: readOnly,
    source: "https://vercel.com/docs/mcp/vercel-mcp",
    checked,
  },
  {
    host: "netlify-mcp.netlify.app",
    name: "Netlify",
    can: "change sites on Netlify",
    harmless: readOnly,
    source: "https://docs.netlify.com/welcome/build-with-ai/netlify-mcp-server",
    checked,
  },
  {
    host: "*.mcp.cloudflare.com",
    name: "Cloudflare",
    can: "change things at Cloudflare",
    harmless: [...readOnly, "docs.mcp.cloudflare.com"],
    source: "https://developers.cloudflare.com/agents/model-context-protocol/mcp-servers-for-cloudflare",
    checked,
  },
  {
    host: "api.githubcopilot.com",
    name: "GitHub",
    can: "change issues and code on GitHub",
    harmless: [...readOnly, "/mcp/readonly", "/readonly"],
    source: "https://github.com/github/github-mcp-server",
    checked,
  },
] as const satisfies readonly ToolServer[];

/** Tool servers that only look things up. */
export const READING_SERVERS: readonly string[] = [
  "mcp.context7.com",
  "mcp.deepwiki.com",
  "learn.microsoft.com",
  "docs.mcp.cloudflare.com",
  "knowledge-mcp.global.api.aws",
  "mcp.exa.ai",
  "mcp.tavily.com",
  "huggingface.co",
  "gitmcp.io",
];

/** Where tool servers are configured, as globs; the names are the programs'. */
export const TOOL_SERVER_FILES: readonly string[] = [
  "**/.mcp.json",
  "**/mcp.json",
  "**/mcp_config.json",
  "**/.vscode/mcp.json",
  "**/.vscode/mcpservers.json",
  "**/.vscode/mcp_config.json",
  "**/.vscode/settings.json",
  "**/.claude/settings.json",
  "**/.claude/settings.local.json",
  "**/.claude-plugin/plugin.json",
  "**/claude_desktop_config.json",
  "**/cline_mcp_settings.json",
  "**/.gemini/settings.json",
  "**/.codex/config.toml",
  "**/opencode.json",
  "**/.zed/settings.json",
  "**/mcp_agent.config.yaml",
  "**/librechat.yaml",
  "**/.continue/**/*.yaml",
  "**/*.code-workspace",
];
