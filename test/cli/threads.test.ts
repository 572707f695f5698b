import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { build } from "esbuild";
import { threads } from "../../src/cli/threads.js";
import type { RawFile } from "../../src/model/source-file.js";
import { RULES } from "../../src/rules/index.js";
import type { Crew } from "../../src/scan/crew.js";
import { type Scanned, scan } from "../../src/scan/scan.js";
import { surroundings } from "../support/run-rule.js";

/** How a thread may end when it is given files. */
const ENDS = { breaks: 'throw new Error("broken");', leaves: "process.exit(0);" };

let folder: string;
const script = (name: string) => pathToFileURL(join(folder, name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "handrail-threads-"));
  await build({
    entryPoints: ["src/cli/thread.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    banner: { js: 'import { createRequire as forTest } from "node:module"; const require = forTest(import.meta.url);' },
    outfile: join(folder, "thread.mjs"),
    logLevel: "error",
  });
  const tells = 'import { writeFileSync } from "node:fs"; import { parentPort, threadId } from "node:worker_threads";';
  const told = 'writeFileSync(new URL("ready-" + threadId, import.meta.url), "");';
  writeFileSync(join(folder, "tells.mjs"), `import "./thread.mjs"; ${tells} ${told}`);
  writeFileSync(join(folder, "missing-part.mjs"), 'import "./nowhere.mjs";');
  for (const [name, act] of Object.entries(ENDS)) {
    const listen = `parentPort.postMessage("ready"); parentPort.on("message", () => { ${act} });`;
    writeFileSync(join(folder, `${name}.mjs`), `${tells} ${listen} ${told}`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** 6 MB in 150 files; every tenth names a production secret, every fiftieth is a broken archive. */
function* files(): Generator<RawFile> {
  const filler = Buffer.from("const total = items.map((item) => item.count + 1);\n".repeat(800));
  for (let i = 0; i < 150; i++) {
    const workflow = `on: push\njobs:\n  a:\n    steps:\n      - run: x\n        env: { A: "\${{ secrets.PROD_KEY_${i} }}" }\n`;
    if (i % 50 === 25) yield { path: `data/${i}.xlsx`, bytes: Buffer.from("PK\u0003\u0004 broken") };
    else if (i % 10 === 0) yield { path: `.github/workflows/${i}.yml`, bytes: Buffer.from(workflow) };
    else yield { path: `src/${i}.ts`, bytes: filler };
  }
}

/** After 4 MB, long after the others were started, waits until so many threads are ready. */
async function* waitingFor(ready: number): AsyncGenerator<RawFile> {
  let count = 0;
  for (const file of files()) {
    if (++count === 120) {
      while (readdirSync(folder).filter((name) => name.startsWith("ready-")).length < ready) await pause();
      await pause();
    }
    yield file;
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

const look = (crew: Crew, ready: number) => scan(waitingFor(ready), RULES, surroundings(), "key", crew);
const alone = () => scan(files(), RULES, surroundings(), "key");
const told = ({ findings, gaps, failures, stats }: Scanned) => ({
  findings,
  gaps,
  failures,
  stats,
});

test("several threads see what one sees, each a part of it", async () => {
  const parts: number[] = [];
  const crew: Crew = async (...about) => {
    const sightings = await threads(script("tells.mjs"), 3)(...about);
    parts.push(...sightings.map((seen) => seen.files));
    return sightings;
  };
  const [several, one] = [await look(crew, 2), await alone()];
  expect(told(several)).toEqual(told(one));
  expect(one.findings.length).toBeGreaterThan(10);
  expect(one.gaps.length).toBeGreaterThan(0);
  expect(parts).toHaveLength(3);
  expect(Math.min(...parts)).toBeGreaterThan(0);
}, 60_000);

test("where no other thread can be started, one looks at everything", async () => {
  expect(told(await look(threads(script("missing-part.mjs"), 2), 0))).toEqual(told(await alone()));
}, 60_000);

test.each([
  ["breaks", "broken"],
  ["leaves", "ended before it had looked at everything"],
])("a thread that %s at its work is never silent", async (name, words) => {
  for (const file of readdirSync(folder).filter((one) => one.startsWith("ready-"))) rmSync(join(folder, file));
  await expect(look(threads(script(`${name}.mjs`), 2), 1)).rejects.toThrow(words);
});
