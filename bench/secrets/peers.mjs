// Other people's scanners, where they are on the PATH. Each says which files below a folder it flags. Nothing is verified
// over the network, and no scanner gets a configuration that it doesn't ship with.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

const json = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
const lines = (text) => text.split("\n").flatMap((line) => json(line) ?? []);

/** A report file for scanners that don't write to the standard output. */
function reported(command, args) {
  return (folder) => {
    const scratch = mkdtempSync(join(tmpdir(), "peer-"));
    const file = join(scratch, "report.json");
    run(command, args(folder, file), folder);
    const found = json(readFileSync(file, "utf8")) ?? [];
    rmSync(scratch, { recursive: true });
    return found.map(({ File }) => File);
  };
}

function run(command, args, cwd) {
  return spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 30 }).stdout ?? "";
}

const leaks = (folder, file) => [
  "dir",
  folder,
  "--no-banner",
  "--exit-code",
  "0",
  "--report-format",
  "json",
  "--report-path",
  file,
];

export const PEERS = [
  { name: "gitleaks", version: ["version"], files: reported("gitleaks", leaks) },
  { name: "betterleaks", version: ["version"], files: reported("betterleaks", leaks) },
  {
    name: "trufflehog",
    version: ["--version"],
    files: (folder) =>
      lines(run("trufflehog", ["filesystem", folder, "--no-verification", "--no-update", "--json"], folder)).map(
        ({ SourceMetadata }) => SourceMetadata?.Data?.Filesystem?.file,
      ),
  },
  {
    name: "kingfisher",
    version: ["--version"],
    files: (folder) =>
      lines(run("kingfisher", ["scan", folder, "--no-validate", "--format", "jsonl", "--no-update-check"], folder)).map(
        ({ finding }) => finding?.path,
      ),
  },
  {
    name: "detect-secrets",
    version: ["--version"],
    files: (folder) => Object.keys(json(run("detect-secrets", ["scan", "--all-files", "."], folder))?.results ?? {}),
  },
  {
    name: "secretlint",
    version: ["--version"],
    files: (folder) => {
      writeFileSync(
        join(folder, ".secretlintrc.json"),
        '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}',
      );
      const found = json(run("secretlint", ["--format", "json", "**/*", "**/.*"], folder)) ?? [];
      rmSync(join(folder, ".secretlintrc.json"));
      return found.filter(({ messages }) => messages.length > 0).map(({ filePath }) => filePath);
    },
  },
];

/** The first line that says a version, or nothing where the scanner is not there. */
export function versionOf({ name, version }) {
  const { status, stdout, error } = spawnSync(name, version, { encoding: "utf8" });
  return error !== undefined || status !== 0 ? null : (stdout.split("\n").find((line) => /\d/.test(line)) ?? "").trim();
}

/** Paths below the folder. */
export function flaggedBy(peer, folder) {
  const found = peer.files(folder).filter((path) => typeof path === "string");
  return new Set(found.map((path) => relative(folder, resolve(folder, path))));
}
