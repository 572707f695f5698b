import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import { jsonOf } from "../../text/json.js";
import { at, hasKeys, itemsOf, textOf } from "../../text/tree.js";
import { yamlOf } from "../../text/yaml.js";

/** Rights with which a Slack app writes; the others read. */
const SLACK_WRITES =
  /^(chat:write(\..+)?|files:write|channels:manage|groups:write|im:write|mpim:write|admin\..+:write|users\.profile:write|reactions:write|canvases:write)$/;

function detect(file: SourceFile): readonly Match[] {
  const root = (/\.json$/i.test(file.path) ? jsonOf(file) : yamlOf(file)).documents[0];
  if (hasKeys(root, "display_information", "oauth_config")) {
    const scopes = ["bot", "user"].flatMap((kind) => itemsOf(at(root, "oauth_config", "scopes", kind)));
    const writing = scopes.flatMap((scope) => textOf(scope) ?? []).filter(({ value }) => SLACK_WRITES.test(value));
    const [first] = writing;
    if (first === undefined) return [];
    return [
      say(
        [first.start, first.end],
        "Slack",
        writing.map(({ value }) => value),
      ),
    ];
  }
  const bots = at(root, "bots");
  if (!hasKeys(root, "manifestVersion", "developer") || itemsOf(bots).length === 0 || bots === undefined) return [];
  return [say([bots.start, bots.start + 1], "Microsoft Teams", ["bots"])];
}

function say(range: readonly [number, number], where: string, rights: readonly string[]): Match {
  return {
    range,
    message: `This is an app for ${where} that can write there.`,
    because: [
      `Its manifest asks for ${rights.slice(0, 6).join(", ")}.`,
      "Who installs it, and in which channels, can't be seen from here.",
    ],
    identity: where,
    suggests: "note",
  };
}

export default defineRule({
  id: "impact/chat-app",
  family: "real-world-impact",
  summary: "A chat app can write where people read.",
  why: "An app in the company's chat speaks to everybody in its channels, in a voice people tend to trust.",
  remedy: "Install it in one test channel first, and say in the manifest's summary who it talks to.",
  trigger: "real-world-impact",
  confidence: "medium",
  suggests: "note",
  appliesTo: { paths: ["**/*manifest*.{json,yml,yaml}"], keywords: ["oauth_config", "manifestversion"] },
  detect,
  examples: {
    match: [
      {
        path: "manifest.json",
        text: '{"display_information":{"name":"Helper"},"oauth_config":{"scopes":{"bot":["chat:write"]}}}',
      },
      {
        path: "slack-manifest.yml",
        text: "display_information:\n  name: Helper\noauth_config:\n  scopes:\n    bot:\n      - chat:write.public\n",
      },
      { path: "appPackage/manifest.json", text: '{"manifestVersion":"1.17","developer":{},"bots":[{"botId":"x"}]}' },
    ],
    skip: [
      {
        path: "manifest.json",
        text: '{"display_information":{"name":"Reader"},"oauth_config":{"scopes":{"bot":["channels:history"]}}}',
      },
      { path: "public/manifest.json", text: '{"name":"Web app","icons":[]}' },
    ],
  },
});
