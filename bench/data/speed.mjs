// How fast the whole family about real data reads: gate, tables, columns, judgement, all its rules, in one process on one
// core: `npm run bench -- data/speed [FOLDER…]`. Without folders it builds a folder of mixed data files itself; of others
// it takes the files that the family looks at. What counts is processor time, which other work hardly changes. Prints markdown.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { load } from "../../tools/lib/load.mjs";
import { mixedFiles } from "./mix.mjs";

const RUNS = 3;
const DATA =
  "csv tsv tab psv json jsonl ndjson geojson har sql dump xlsx xlsm parquet sqlite sqlite3 db eml mbox vcf log yml yaml ipynb txt gz zip".split(
    " ",
  );
const { readAll } = await load("bench/data/family.ts");
const endingOf = (path) => path.slice(path.lastIndexOf(".") + 1).toLowerCase();

/** Data files of a folder, by their ending. Source text isn't counted: it is read faster still. */
function* dataFiles(folder, below = "") {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = join(below, entry.name);
    if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules") yield* dataFiles(folder, path);
    else if (entry.isFile() && DATA.includes(endingOf(path))) yield { path, layout: endingOf(path) };
  }
}

async function measured(files) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const said = await readAll(files);
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1000, wall: performance.now() - start, said };
}

/** The quickest of some runs: other work only ever adds. */
async function best(files) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measured(files));
  return runs.reduce((a, b) => (b.cpu < a.cpu ? b : a));
}

const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
const speed = (bytes, milliseconds) => `${(bytes / 1000 / milliseconds).toFixed(0)} MB/s`;

async function report(folder, files) {
  const held = files.map(({ path, layout }) => ({ layout, path, bytes: readFileSync(join(folder, path)) }));
  row("files", "number", "size", "processor time", "wall time");
  row("---", "---:", "---:", "---:", "---:");
  const line = async (name, some, run) => {
    const bytes = some.reduce((sum, one) => sum + one.bytes.length, 0);
    const { cpu, wall, said } = await run(some);
    row(
      name,
      some.length.toLocaleString("en"),
      `${(bytes / 1e6).toFixed(1)} MB`,
      speed(bytes, cpu),
      speed(bytes, wall),
    );
    return said;
  };
  // The first run of all is the one that counts for somebody who checks once, with the compiler still at work.
  const first = await measured(held);
  for (const layout of new Set(held.map((one) => one.layout))) {
    const some = held.filter((one) => one.layout === layout);
    await line(layout, some, best);
  }
  await line("all of them, in a fresh process", held, () => first);
  const said = await line("**all of them**", held, best);
  console.log(`\nSaid: ${[...said].map(([what, count]) => `${what} ${count}`).join(", ") || "nothing"}.\n`);
}

const folders = process.argv.slice(2);
if (folders.length === 0) {
  const { folder, files } = await mixedFiles();
  await report(folder, files);
}
for (const folder of folders.map((path) => resolve(path))) await report(folder, [...dataFiles(folder)]);
