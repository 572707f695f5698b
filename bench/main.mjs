// `npm run bench`: how fast it is. `npm run bench -- NAME`: another benchmark of this folder, such as `rules`.
import { existsSync, readdirSync } from "node:fs";

const [, , name = "speed"] = process.argv;
const here = (path) => new URL(path, import.meta.url);
const found = [`./${name}.mjs`, `./${name}/main.mjs`].find(
  (path) => /^[\w-]+(?:\/[\w-]+)?$/.test(name) && existsSync(here(path)),
);
if (found === undefined) {
  const folders = readdirSync(here("."), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  console.error(
    `There is no benchmark ${name}. There are: speed, rules, ${folders.map((one) => one.name).join(", ")}.`,
  );
  process.exitCode = 2;
} else {
  process.argv.splice(2, 1);
  await import(here(found).href);
}
