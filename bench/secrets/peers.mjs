// Other people's scanners, where they are on the PATH. Each says which files below a folder it flags. Nothing is verified
// over the network, and no scanner gets a configuration that it doesn't ship with.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** What a scanner writes into a report file: on a pipe some of them end before everything is through. */
function reported(command, args, cwd) {
  const scratch = mkdtempSync(join(tmpdir(), "peer-"));
  const file = join(scratch, "report.json");
  run(command, args(file), cwd);
  const found = json(existsSync(file) ? readFileSync(file, "utf8") : "") ?? [];
  rmSync(scratch, { recursive: true });
  return found;
}

function run(command, args, cwd) {
  return spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 30 }).stdout ?? "";
}

const leaks = (command) => (folder) =>
  reported(
    command,
    (file) => ["dir", folder, "--no-banner", "--exit-code", "0", "--report-format", "json", "--report-path", file],
    folder,
  ).map(({ File }) => File);

export const PEERS = [
  { name: "gitleaks", version: ["version"], files: leaks("gitleaks") },
  { name: "betterleaks", version: ["version"], files: leaks("betterleaks") },
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
      const rules = join(folder, ".secretlintrc.json");
      writeFileSync(rules, '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}');
      const found = reported("secretlint", (file) => ["--format", "json", "--output", file, "**/*", "**/.*"], folder);
      rmSync(rules);
      return found.filter(({ messages }) => messages.length > 0).map(({ filePath }) => filePath);
    },
  },
];

/** The first line that says a version, or nothing where the scanner is not there. */
export function versionOf({ name, version }) {
  const { status, stdout, error } = spawnSync(name, version, { encoding: "utf8" });
  if (error !== undefined || status !== 0) return null;
  return (stdout.split("\n").find((line) => /\d/.test(line)) ?? "(built from source)").trim();
}

/** Paths below the folder. */
export function flaggedBy(peer, folder) {
  const found = peer.files(folder).filter((path) => typeof path === "string");
  return new Set(found.map((path) => relative(folder, resolve(folder, path))));
}
