import { NOTHING_DECLARED } from "../../src/model/manifest.js";
import { BUILT_IN_POLICY, productionNames } from "../../src/model/policy.js";
import type { RawFile } from "../../src/model/source-file.js";
import { RULES } from "../../src/rules/index.js";
import { passingFile } from "../../src/scan/source-file.js";

const FAMILY = RULES.filter(({ family }) => family === "real-data");
const AROUND = {
  paths: new Set<string>(),
  context: [],
  production: productionNames(BUILT_IN_POLICY),
  organization: { emailDomains: [], hosts: [] },
  declared: NOTHING_DECLARED,
};

/** Shows files to every rule of the family, as a scan does, and says how often each had something to say. */
export async function readAll(files: readonly RawFile[]): Promise<ReadonlyMap<string, number>> {
  const said = new Map<string, number>();
  for (const raw of files) {
    const file = passingFile(raw);
    for (const rule of FAMILY) {
      for (const seen of await rule.detect(file, AROUND)) {
        const what = "gap" in seen ? "gaps" : rule.id;
        said.set(what, (said.get(what) ?? 0) + 1);
      }
    }
  }
  return said;
}
