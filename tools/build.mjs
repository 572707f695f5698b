// Bundles what people run: the command line and the App into dist/, the Action into action/dist/, which is committed
// because GitHub runs it from there. `--check` builds the Action's bundle beside it and says when it is not current.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
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

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  // jsonc-parser's other build loads its parts at run time, which a bundle can't follow.
  mainFields: ["module", "main"],
  banner: { js: BANNER },
  legalComments: "none",
  logLevel: "warning",
};

/** Parsers of rare formats are loaded when a file needs them, so they become files of their own. */
async function buildCommandLine() {
  if (!existsSync(join(root, "src/cli/main.ts"))) return;
  rmSync(join(root, "dist"), { recursive: true, force: true });
  // The parts look for the other thread beside them.
  const entryPoints = { cli: "src/cli/main.ts", "parts/thread": "src/cli/thread.ts" };
  await build({
    ...COMMON,
    entryPoints,
    splitting: true,
    minify: true,
    chunkNames: "parts/[name]-[hash]",
    outdir: "dist",
  });
  chmodSync(join(root, "dist/cli.js"), 0o755);
}

/** The App keeps its packages in node_modules: they hold files that are read at run time. */
async function buildServer() {
  if (!existsSync(join(root, "src/app/main.ts"))) return;
  await build({ ...COMMON, entryPoints: { server: "src/app/main.ts" }, packages: "external", outdir: "dist" });
}

async function buildAction(outfile) {
  await build({ ...COMMON, entryPoints: ["action/main.ts"], minify: true, outfile });
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
else await Promise.all([buildCommandLine().then(buildServer), buildAction(join(root, BUNDLE))]);
