// Runs the deploy rules on folders, each file with its repository around it, the way the product does.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { load } from "../../tools/lib/load.mjs";

const LARGEST = 1_000_000;
const SKIPPED = new Set([".git", "node_modules"]);

export function filesBelow(folder) {
  const found = [];
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) open.push(path);
      else if (entry.isFile() && statSync(path).size <= LARGEST)
        found.push(relative(folder, path).replaceAll("\\", "/"));
    }
  }
  return found.sort();
}

export const engine = await load("bench/deploy/engine.ts");

/** Findings of the deploy family for a folder. `rename` gives a file the path it would have in use. */
export async function findingsIn(folder, { rename = (path) => path, only = () => true } = {}) {
  const files = filesBelow(folder).map((path) => ({ path: rename(path), bytes: readFileSync(join(folder, path)) }));
  return engine.findings(
    files.filter(({ path }) => only(path)),
    files,
  );
}
