// How well real people's tables are told from made-up ones.
//
//   node bench/data/main.mjs [--made-up FOLDER]… [--svg FILE] REPOSITORY…
//
// Real people are the authors of the git repositories that are given, read at run time and kept nowhere. Every second
// repository was fitted on; only the others are measured, and only generators that were not fitted on. Files in FOLDER
// are made up, whatever made them. Prints markdown.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "../../tools/lib/load.mjs";
import { calibrationSvg } from "./calibration.mjs";
import { LAYOUTS } from "./layouts.mjs";
import { peers } from "./peers.mjs";
import { authors, directory, fakerRows, LOCALES, numbers, scriptRows } from "./people.mjs";

const { analyse } = await load("src/rules/data/judge/analyse.ts");
const { isHandoff } = await load("src/rules/data/judge/assess.ts");
const { sourceFile } = await load("src/scan/source-file.ts");

const OWN = "acme-works.example";
const SIZES = [20, 50, 200];

const folders = [];
const repositories = [];
let svg = null;
for (let i = 2; i < process.argv.length; i++) {
  if (process.argv[i] === "--made-up") folders.push(process.argv[++i]);
  else if (process.argv[i] === "--svg") svg = process.argv[++i];
  else repositories.push(process.argv[i]);
}

const surroundings = (domains = []) => ({
  paths: new Set(),
  context: [],
  production: {},
  organization: { emailDomains: domains, hosts: [] },
  declared: { data: [], ai: [], environments: [] },
});

async function judge(path, bytes, domains) {
  const { judgements } = await analyse(sourceFile({ path, bytes }), surroundings(domains));
  const [first] = judgements;
  return { handoff: first !== undefined && isHandoff(first), score: first?.weighed.score ?? null };
}

const draw = numbers(3);
function sample(rows, n) {
  const picked = new Set();
  while (picked.size < Math.min(n, rows.length)) picked.add(draw(rows.length));
  return [...picked].sort((a, b) => a - b).map((i) => rows[i]);
}

const held = repositories
  .filter((_, i) => i % 2 === 1)
  .map((path) => authors(path))
  .filter((rows) => rows.length >= SIZES[0]);
const share = (hits) => (hits.length === 0 ? "–" : `${hits.filter(Boolean).length} of ${hits.length}`);
const points = [];

console.log(`### Real people, ${held.length} repositories that were not fitted on\n`);
console.log(`| layout | ${SIZES.map((n) => `${n} rows`).join(" | ")} |\n|---|${SIZES.map(() => "---:").join("|")}|`);
const all = [];
for (const [name, { path, make }] of Object.entries(LAYOUTS)) {
  const cells = [];
  for (const n of SIZES) {
    const hits = [];
    for (const rows of held.filter(({ length }) => length >= n)) {
      for (const some of [rows.slice(0, n), sample(rows, n)]) {
        const { handoff, score } = await judge(path, await make(some));
        hits.push(handoff);
        if (score !== null) points.push({ score, isReal: true });
      }
    }
    cells.push(share(hits));
    all.push(...hits);
  }
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
console.log(`\nIn all: ${share(all)} (${((100 * all.filter(Boolean).length) / all.length).toFixed(1)}%).\n`);

const staff = [];
const mixed = [];
for (const rows of held) {
  for (const n of SIZES) {
    const some = directory(rows, OWN).slice(0, n);
    if (some.length >= n * 0.7) staff.push((await judge("people.csv", LAYOUTS.csv.make(some), [OWN])).handoff);
  }
  if (rows.length >= 50) {
    const fakes = fakerRows("en", 950, true, rows.length);
    const together = [...fakes.slice(0, 475), ...sample(rows, 50), ...fakes.slice(475)];
    const shuffled = together
      .map((row) => [draw(1e6), row])
      .sort((a, b) => a[0] - b[0])
      .map(([, row]) => row);
    for (const table of [together, shuffled]) mixed.push((await judge("people.csv", LAYOUTS.csv.make(table))).handoff);
  }
}
console.log(
  `Company directories, the organisation's domain declared: ${share(staff)}. Fifty real rows among 950 made-up ones: ${share(mixed)}.\n`,
);

const madeUp = [];
async function addMadeUp(from, path, bytes) {
  const { handoff, score } = await judge(path, bytes);
  madeUp.push({ from, handoff });
  if (score !== null) points.push({ score, isReal: false });
}
const generators = [
  ...LOCALES.flatMap((locale) => [true, false].map((linked) => (n) => fakerRows(locale, n, linked, 900 + n))),
  ...[0, 1, 2, 3, 4, 5, "mixed"].map((recipe) => (n) => scriptRows(n, recipe, 900 + n)),
].filter((_, i) => i % 2 === 1);
const layouts = Object.values(LAYOUTS);
for (const [i, make] of generators.entries()) {
  for (const n of SIZES) {
    const { path, make: render } = layouts[(i + n) % layouts.length];
    await addMadeUp("locales of faker and scripts that were not fitted on", path, await render(make(n)));
  }
}
function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() && statSync(path).size < 20e6) yield path;
  }
}
for (const folder of folders) {
  for (const path of filesIn(folder))
    await addMadeUp(`files in ${folder.split("/").at(-1)}`, path.slice(folder.length + 1), readFileSync(path));
}

console.log("### Made-up people\n\n| from | files | handoffs |\n|---|---:|---:|");
for (const from of new Set(madeUp.map((one) => one.from))) {
  const own = madeUp.filter((one) => one.from === from);
  console.log(`| ${from} | ${own.length} | ${own.filter(({ handoff }) => handoff).length} |`);
}
console.log(`| in all | ${madeUp.length} | ${madeUp.filter(({ handoff }) => handoff).length} |\n`);

const flagged = all.filter(Boolean).length;
const wrong = madeUp.filter(({ handoff }) => handoff).length;
console.log(`Precision at handoff: ${flagged} of ${flagged + wrong}.\n`);
console.log(await peers(layouts, held, generators));
if (svg !== null) writeFileSync(svg, calibrationSvg(points));
