// How fast the command line is, on a corpus that it builds itself. Prints tables that can be pasted.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { load, root } from "../tools/lib/load.mjs";
import { CHANGED, corpus } from "./corpus.mjs";

const RUNS = 9;
const SHORT_RUNS = 11;
const cli = join(root, "dist/cli.js");
const memory = fileURLToPath(new URL("./peak-memory.mjs", import.meta.url));

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

/** Milliseconds of one run of node. */
function timeOf(args, env = process.env) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"], env });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return performance.now() - start;
}

/** The most memory that a run took, in MB. Asking for it takes time, so that it is a run of its own. */
function peakOf(args) {
  const report = join(mkdtempSync(join(tmpdir(), "handrail-bench-")), "memory");
  timeOf(["--import", memory, ...args], { ...process.env, HANDRAIL_BENCH_MEMORY: report });
  const peak = Number(readFileSync(report, "utf8")) / 1024;
  rmSync(dirname(report), { recursive: true });
  return peak;
}

function wholeProcess(folder, megabytes) {
  const args = [cli, "check", folder, "--format", "json"];
  const time = median(Array.from({ length: RUNS }, () => timeOf(args)));
  const speed = (megabytes / time) * 1000;
  row("whole process", `${(time / 1000).toFixed(2)} s`, `${speed.toFixed(0)} MB/s`, `${peakOf(args).toFixed(0)} MB`);
}

/** The commands take turns, so that whatever else the machine does falls on all of them. */
function starts(folder) {
  const commands = [
    ["`node -e 0`", ["-e", "0"]],
    ["`handrail --version`", [cli, "--version"]],
    ["`handrail check` on one small example", [cli, "check", join(root, "examples/mock-data")]],
    [`\`handrail check --base\` on a change of ${CHANGED} files`, [cli, "check", folder, "--base", "main"]],
  ];
  const turns = Array.from({ length: SHORT_RUNS }, () => commands.map(([, args]) => timeOf(args)));
  const medians = commands.map((_, number) => median(turns.map((turn) => turn[number])));
  for (const [number, [name]] of commands.entries()) {
    row(name, `${medians[number].toFixed(0)} ms`, `${(medians[number] / medians[0]).toFixed(1)}`);
  }
}

const folder = corpus();
const { stages } = await load("bench/stages.ts");
const runs = [];
for (let run = 0; run < 3; run++) runs.push(await stages(folder));
const { files, bytes } = runs[0];
const megabytes = bytes / 1e6;
console.log(
  `${files} files, ${megabytes.toFixed(0)} MB, Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}\n`,
);
row("stage", "median", "speed", "peak memory");
row("---", "---", "---", "---");
for (const name of Object.keys(runs[0].milliseconds)) {
  const time = median(runs.map(({ milliseconds }) => milliseconds[name]));
  row(name, `${(time / 1000).toFixed(2)} s`, `${((megabytes / time) * 1000).toFixed(0)} MB/s`, "");
}
wholeProcess(folder, megabytes);
console.log("");
row("start", "median", "times `node -e 0`");
row("---", "---", "---");
starts(folder);
