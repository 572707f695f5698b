// How well live credentials and production references are told from their harmless twins, by us and by every scanner on
// the PATH, in one run: `node bench/secrets/main.mjs [FOLDER WITHOUT PRODUCTION SECRETS…] [--show]`
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { load } from "../../tools/lib/load.mjs";
import { flaggedBy, PEERS, versionOf } from "./peers.mjs";
import { references } from "./references.mjs";
import { twins } from "./twins.mjs";

const engine = await load("bench/secrets/engine.ts");
const rules = engine.RULES.filter(({ family }) => family === "production-secret");
const show = process.argv.includes("--show");
const clean = process.argv.slice(2).filter((word) => !word.startsWith("--"));

/** Every pair in a folder of its own, so that no file tells anything about another. */
function write(root, pairs, side) {
  return pairs.map((pair, n) => {
    const [path, content] = pair[side];
    const file = join(root, side, String(n), path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return pair.name;
  });
}

function* filesBelow(root, folder = root) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== ".git") yield* filesBelow(root, path);
    else if (entry.isFile()) yield { path: relative(root, path), bytes: readFileSync(path) };
  }
}

const surroundings = {
  paths: new Set(),
  context: [],
  production: engine.productionNames(engine.BUILT_IN_POLICY),
  organization: { emailDomains: [], hosts: [] },
  declared: { data: [], ai: [], environments: [] },
};

async function ours(folder, levels) {
  const found = new Set();
  for (const name of readdirSync(folder)) {
    const { findings } = await engine.scan(filesBelow(join(folder, name)), rules, surroundings, "bench");
    if (findings.some(({ suggests }) => levels.includes(suggests))) found.add(name);
  }
  return found;
}

const numbers = (paths) => new Set([...paths].map((path) => path.split("/")[0]));

async function measure(title, pairs, peers) {
  const root = mkdtempSync(join(tmpdir(), "twins-"));
  write(root, pairs, "live");
  write(root, pairs, "twin");
  const live = await ours(join(root, "live"), ["stop", "handoff"]);
  const twin = await ours(join(root, "twin"), ["stop", "handoff", "advice"]);
  const rows = [row("handrail", live.size, twin.size, pairs.length)];
  for (const peer of peers) {
    const found = ["live", "twin"].map((side) => numbers(flaggedBy(peer, join(root, side))).size);
    rows.push(row(`${peer.name} ${versionOf(peer)}`, found[0], found[1], pairs.length));
  }
  rmSync(root, { recursive: true });
  console.log(
    `\n${title}: ${pairs.length} pairs\n\n| scanner | found | harmless twins flagged |\n|---|---|---|\n${rows.join("\n")}`,
  );
  if (!show) return;
  pairs.forEach(({ name }, n) => {
    if (!live.has(String(n))) console.log(`missed: ${name}`);
    if (twin.has(String(n))) console.log(`flagged: ${name}`);
  });
}

const row = (name, found, flagged, count) => `| ${name} | ${found} of ${count} | ${flagged} of ${count} |`;

async function measureClean(folder, peers) {
  let bytes = 0;
  let count = 0;
  function* counted() {
    for (const file of filesBelow(folder)) {
      bytes += file.bytes.length;
      count++;
      yield file;
    }
  }
  const start = performance.now();
  const { findings } = await engine.scan(counted(), rules, surroundings, "bench");
  const seconds = (performance.now() - start) / 1000;
  const serious = findings.filter(({ suggests }) => suggests === "stop" || suggests === "handoff");
  const speed = (time) => `${time.toFixed(1)} s, ${(bytes / 1e6 / time).toFixed(1)} MB/s`;
  console.log(
    `\n${folder}: ${count} files, ${(bytes / 1e6).toFixed(1)} MB\n\n| scanner | files flagged | time |\n|---|---|---|`,
  );
  console.log(
    `| handrail, stop or handoff | ${new Set(serious.map(({ location }) => location.path)).size} | ${speed(seconds)} |`,
  );
  for (const peer of peers) {
    const from = performance.now();
    const flagged = flaggedBy(peer, folder).size;
    console.log(`| ${peer.name} | ${flagged} | ${speed((performance.now() - from) / 1000)} |`);
  }
  if (show) for (const { ruleId, location } of serious) console.log(`${ruleId} ${location.path}:${location.startLine}`);
}

const peers = PEERS.filter((peer) => versionOf(peer) !== null);
console.log(
  `Node ${process.version}, ${rules.length} rules; scanners on the PATH: ${peers.map(({ name }) => name).join(", ") || "none"}`,
);
await measure("Live credentials and their twins", twins(engine), peers);
await measure("Production references and their twins", references(), peers);
for (const folder of clean) await measureClean(folder, peers);
