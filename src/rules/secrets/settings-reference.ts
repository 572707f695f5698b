import { SETTINGS_CHANNELS, type SettingsChannel } from "../../catalogue/secrets/pipeline-keys.js";
import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { anyGlob } from "../../text/globs.js";
import { jsonOf } from "../../text/json.js";
import { oncePer } from "../../text/memo.js";
import { scalarsIn } from "../../text/tree.js";
import { yamlOf } from "../../text/yaml.js";
import { mayNameProduction } from "./evidence/mentions.js";
import { REFERENCE_WORDS, referenceMatch } from "./evidence/reference.js";

const testFor = oncePer(({ paths }: SettingsChannel) => anyGlob(paths));

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/settings-reference",
  summary: "A pipeline or settings file names a production store of secrets.",
  appliesTo: { paths: SETTINGS_CHANNELS.flatMap(({ paths }) => paths) },
  detect: (file, surroundings) =>
    mayNameProduction(file, surroundings.production)
      ? SETTINGS_CHANNELS.filter((channel) => testFor(channel)(file.path)).flatMap((channel) =>
          look(channel, file, surroundings),
        )
      : [],
  examples: {
    match: [
      { path: "doppler.yaml", text: "setup:\n  project: web\n  config: prd\n", suggests: "handoff" },
      { path: ".infisical.json", text: '{ "workspaceId": "1", "defaultEnvironment": "prod" }\n', suggests: "handoff" },
      {
        path: ".circleci/config.yml",
        text: "workflows:\n  main:\n    jobs:\n      - report:\n          context: prod-secrets\n",
        suggests: "handoff",
      },
      { path: "azure-pipelines.yml", text: "variables:\n  - group: prod-secrets\n", suggests: "handoff" },
      {
        path: ".gitlab-ci.yml",
        text: "report:\n  secrets:\n    DB:\n      vault: production/db/password@ops\n  script: [python report.py]\n",
        suggests: "handoff",
      },
      { path: "compose.yaml", text: "services:\n  web:\n    env_file: .env.production\n", suggests: "handoff" },
    ],
    skip: [
      { path: "doppler.yaml", text: "setup:\n  project: web\n  config: dev\n" },
      { path: ".infisical.json", text: '{ "workspaceId": "1", "defaultEnvironment": "dev" }\n' },
      {
        path: ".circleci/config.yml",
        text: "workflows:\n  main:\n    jobs:\n      - report:\n          context: staging-secrets\n",
      },
      { path: "azure-pipelines.yml", text: "variables:\n  - group: non-prod-secrets\n" },
      { path: "compose.yaml", text: "services:\n  web:\n    env_file: .env.development\n" },
    ],
  },
});

function look(channel: SettingsChannel, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  const parsed = file.path.endsWith(".json") ? jsonOf(file) : yamlOf(file);
  const scalars = parsed.documents.flatMap((document) => scalarsIn(document));
  return scalars.flatMap(({ path, value, start, end }) => {
    const parts = path.split(".");
    const kind = channel.keys[parts.at(-1) ?? ""];
    if (kind === undefined || !(channel.below?.some((word) => parts.includes(word)) ?? true)) return [];
    const place = { range: [start, end] as const };
    const quoted = `${parts.slice(-2).join(".")}: ${value}`;
    return referenceMatch({ what: channel.what, quoted, positions: [{ kind, value }], place }, file, surroundings);
  });
}
