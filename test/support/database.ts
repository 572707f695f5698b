import { constants, cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../src/store/database.js";
import { startPostgres } from "./postgres.js";

export interface TestDatabase extends Database {
  readonly folder: string;
}

/** A folder for the embedded database with its cluster in it, copied from the one that was made before all tests. */
export function withCluster(folder: string): string {
  const made = process.env.HANDRAIL_TEST_CLUSTER;
  if (made === undefined) throw new Error("The cluster is made by test/support/prepare.mjs, which did not run.");
  cpSync(made, join(folder, "pg"), { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
}

/** The embedded database in an empty folder of its own, as at a first start; removed at the end. */
export async function embeddedDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-test-"));
  const database = await openDatabase({ kind: "embedded", folder });
  const close = async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...database, folder, close };
}

/** A real Postgres, or nothing where the machine has none. */
export async function realDatabase(): Promise<(Database & { readonly url: string }) | null> {
  const postgres = await startPostgres();
  if (postgres === null) return null;
  const database = await openDatabase({ kind: "postgres", url: postgres.url });
  const close = async () => {
    await database.close();
    postgres.stop();
  };
  return { ...database, url: postgres.url, close };
}
