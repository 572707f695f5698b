import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Runs git on a repository that nobody trusts. Whatever its configuration, attributes or hooks say: no program of it
 * runs, nothing is fetched, and nothing is written. Only commands that read objects or list names are ever used.
 */
export interface Checkout {
  /** The folder that git would call the top level. */
  readonly top: string;
  /** Where commands run: the top, or a folder below it. */
  readonly folder: string;
}

export interface GitAnswer {
  readonly status: number;
  readonly output: Buffer;
  readonly complaint: string;
}

/** Settings given on the command line beat the repository's own. */
const SETTINGS: readonly string[] = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.untrackedCache=false",
  "core.attributesFile=/dev/null",
  "core.excludesFile=/dev/null",
  "core.pager=cat",
  "core.sshCommand=false",
  "core.quotePath=false",
  "credential.helper=",
  "diff.external=",
  "diff.orderFile=/dev/null",
  "protocol.allow=never",
  "safe.directory=*",
  "safe.bareRepository=explicit",
  "submodule.recurse=false",
].flatMap((setting) => ["-c", setting]);

/** Ours, and nothing that git or the caller's shell put there, such as `GIT_DIR` or `GIT_EXTERNAL_DIFF`. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_GRAFT_FILE: "/dev/null",
    GIT_OPTIONAL_LOCKS: "0",
  };
}

/** Starts git without a shell. The git folder and the work tree are named, so the repository can't point elsewhere. */
export function startGit(checkout: Checkout, args: readonly string[]): ChildProcessWithoutNullStreams {
  const where = [`--git-dir=${join(checkout.top, ".git")}`, `--work-tree=${checkout.top}`];
  const all = ["--no-pager", "--no-optional-locks", "--literal-pathspecs", ...where, ...SETTINGS, ...args];
  return spawn("git", all, { cwd: checkout.folder, env: environment(), stdio: ["pipe", "pipe", "pipe"] });
}

/** Runs git to its end. Status 127 where git itself is missing. */
export function git(checkout: Checkout, args: readonly string[]): Promise<GitAnswer> {
  const child = startGit(checkout, args);
  const output: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complaint.push(chunk));
  child.stdin.on("error", () => {});
  child.stdin.end();
  return new Promise((done) => {
    const answer = (status: number, extra = "") =>
      done({ status, output: Buffer.concat(output), complaint: Buffer.concat(complaint).toString("utf8") + extra });
    child.on("error", (error) => answer(127, error.message));
    child.on("close", (status) => answer(status ?? 126));
  });
}

/** The checkout that a folder is in, or nothing. Found by looking for `.git`, as git does, without asking git. */
export function findCheckout(folder: string): Checkout | null {
  for (let top = folder; ; top = dirname(top)) {
    if (isGitEntry(join(top, ".git"))) return { top, folder };
    if (dirname(top) === top) return null;
  }
}

/** A folder that holds git data without files: what `git clone --bare` makes, or the inside of `.git`. */
export function looksBare(folder: string): boolean {
  return ["HEAD", "objects", "refs"].every((name) => exists(join(folder, name)));
}

function isGitEntry(path: string): boolean {
  try {
    const entry = lstatSync(path);
    if (entry.isDirectory()) return exists(join(path, "HEAD"));
    return entry.isFile() && entry.size < 4096 && readFileSync(path, "utf8").startsWith("gitdir:");
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
