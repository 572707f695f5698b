// `npm run new-rule family/name`: makes the form of a rule that already works, registers it, and says what comes next.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./lib/load.mjs";

const FAMILIES = {
  secrets: { family: "production-secret", trigger: "production-systems" },
  data: { family: "real-data", trigger: "sensitive-data" },
  deploy: { family: "deploy-config", trigger: "production-systems" },
  ai: { family: "ai-service", trigger: null },
  impact: { family: "real-world-impact", trigger: "real-world-impact" },
};

const id = process.argv[2] ?? "";
const [folder = "", name = ""] = id.split("/");
const file = `src/rules/${folder}/${name}.ts`;

if (
  !Object.hasOwn(FAMILIES, folder) ||
  !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) ||
  name.length < 3 ||
  name.length > 40
) {
  stop(`A rule is called family/name, for example deploy/acme-cloud: lower case, 3 to 40 letters, digits and hyphens.
The families are ${Object.keys(FAMILIES).join(", ")}.`);
}
if (existsSync(join(root, file))) stop(`${file} is there already. Pick another name, or change that one.`);

mkdirSync(dirname(join(root, file)), { recursive: true });
writeFileSync(join(root, file), form(FAMILIES[folder]));
const { status } = spawnSync(process.execPath, [join(root, "tools/generate.mjs")], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 3);

console.log(`Made ${file}: it works, and notices the word "${name}". Next:
  1. Write its examples: what it should notice, and every harmless twin to leave alone.
  2. Write detect, and the texts in the reader's words.
  3. npm test -- test/rules/examples.test.ts -t ${id}
  4. npm run generate, and look at docs/rules/${folder}/${name}.md.`);

function form({ family, trigger }) {
  return `import { defineRule } from "../../model/rule.js";

const NAME = /\\b${name}\\b/gi;

export default defineRule({
  id: "${id}",
  family: "${family}",
  summary: "The file names ${name}.",
  why: "Say in the reader's words why that matters.",
  remedy: "Say what the reader can do next.",
  trigger: ${trigger === null ? "null" : `"${trigger}"`},
  confidence: "low",
  suggests: "note",
  appliesTo: { keywords: ["${name}"] },
  detect: (file) =>
    [...file.text.matchAll(NAME)].map(({ index, 0: word }) => ({
      range: [index, index + word.length],
      because: [\`It names \${word}.\`],
    })),
  examples: {
    match: [{ path: "app.py", text: 'run("${name}")' }],
    skip: [{ path: "app.py", text: 'run("something else")' }],
  },
});
`;
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
