// Loads a TypeScript module of this project into a tool: bundled into a temporary file, imported, and removed.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export function load(entry) {
  return bundled(entry.replaceAll("/", "-"), { entryPoints: [join(root, entry)] });
}

let count = 0;

/** The same for a few lines of TypeScript that stand at the root. */
export function loadCode(contents) {
  return bundled(`code-${++count}`, { stdin: { contents, resolveDir: root, loader: "ts" } });
}

async function bundled(name, input) {
  const folder = join(root, "node_modules/.cache/handrail");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}-${process.pid}.mjs`);
  await build({
    ...input,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    outfile,
    logLevel: "error",
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
