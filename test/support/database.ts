import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../src/store/database.js";
import { startPostgres } from "./postgres.js";

export interface TestDatabase extends Database {
  readonly folder: string;
}

/** The embedded database in a folder of its own, removed at the end. */
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
