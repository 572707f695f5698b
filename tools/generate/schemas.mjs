// The schemas of the two files people write, strict so that an editor underlines a slip. The readers are kinder.
import { load } from "../lib/load.mjs";
import { jsonSchema } from "./schema.mjs";

/** Path and content of each. */
export async function fileSchemas() {
  const [{ ManifestFile }, { PolicyFile }] = [
    await load("src/model/manifest-file.ts"),
    await load("src/model/policy-file.ts"),
  ];
  return [
    ["schema/ai-experiment.v1.json", strict(ManifestFile)],
    ["schema/ai-experiment-policy.v1.json", strict(PolicyFile)],
  ];
}

/** Keys that begin with `x-` are people's own. */
function strict(schema) {
  const document = JSON.parse(jsonSchema(schema, "input"));
  return `${JSON.stringify({ ...document, patternProperties: { "^x-": {} }, additionalProperties: false }, null, 2)}\n`;
}
