// Builds the command line as people run it: a bundle, what V8 makes of it, and the few lines that start both.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { COMMON } from "./common.mjs";
import { root } from "./load.mjs";

/** One expression: a function that takes `require` and the address of the file that starts it. */
const AS_FUNCTION = {
  banner: { js: "(function (require, __address) {" },
  footer: { js: "})" },
  define: { "import.meta.url": "__address" },
};

/** A run that goes through most of what a small check goes through. What it says, and how it ends, is not looked at. */
const TYPICAL = ["check", join(root, "examples/mock-data")];

/** The folder is emptied first. */
export async function buildCommandLine(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bundle = await writeBundle(folder);
  spawnSync(process.execPath, [join(root, "tools/lib/compile.mjs"), bundle, ...TYPICAL], { stdio: "ignore" });
  const start = readFileSync(join(root, "tools/lib/start.cjs"), "utf8");
  writeFileSync(join(folder, "cli.js"), start.replace("BUNDLE", JSON.stringify(basename(bundle))));
  chmodSync(join(folder, "cli.js"), 0o755);
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
}

async function writeBundle(folder) {
  const { outputFiles } = await build({
    ...COMMON,
    ...AS_FUNCTION,
    entryPoints: { handrail: "src/cli/main.ts" },
    format: "cjs",
    minify: true,
    // Its content is in its name, so that what was compiled is never that of another bundle.
    entryNames: "[name]-[hash]",
    outdir: folder,
    write: false,
  });
  const [{ path, text }] = outputFiles;
  writeFileSync(path, inAscii(text));
  return path;
}

/** esbuild leaves the letters in patterns as they are; V8 holds a text of ASCII alone in half the memory. */
function inAscii(text) {
  return text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
