import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** A folder of its own for one test. */
export interface Sandbox {
  readonly folder: string;
  readonly write: (files: Contents) => void;
  readonly git: (...args: string[]) => string;
  readonly commit: (files?: Contents) => string;
  readonly remove: () => void;
}

const IDENTITY = ["-c", "user.name=A", "-c", "user.email=a@acme.example", "-c", "commit.gpgsign=false"];

export function sandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "handrail-test-"));
  const git = (...args: string[]) =>
    execFileSync("git", [...IDENTITY, ...args], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const write = (files: Contents) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  };
  const commit = (files: Contents = {}) => {
    write(files);
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "change");
    return headOf(join(folder, ".git"));
  };
  return { folder, write, git, commit, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A sandbox that is a checkout with one branch, `main`. */
export function repository(files: Contents = {}): Sandbox {
  const made = sandbox();
  made.git("init", "-q", "--template=", "-b", "main");
  if (Object.keys(files).length > 0) made.commit(files);
  return made;
}

/** What `git rev-parse HEAD` says, without a process for it. */
function headOf(git: string): string {
  const [, ref] = /^ref: (.+)/.exec(readFileSync(join(git, "HEAD"), "utf8")) ?? [];
  return readFileSync(join(git, ref ?? "HEAD"), "utf8").trim();
}
