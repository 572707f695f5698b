import { NOTHING_DECLARED } from "../../src/model/manifest.js";
import { BUILT_IN_POLICY, productionNames } from "../../src/model/policy.js";
import type { RawFile } from "../../src/model/source-file.js";
import { RULES } from "../../src/rules/index.js";
import { selector } from "../../src/scan/select.js";
import { passingFile } from "../../src/scan/source-file.js";

const FAMILY = RULES.filter(({ family }) => family === "real-data");
const AROUND = {
  paths: new Set<string>(),
  context: [],
  production: productionNames(BUILT_IN_POLICY),
  organization: { emailDomains: [], hosts: [] },
  declared: NOTHING_DECLARED,
};

/** Shows files to every rule of the family that wants them, as a scan does, and says what each rule made of them. */
export async function readAll(files: readonly RawFile[]): Promise<ReadonlyMap<string, number>> {
  const select = selector(FAMILY);
  const said = new Map<string, number>();
  for (const raw of files) {
    const file = passingFile(raw);
    for (const rule of select(raw)) {
      for (const seen of await rule.detect(file, AROUND)) {
        const what = "gap" in seen ? "gaps" : rule.id;
        said.set(what, (said.get(what) ?? 0) + 1);
      }
    }
  }
  return said;
}
