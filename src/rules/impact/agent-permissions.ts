import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import { at, itemsOf, type PlacedText, textAt, textOf } from "../../text/tree.js";
import { treeOf } from "./agents/servers.js";

interface Switch {
  readonly path: readonly string[];
  readonly value: string;
  readonly says: string;
  readonly suggests: "note" | "advice";
}

/** Settings with which an agent's program stops asking. */
const SWITCHES: readonly Switch[] = [
  {
    path: ["permissions", "defaultMode"],
    value: "bypassPermissions",
    says: "The agent never asks before it acts.",
    suggests: "advice",
  },
  {
    path: ["skipDangerousModePermissionPrompt"],
    value: "true",
    says: "The warning before the agent stops asking is switched off.",
    suggests: "advice",
  },
  { path: ["approval_policy"], value: "never", says: "The agent never asks before it acts.", suggests: "note" },
  {
    path: ["sandbox_mode"],
    value: "danger-full-access",
    says: "The agent works outside its sandbox.",
    suggests: "advice",
  },
  {
    path: ["autoAccept"],
    value: "true",
    says: "The agent's tool calls are accepted without a question.",
    suggests: "note",
  },
  {
    path: ["chat.tools.autoApprove"],
    value: "true",
    says: "The agent's tool calls are accepted without a question.",
    suggests: "advice",
  },
  {
    path: ["chat.tools.global.autoApprove"],
    value: "true",
    says: "The agent's tool calls are accepted without a question.",
    suggests: "advice",
  },
  {
    path: ["enableAllProjectMcpServers"],
    value: "true",
    says: "Every tool server of the project is switched on without a question.",
    suggests: "note",
  },
];
const ANY_COMMAND = /^Bash(\(\*?(:\*)?\))?$/;

function detect(file: SourceFile): readonly Match[] {
  const root = treeOf(file);
  const switched = SWITCHES.flatMap(({ path, value, says, suggests }) => {
    const found = textAt(root, ...path);
    return found?.value === value ? [say(found, says, suggests, path.join("."))] : [];
  });
  const allowed = itemsOf(at(root, "permissions", "allow")).flatMap((item) => {
    const text = textOf(item);
    return text !== undefined && ANY_COMMAND.test(text.value)
      ? [say(text, "The agent may run any command.", "advice", "permissions.allow")]
      : [];
  });
  return [...switched, ...allowed];
}

function say(found: PlacedText, message: string, suggests: "note" | "advice", setting: string): Match {
  return {
    range: [found.start, found.end],
    message,
    because: [`The setting \`${setting}\` says so.`],
    suggests,
    identity: setting,
  };
}

export default defineRule({
  id: "impact/agent-permissions",
  family: "real-world-impact",
  summary: "An agent may act without asking.",
  why: "These settings travel with the repository, so everybody who opens it gives an agent the same freedom on their own computer, with their own accounts.",
  remedy:
    "List the few commands it really needs, or keep the setting in your own home folder and out of the repository.",
  trigger: null,
  confidence: "high",
  suggests: "advice",
  appliesTo: {
    paths: [
      "**/.claude/settings.json",
      "**/.claude/settings.local.json",
      "**/.codex/config.toml",
      "**/.gemini/settings.json",
      "**/.vscode/settings.json",
    ],
    keywords: ["permission", "approv", "sandbox_mode", "autoaccept", "mcpservers"],
  },
  detect,
  examples: {
    match: [
      { path: ".claude/settings.json", text: '{ "permissions": { "allow": ["Bash(*)"] } }', suggests: "advice" },
      { path: ".codex/config.toml", text: 'sandbox_mode = "danger-full-access"\n', suggests: "advice" },
      { path: ".claude/settings.local.json", text: '{ "enableAllProjectMcpServers": true }', suggests: "note" },
    ],
    skip: [
      {
        path: ".claude/settings.json",
        text: '{ "permissions": { "allow": ["Bash(npm test:*)"], "deny": ["Bash(*)"] } }',
      },
      { path: ".codex/config.toml", text: 'sandbox_mode = "workspace-write"\n' },
    ],
  },
});
