// Writes generated files, or with `--check` says which of them are not current.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./load.mjs";

const checking = process.argv.includes("--check");
const stale = [];

export function output(path, content) {
  const file = join(root, path);
  const current = existsSync(file) ? readFileSync(file, "utf8") : null;
  if (current === content) return;
  if (checking) stale.push(path);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.error(`wrote ${path}`);
  }
}

/** Removes what is in a generated folder and is no longer written. */
export function prune(folder, paths) {
  if (!existsSync(join(root, folder))) return;
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    const path = relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/");
    if (!entry.isFile() || paths.has(path)) continue;
    if (checking) stale.push(path);
    else rmSync(join(root, path));
  }
}

/** Exits with 1 when something was stale. `remedy` is the command that brings it up to date. */
export function finish(remedy) {
  if (stale.length === 0) return;
  console.error(`Not current: ${stale.join(", ")}. Run \`${remedy}\` and commit what it writes.`);
  process.exit(1);
}
