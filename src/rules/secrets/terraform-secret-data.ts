import { TERRAFORM_SECRETS } from "../../catalogue/secrets/terraform-data.js";
import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { allBlocks, type HclBlock, hclOf } from "../../text/hcl.js";
import { factsIn, type Position } from "./evidence/production.js";
import { REFERENCE_WORDS, referenceMatch } from "./evidence/reference.js";
import { pathEnvironment } from "./evidence/surroundings.js";

const data = (type: string, body: string, path = "infra/main.tf") => ({
  path,
  text: `data "${type}" "db" {\n  ${body}\n}\n`,
});

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/terraform-secret-data",
  summary: "This Terraform code reads a production secret.",
  appliesTo: { paths: ["**/*.{tf,tofu,hcl}"], keywords: Object.keys(TERRAFORM_SECRETS) },
  detect: (file, surroundings) => allBlocks(hclOf(file)).flatMap((block) => look(block, file, surroundings)),
  limits: "A name that is put together from variables is judged by its fixed parts and by the folder.",
  examples: {
    match: [
      { ...data("aws_secretsmanager_secret_version", 'secret_id = "prod/orders/db"'), suggests: "handoff" },
      { ...data("doppler_secrets", 'config = "prd"'), suggests: "handoff" },
      { ...data("azurerm_key_vault", 'name = "acme-prod-kv"'), suggests: "handoff" },
      { ...data("aws_ssm_parameter", 'name = "/orders/db"', "environments/prod/main.tf"), suggests: "handoff" },
    ],
    skip: [
      data("aws_secretsmanager_secret_version", 'secret_id = "dev/orders/db"'),
      data("aws_secretsmanager_secret_version", 'secret_id = "preprod/orders/db"'),
      data("aws_secretsmanager_secret_version", "secret_id = var.secret"),
      data("doppler_secrets", 'config = "stg"'),
      data("aws_ami", 'name = "prod-*"'),
    ],
  },
});

function look(block: HclBlock, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  const source = block.type === "data" ? TERRAFORM_SECRETS[block.labels[0] ?? ""] : undefined;
  if (source === undefined) return [];
  const named = Object.entries(source.attributes).flatMap(([name, kind]): readonly Position[] => {
    const value = block.attributes.get(name)?.string ?? block.attributes.get(name)?.expression;
    return value === undefined ? [] : [...factsIn(value), { kind, value }];
  });
  const says = pathEnvironment(file.path, surroundings.production.words);
  const folder = file.path.split("/").slice(-2).join("/");
  const positions = says === "none" ? named : [...named, { kind: "word" as const, value: folder }];
  const quoted = `data ${block.labels.join(".")}: ${named.map(({ value }) => value).join(", ")}`;
  const place = { range: [block.start, block.start + block.type.length] as const };
  return referenceMatch({ what: source.what, quoted, positions, place }, file, surroundings);
}
