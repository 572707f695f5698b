import type { PositionKind } from "./channel.js";

/** Steps of a GitHub workflow that log in or fetch secrets, and the inputs that say where. */
export interface SecretAction {
  /** The action without its version, lower case. */
  readonly uses: string;
  readonly what: string;
  readonly inputs: Readonly<Record<string, PositionKind>>;
  readonly source: string;
}

export const SECRET_ACTIONS: readonly SecretAction[] = [
  {
    uses: "aws-actions/configure-aws-credentials",
    what: "a role in AWS",
    inputs: { "role-to-assume": "word", "role-session-name": "word" },
    source: "https://github.com/aws-actions/configure-aws-credentials",
  },
  {
    uses: "aws-actions/aws-secretsmanager-get-secrets",
    what: "secrets from AWS Secrets Manager",
    inputs: { "secret-ids": "word" },
    source: "https://github.com/aws-actions/aws-secretsmanager-get-secrets",
  },
  {
    uses: "google-github-actions/auth",
    what: "a Google Cloud account",
    inputs: { project_id: "project", service_account: "word", workload_identity_provider: "word" },
    source: "https://github.com/google-github-actions/auth",
  },
  {
    uses: "google-github-actions/get-secretmanager-secrets",
    what: "secrets from Google Secret Manager",
    inputs: { secrets: "word" },
    source: "https://github.com/google-github-actions/get-secretmanager-secrets",
  },
  {
    uses: "azure/login",
    what: "an Azure account",
    inputs: { "subscription-id": "subscription", creds: "word" },
    source: "https://github.com/Azure/login",
  },
  {
    uses: "azure/get-keyvault-secrets",
    what: "secrets from Azure Key Vault",
    inputs: { keyvault: "vault" },
    source: "https://github.com/Azure/get-keyvault-secrets",
  },
  {
    uses: "hashicorp/vault-action",
    what: "secrets from HashiCorp Vault",
    inputs: { secrets: "word", namespace: "word", url: "host" },
    source: "https://github.com/hashicorp/vault-action",
  },
  {
    uses: "dopplerhq/secrets-fetch-action",
    what: "the secrets of a Doppler config",
    inputs: { "doppler-config": "word" },
    source: "https://github.com/DopplerHQ/secrets-fetch-action",
  },
  {
    uses: "infisical/secrets-action",
    what: "the secrets of an Infisical environment",
    inputs: { "env-slug": "word" },
    source: "https://github.com/Infisical/secrets-action",
  },
  {
    uses: "akeyless-community/akeyless-github-action",
    what: "secrets from Akeyless",
    inputs: { "static-secrets": "word", "dynamic-secrets": "word" },
    source: "https://github.com/akeyless-community/akeyless-github-action",
  },
];
