import type { Finding } from "../../src/model/finding.js";
import { NOTHING_DECLARED } from "../../src/model/manifest.js";
import { BUILT_IN_POLICY, productionNames } from "../../src/model/policy.js";
import type { Example, Rule } from "../../src/model/rule.js";
import type { RawFile } from "../../src/model/source-file.js";
import type { Surroundings } from "../../src/model/surroundings.js";
import { scan } from "../../src/scan/scan.js";
import { sourceFile } from "../../src/scan/source-file.js";

export const rawFile = (path: string, content: string | Uint8Array): RawFile => ({
  path,
  bytes: typeof content === "string" ? Buffer.from(content, "utf8") : content,
});

/** Surroundings in which nobody declared anything and production has its everyday names. */
export function surroundings(files: readonly RawFile[] = [], given: Example["given"] = {}): Surroundings {
  return {
    paths: new Set(files.map(({ path }) => path)),
    context: files.map(sourceFile),
    production: productionNames(BUILT_IN_POLICY),
    organization: { emailDomains: [], hosts: [] },
    declared: NOTHING_DECLARED,
    ...given,
  };
}

/** Runs one rule on one example as the product would, and returns what it finds in the example's own file. */
export async function runRule(rule: Rule, example: Example): Promise<readonly Finding[]> {
  const own = rawFile(example.path ?? "example.txt", example.text);
  const around = Object.entries(example.around ?? {}).map(([path, text]) => rawFile(path, text));
  const { findings, failures } = await scan([own], [rule], surroundings([own, ...around], example.given), "test");
  if (failures.length > 0) throw new Error(`${rule.id} failed on ${own.path}`);
  return findings;
}
