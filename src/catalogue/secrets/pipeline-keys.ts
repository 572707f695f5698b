import type { PositionKind } from "./channel.js";

/** Keys of settings files and pipelines whose value says where secrets come from. */
export interface SettingsChannel {
  readonly paths: readonly string[];
  readonly keys: Readonly<Record<string, PositionKind>>;
  readonly what: string;
  /** The path that leads to the key must hold one of these, where the key alone is too common. */
  readonly below?: readonly string[];
  readonly source: string;
}

export const SETTINGS_CHANNELS: readonly SettingsChannel[] = [
  {
    paths: ["**/.gitlab-ci.yml", "**/*.gitlab-ci.yml"],
    keys: { vault: "word", path: "word", name: "word", field: "word" },
    below: ["secrets"],
    what: "a secret from the pipeline's store",
    source: "https://docs.gitlab.com/ci/secrets/",
  },
  {
    paths: ["**/.circleci/config.yml", "**/.circleci/*.yml"],
    keys: { context: "word" },
    what: "the secrets of a CircleCI context",
    source: "https://circleci.com/docs/contexts/",
  },
  {
    paths: ["**/azure-pipelines*.{yml,yaml}", "**/{.azure,azure,pipelines,.pipelines}/**/*.{yml,yaml}"],
    keys: { group: "word", KeyVaultName: "vault", keyVaultName: "vault", azureSubscription: "subscription" },
    what: "the secrets of an Azure DevOps group or vault",
    source: "https://learn.microsoft.com/azure/devops/pipelines/library/variable-groups",
  },
  {
    paths: ["**/{.drone,.woodpecker}.{yml,yaml}", "**/.woodpecker/*.{yml,yaml}", "**/.buildkite/*.{yml,yaml}"],
    keys: { from_secret: "word" },
    what: "a secret of the pipeline",
    source: "https://woodpecker-ci.org/docs/usage/secrets",
  },
  {
    paths: ["**/doppler.{yml,yaml}"],
    keys: { config: "word" },
    what: "the secrets of a Doppler config",
    source: "https://docs.doppler.com/docs/cli",
  },
  {
    paths: ["**/.infisical.json"],
    keys: { defaultEnvironment: "word" },
    what: "the secrets of an Infisical environment",
    source: "https://infisical.com/docs/cli/project-config",
  },
  {
    paths: ["**/{compose,docker-compose}*.{yml,yaml}"],
    keys: { env_file: "word", file: "word", external: "word", name: "word" },
    below: ["secrets", "env_file"],
    what: "a file or store of secrets",
    source: "https://docs.docker.com/reference/compose-file/secrets/",
  },
  {
    paths: ["**/render.{yml,yaml}"],
    keys: { fromGroup: "word" },
    what: "the secrets of a Render group",
    source: "https://render.com/docs/blueprint-spec",
  },
  {
    paths: ["**/{Pulumi,pulumi}.*.{yml,yaml}", "**/Pulumi.{yml,yaml}"],
    keys: { environment: "word" },
    what: "the secrets of a Pulumi environment",
    source: "https://www.pulumi.com/docs/esc/",
  },
];
