// How fast the command line is, on a corpus that it builds itself. Prints tables that can be pasted.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load, root } from "../tools/lib/load.mjs";
import { CHANGED, corpus } from "./corpus.mjs";

const RUNS = 5;
const SHORT_RUNS = 11;
const cli = join(root, "dist/cli.js");
const memory = fileURLToPath(new URL("./peak-memory.mjs", import.meta.url));

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

/** Milliseconds of each of some runs of node, and the most memory one of them took, in MB. */
function measure(args, runs) {
  const folder = mkdtempSync(join(tmpdir(), "handrail-bench-"));
  const report = join(folder, "memory");
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const options = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, HANDRAIL_BENCH_MEMORY: report } };
    const { status } = spawnSync(process.execPath, args, options);
    if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
    return performance.now() - start;
  });
  const peak = args.includes("--import") ? Number(readFileSync(report, "utf8")) / 1024 : Number.NaN;
  rmSync(folder, { recursive: true });
  return { milliseconds: median(times), peak };
}

function wholeProcess(folder, megabytes) {
  const { milliseconds, peak } = measure(["--import", memory, cli, "check", folder, "--format", "json"], RUNS);
  const speed = (megabytes / milliseconds) * 1000;
  row("whole process", `${(milliseconds / 1000).toFixed(2)} s`, `${speed.toFixed(0)} MB/s`, `${peak.toFixed(0)} MB`);
}

function starts(folder) {
  const bare = measure(["-e", "0"], SHORT_RUNS).milliseconds;
  const times = [
    ["`node -e 0`", ["-e", "0"]],
    ["`handrail --version`", [cli, "--version"]],
    ["`handrail check` on one small example", [cli, "check", join(root, "examples/mock-data")]],
    [`\`handrail check --base\` on a change of ${CHANGED} files`, [cli, "check", folder, "--base", "main"]],
  ];
  for (const [name, args] of times) {
    const { milliseconds } = measure(args, SHORT_RUNS);
    row(name, `${milliseconds.toFixed(0)} ms`, `${(milliseconds / bare).toFixed(1)}`);
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
