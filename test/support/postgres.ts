import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../tools/lib/ports.mjs";

export interface TestPostgres {
  readonly url: string;
  readonly stop: () => void;
}

/** A real Postgres for one test file, from Debian's package; nothing, and a line that says so, where there is none. */
export async function startPostgres(): Promise<TestPostgres | null> {
  const bin = binaries();
  if (bin === null) return skipped("no pg_ctl was found");
  const root = process.getuid?.() === 0;
  const user = root ? postgresUser() : null;
  if (root && user === null) return skipped("this runs as root and there is no user `postgres`");
  const folder = mkdtempSync(join(tmpdir(), "handrail-postgres-"));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const data = join(folder, "data");
  const tool = (name: string, args: readonly string[]) =>
    spawnSync(join(bin, name), args, {
      ...(user ?? {}),
      cwd: folder,
      stdio: "ignore",
      env: { PATH: process.env.PATH ?? "" },
    });
  tool("initdb", ["-D", data, "-A", "trust", "-U", "postgres", "--locale=C", "-E", "UTF8", "--no-sync"]);
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=120`;
  const started = tool("pg_ctl", ["-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"]);
  if (started.status !== 0) return skipped("Postgres did not start");
  const stop = () => {
    tool("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

function skipped(why: string): null {
  process.stderr.write(`Tests on a real Postgres are left out: ${why}.\n`);
  return null;
}

function binaries(): string | null {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, "bin")).find((bin) => existsSync(join(bin, "pg_ctl"))) ?? null;
}

function postgresUser(): { readonly uid: number; readonly gid: number } | null {
  try {
    const number = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }).trim());
    return { uid: number("-u"), gid: number("-g") };
  } catch {
    return null;
  }
}
