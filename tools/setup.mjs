// Makes `npm test`, `npm run demo` and `npm run check` work as the first command in a fresh clone:
// installs what is missing, once, and builds when the sources are newer than the build. Only Node's own modules here.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (path) => join(root, path);
const INSTALLED = "node_modules/.package-lock.json";

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (error !== undefined || status !== 0) {
    console.error(`\nThe set-up stopped: \`${command} ${args.join(" ")}\` did not finish. What it said is above.`);
    process.exit(3);
  }
}

const changed = (path) => (existsSync(at(path)) ? statSync(at(path)).mtimeMs : 0);

function newest(folder) {
  return readdirSync(at(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs), 0);
}

if (changed(INSTALLED) < changed("package-lock.json")) {
  console.error("Installing what Handrail needs. This happens once and takes a minute or so.");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  utimesSync(at(INSTALLED), new Date(), new Date());
}

if (process.argv.includes("--build")) {
  const sources = Math.max(newest("src"), newest("tools"), changed("package.json"));
  if (changed("dist/cli.js") < sources) run(process.execPath, [at("tools/build.mjs")]);
}
