import { join } from "node:path";
import { NOTHING_DECLARED } from "../src/model/manifest.js";
import { BUILT_IN_POLICY, productionNames } from "../src/model/policy.js";
import { RULES } from "../src/rules/index.js";
import { selector } from "../src/scan/select.js";
import { sourceFile } from "../src/scan/source-file.js";
import { openFolder } from "../src/source/folder.js";
import { isSourceProblem } from "../src/source/problem.js";

export interface RuleCost {
  readonly rule: string;
  /** How many files it looked at. */
  readonly files: number;
  readonly milliseconds: number;
}

/**
 * What each rule costs on a folder, the dearest first. A parse that several rules share is on the first one's bill; a
 * rule that the organisation leaves nothing to look for costs nothing.
 *
 * @param hosts what the organisation lists as hosts of production
 */
export async function ruleCosts(folder: string, hosts: readonly string[] = []): Promise<readonly RuleCost[]> {
  const opened = await openFolder(join(folder));
  if (isSourceProblem(opened)) throw new Error(opened.message);
  const select = selector(RULES);
  const around = {
    paths: opened.change.paths,
    context: opened.change.context.map(sourceFile),
    production: { ...productionNames(BUILT_IN_POLICY), hosts },
    organization: { emailDomains: [], hosts: [] },
    declared: NOTHING_DECLARED,
  };
  const idle = new Set(RULES.filter(({ hasWork }) => hasWork?.(around) === false));
  const costs = new Map(RULES.map(({ id }) => [id, { files: 0, milliseconds: 0 }]));
  for await (const raw of opened.change.files) {
    const wanted = select(raw).filter((rule) => !idle.has(rule));
    const file = sourceFile(raw);
    for (const rule of wanted) {
      const start = performance.now();
      for (const _ of await rule.detect(file, around));
      const cost = costs.get(rule.id);
      if (cost === undefined) continue;
      cost.files++;
      cost.milliseconds += performance.now() - start;
    }
  }
  const all = [...costs].map(([rule, cost]) => ({ rule, ...cost }));
  return all.sort((a, b) => b.milliseconds - a.milliseconds);
}
