import { KINDS } from "../../src/catalogue/deploy/index.js";
import type { PipelineRecord } from "../../src/catalogue/deploy/kind.js";
import { PIPELINES } from "../../src/catalogue/deploy/pipelines.js";
import { CONTEXT_PATHS } from "../../src/model/change.js";
import { NOTHING_DECLARED } from "../../src/model/manifest.js";
import { BUILT_IN_POLICY, productionNames } from "../../src/model/policy.js";
import type { RawFile } from "../../src/model/source-file.js";
import type { Surroundings } from "../../src/model/surroundings.js";
import { recogniseKind } from "../../src/rules/deploy/engine/kind.js";
import { isPipeline } from "../../src/rules/deploy/engine/pipeline.js";
import { RULES } from "../../src/rules/index.js";
import { scan } from "../../src/scan/scan.js";
import { sourceFile } from "../../src/scan/source-file.js";
import { anyGlob } from "../../src/text/globs.js";
import { workflowOf } from "../../src/text/workflow.js";

const isContext = anyGlob(CONTEXT_PATHS);

/** What a run of the product knows around a file, without a policy of its own. */
export function surroundingsOf(files: readonly RawFile[]): Surroundings {
  const context = files.filter(({ path }) => isContext(path));
  return {
    paths: new Set(files.map(({ path }) => path)),
    context: context.map(sourceFile),
    production: productionNames(BUILT_IN_POLICY),
    organization: { emailDomains: [], hosts: [] },
    declared: NOTHING_DECLARED,
  };
}

/** The findings of the deploy rules on some files of a repository. */
export async function findings(files: readonly RawFile[], all: readonly RawFile[] = files) {
  const rules = RULES.filter(({ id }) => id.startsWith("deploy/"));
  const result = await scan(files, rules, surroundingsOf(all), "bench");
  if (result.failures.length > 0) throw new Error(`rules failed: ${JSON.stringify(result.failures)}`);
  return result;
}

/** Every kind that a file is, whether it is ever reported or not. */
export function kindsOf(raw: RawFile): readonly string[] {
  const file = sourceFile(raw);
  const around = surroundingsOf([raw]);
  const kinds = KINDS.filter((kind) => recogniseKind(kind, file, around) !== null).map(({ id }) => id);
  const pipelines = (PIPELINES as readonly PipelineRecord[])
    .filter(({ path, keyword = "" }) => path.test(raw.path) && file.text.includes(keyword))
    .filter((pipeline) => isPipeline(pipeline, file, around));
  const workflow = /\.github\/workflows\/[^/]+$/.test(raw.path) && workflowOf(file) !== null ? ["github-workflow"] : [];
  return [...kinds, ...pipelines.map(({ id }) => `pipeline-${id}`), ...workflow];
}
