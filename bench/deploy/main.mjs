// The deploy family on public repositories. Nothing is downloaded: give the folder in which they are checked out.
// node bench/deploy/main.mjs FOLDER   (see README.md beside this file)
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { kinds } from "./kinds.mjs";
import { quiet } from "./quiet.mjs";
import { twins } from "./twins.mjs";
import { workflows } from "./workflows.mjs";

const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error(
    "Give the folder in which the repositories are checked out, each as owner+name. See bench/deploy/README.md.",
  );
  process.exit(2);
}

const QUIET = [
  "Shubhamsaboo+awesome-llm-apps",
  "langchain-ai+streamlit-agent",
  "streamlit+llm-examples",
  "docker+awesome-compose",
  "mckaywrigley+chatbot-ui",
  "vercel+ai-chatbot",
  "anthropics+claude-cookbooks",
  "google-gemini+cookbook",
];
const TWINS = ["fluxcd+flux2-kustomize-helm-example", "gruntwork-io+terragrunt-infrastructure-live-example"];
const present = new Set(readdirSync(folder));
const absent = [...QUIET, ...TWINS, "bridgecrewio+checkov", "actions+starter-workflows"].filter(
  (name) => !present.has(name),
);

async function table(title, names, measure) {
  const rows = [];
  for (const name of names.filter((one) => present.has(one))) rows.push(await measure(join(folder, name)));
  if (rows.length === 0) return;
  console.log(`\n${title}`);
  console.table(rows.flat());
}

await table("Kinds, by folder of the scanner's tests", ["bridgecrewio+checkov"], kinds);
await table("Workflow templates that deploy", ["actions+starter-workflows"], workflows);
await table("Demo apps that must stay quiet", QUIET, quiet);
await table("Production and its twins", TWINS, twins);
if (absent.length > 0) console.log(`\nNot measured, because they are not there: ${absent.join(", ")}`);
