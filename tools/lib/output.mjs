// Writes generated files, or with `--check` says which of them are not current.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** Exits with 1 when something was stale. `remedy` is the command that brings it up to date. */
export function finish(remedy) {
  if (stale.length === 0) return;
  console.error(`Not current: ${stale.join(", ")}. Run \`${remedy}\` and commit what it writes.`);
  process.exit(1);
}
