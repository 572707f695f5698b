// Before all tests: an empty cluster of the embedded database. It takes seconds to make and a moment to copy, so one is
// made and kept beside the packages, under the version that made it.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";

const root = join(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(root, "node_modules/@electric-sql/pglite/package.json"), "utf8"));

/** Where it is, or will be. */
const CLUSTER = join(root, `node_modules/.cache/handrail/cluster-${version}`);

export default async function prepare() {
  process.env.HANDRAIL_TEST_CLUSTER = CLUSTER;
  if (existsSync(CLUSTER)) return;
  await mkdir(dirname(CLUSTER), { recursive: true });
  const unfinished = mkdtempSync(`${CLUSTER}-`);
  const made = await PGlite.create(join(unfinished, "pg"));
  await made.close();
  try {
    renameSync(join(unfinished, "pg"), CLUSTER);
  } catch (error) {
    if (!existsSync(CLUSTER)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
