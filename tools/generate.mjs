// Writes everything that is derived: registry, schemas, rule pages, the README's outputs. Run after adding a rule; `--check` only looks.
import { readme } from "./generate/readme.mjs";
import { registry } from "./generate/registry.mjs";
import { rulePages } from "./generate/rule-pages.mjs";
import { jsonSchema } from "./generate/schema.mjs";
import { fileSchemas } from "./generate/schemas.mjs";
import { tool } from "./generate/tool.mjs";
import { load } from "./lib/load.mjs";
import { finish, output, prune } from "./lib/output.mjs";

output("src/rules/index.ts", registry());
output("src/model/tool.ts", tool());
output("schema/result.v1.json", jsonSchema((await load("src/model/result.ts")).Result, "input"));
for (const [path, content] of await fileSchemas()) output(path, content);

const pages = await rulePages();
for (const [path, content] of pages) output(path, content);
output("README.md", await readme());
prune("docs/rules", new Set(pages.map(([path]) => path)));
finish("npm run generate");
