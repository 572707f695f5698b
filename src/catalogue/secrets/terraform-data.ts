import type { PositionKind } from "./channel.js";

/** Terraform data sources that read a secret, and the attributes that say which. */
export const TERRAFORM_SECRETS: Readonly<
  Record<string, { readonly what: string; readonly attributes: Readonly<Record<string, PositionKind>> }>
> = {
  aws_secretsmanager_secret_version: { what: "a secret from AWS Secrets Manager", attributes: { secret_id: "word" } },
  aws_secretsmanager_secret: { what: "a secret from AWS Secrets Manager", attributes: { arn: "word", name: "word" } },
  aws_ssm_parameter: { what: "a parameter from AWS Systems Manager", attributes: { name: "word" } },
  google_secret_manager_secret_version: {
    what: "a secret from Google Secret Manager",
    attributes: { project: "project", secret: "word" },
  },
  google_secret_manager_secret_version_access: {
    what: "a secret from Google Secret Manager",
    attributes: { project: "project", secret: "word" },
  },
  azurerm_key_vault: { what: "a secret from Azure Key Vault", attributes: { name: "vault" } },
  azurerm_key_vault_secret: {
    what: "a secret from Azure Key Vault",
    attributes: { key_vault_id: "word", name: "word" },
  },
  vault_kv_secret_v2: { what: "a secret from HashiCorp Vault", attributes: { mount: "word", name: "word" } },
  vault_kv_secret: { what: "a secret from HashiCorp Vault", attributes: { path: "word" } },
  vault_generic_secret: { what: "a secret from HashiCorp Vault", attributes: { path: "word" } },
  onepassword_item: { what: "an item from a 1Password vault", attributes: { vault: "vault", title: "word" } },
  doppler_secrets: { what: "the secrets of a Doppler config", attributes: { config: "word", project: "word" } },
  infisical_secrets: { what: "the secrets of an Infisical environment", attributes: { env_slug: "word" } },
};
