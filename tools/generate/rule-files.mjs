// The files in src/rules that hold a rule, or several: directly in a family's folder, and nothing deeper.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/load.mjs";

export const FOLDERS = ["secrets", "data", "deploy", "ai", "impact"];

/** `{ folder, name, binding }`, in a fixed order. */
export function ruleFiles() {
  return FOLDERS.filter((folder) => existsSync(join(root, "src/rules", folder)))
    .flatMap((folder) =>
      readdirSync(join(root, "src/rules", folder))
        .filter((file) => file.endsWith(".ts"))
        .sort()
        .map((file) => ({ folder, name: file.replace(/\.ts$/, "") })),
    )
    .map((file, number) => ({ ...file, binding: `${camel(file.name)}${number}` }));
}

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
