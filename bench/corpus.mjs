// Builds the corpus that the benchmark reads: a git repository of 25,000 files and 120 MB, the same bytes every time.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../tools/lib/load.mjs";
import { binaryFile, dataFile, docsFile, settingsFile, sourceFile } from "./corpus-files.mjs";
import { seeded } from "./random.mjs";

const VERSION = "7";
export const FILES = 25_000;
const BYTES = 120_000_000;
export const CHANGED = 20;

/** How often each kind of file is written, and how long it is on average, as a share of the mean. */
const MIX = [
  { make: sourceFile, share: 0.58, length: 1 },
  { make: settingsFile, share: 0.2, length: 0.5 },
  { make: docsFile, share: 0.14, length: 0.8 },
  { make: dataFile, share: 0.05, length: 3 },
  { make: binaryFile, share: 0.03, length: 2 },
];
const MEAN_LENGTH = MIX.reduce((sum, { share, length }) => sum + share * length, 0);

/** The folder of the corpus, built where it is not there yet. Its branch `work` changes 20 files of `main`. */
export function corpus() {
  const folder = join(root, ".bench/corpus");
  const stamp = join(root, `.bench/corpus-${VERSION}.done`);
  if (existsSync(stamp)) return folder;
  console.error("Building the corpus. This happens once and takes a minute or so.");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < FILES; number++) write(folder, file(number));
  write(folder, { path: "ai-experiment.yml", content: "name: Benchmark\nowner: acme/lab\ndata: made-up\n" });
  commitAll(folder);
  writeFileSync(stamp, "");
  return folder;
}

function commitAll(folder) {
  const git = (...args) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@acme.example", ...args], { cwd: folder });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "Everything");
  git("checkout", "-q", "-b", "work");
  for (let number = 0; number < CHANGED; number++) change(folder, file(number * 1000 + 7));
  git("add", "-A");
  git("commit", "-q", "-m", "A change");
}

/** Long files are rare and short ones common, as in real repositories. */
function file(number) {
  const random = seeded(number);
  const kind = pick(random(), MIX);
  const spread = 0.2 + 0.8 * -Math.log(1 - random());
  const bytes = (spread * kind.length * BYTES) / FILES / MEAN_LENGTH;
  const folder = `area${number % 37}/part${Math.floor(number / 37) % 25}`;
  return kind.make(random, `${folder}/file${number}`, bytes);
}

function pick(at, [first, ...others]) {
  return at < first.share || others.length === 0 ? first : pick(at - first.share, others);
}

function change(folder, { path, content }) {
  write(folder, { path, content: Buffer.concat([Buffer.from(content), Buffer.from("\n")]) });
}

function write(folder, { path, content }) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
