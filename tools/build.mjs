// Bundles what people run: the command line and the App into dist/, the Action into action/dist/, which is committed
// because GitHub runs it from there. `--check` builds the Action's bundle beside it and says when it is not current.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { buildCommandLine } from "./lib/command-line.mjs";
import { COMMON } from "./lib/common.mjs";
import { root } from "./lib/load.mjs";

const BUNDLE = "action/dist/index.js";

/** CommonJS packages in a bundle ask for `require`, `__filename` and `__dirname`, which modules don't have. */
const BANNER = [
  'import { createRequire as __createRequire } from "node:module";',
  'import { fileURLToPath as __toPath } from "node:url";',
  "const require = __createRequire(import.meta.url);",
  "const __filename = __toPath(import.meta.url);",
  'const __dirname = __toPath(new URL(".", import.meta.url));',
].join("\n");

const MODULE = { ...COMMON, format: "esm", banner: { js: BANNER } };

/** The App keeps its packages in node_modules: they hold files that are read at run time. */
async function buildServer() {
  await build({ ...MODULE, entryPoints: ["src/app/main.ts"], packages: "external", outfile: "dist/server.mjs" });
}

async function buildAction(outfile) {
  await build({ ...MODULE, entryPoints: ["action/main.ts"], minify: true, outfile });
}

async function checkAction() {
  const folder = mkdtempSync(join(tmpdir(), "handrail-bundle-"));
  try {
    await buildAction(join(folder, "index.js"));
    const isCurrent =
      existsSync(join(root, BUNDLE)) && readFileSync(join(folder, "index.js")).equals(readFileSync(join(root, BUNDLE)));
    if (isCurrent) return;
    console.error(`${BUNDLE} is not current. Run \`npm run build\` and commit what it writes.`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv.includes("--check")) await checkAction();
else await Promise.all([buildCommandLine(join(root, "dist")).then(buildServer), buildAction(join(root, BUNDLE))]);
