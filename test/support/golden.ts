import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@jest/globals";

const FOLDER = new URL("../golden/", import.meta.url);

/** Compares with the file under `test/golden/`. `UPDATE_GOLDEN=1 npm test` writes what is new instead: look at the diff. */
export function expectGolden(name: string, content: string): void {
  const file = fileURLToPath(new URL(name, FOLDER));
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  expect(content).toBe(existsSync(file) ? readFileSync(file, "utf8") : `no golden file ${name}`);
}
