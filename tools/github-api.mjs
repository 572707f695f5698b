// Cuts the operations that this project uses out of GitHub's OpenAPI description, for the contract test. By hand, when a
// route is added or the description is renewed: it is 385 MB installed, so it is fetched for this alone:
//   npm pack @octokit/openapi@23.0.2 --pack-destination /tmp && tar -xzf /tmp/octokit-openapi-23.0.2.tgz -C /tmp
//   node tools/github-api.mjs /tmp/package/generated/api.github.com.deref.json
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/load.mjs";
import { output } from "./lib/output.mjs";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("Which file? See the first lines of tools/github-api.mjs.");
  process.exit(2);
}

const description = JSON.parse(readFileSync(file, "utf8"));

function routesInUse() {
  const folder = join(root, "src/github");
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const found = [...texts, readFileSync(join(root, "src/app/clients.ts"), "utf8")].flatMap((text) =>
    [...text.matchAll(/"((?:GET|POST|PATCH|PUT|DELETE) \/[^"]+)"/g)].map(([, route]) => route),
  );
  return [...new Set(found)].sort();
}

/** Words for people are left out, and `nullable` becomes a type, as JSON Schema has it. */
function plain(schema) {
  if (Array.isArray(schema)) return schema.map(plain);
  if (schema === null || typeof schema !== "object") return schema;
  const { nullable, ...rest } = schema;
  const kept = Object.entries(rest).filter(
    ([key]) =>
      !["description", "example", "examples", "default", "externalDocs"].includes(key) ||
      (typeof rest[key] !== "string" && key !== "example" && key !== "examples" && key !== "default"),
  );
  const result = Object.fromEntries(kept.map(([key, value]) => [key, plain(value)]));
  if (nullable !== true) return result;
  if (result.type === undefined) return result;
  const withNull = { ...result, type: [result.type, "null"].flat() };
  return withNull.enum === undefined ? withNull : { ...withNull, enum: [...withNull.enum, null] };
}

function slice(route) {
  const [method, path] = route.split(" ");
  const operation = description.paths[path.replace("{basehead}", "{basehead}")]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`GitHub has no ${route}.`);
  const parameters = (operation.parameters ?? [])
    .filter(({ in: place }) => place !== "header")
    .map(({ name, in: place, required = false, schema }) => ({ name, in: place, required, schema: plain(schema) }));
  const body = operation.requestBody?.content?.["application/json"]?.schema;
  return [route, { parameters, ...(body === undefined ? {} : { body: plain(body) }) }];
}

const operations = Object.fromEntries(routesInUse().map(slice));
const head = { from: "@octokit/openapi, by tools/github-api.mjs", version: description.info.version };
output("test/fixtures/github-api.json", `${JSON.stringify({ ...head, operations }, null, 1)}\n`);
