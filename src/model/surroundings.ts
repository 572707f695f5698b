import type { Declared } from "./manifest.js";
import type { Organization, ProductionNames } from "./policy.js";
import type { SourceFile } from "./source-file.js";

/** What a rule may know beside the file it looks at. The same object for every file of a run. */
export interface Surroundings {
  /** Every path of the repository at head. */
  readonly paths: ReadonlySet<string>;
  /** Files that say what is done with other files: workflows, Makefiles, package manifests, scripts, Argo applications. */
  readonly context: readonly SourceFile[];
  /** What the organisation calls production. Facts beat words. */
  readonly production: ProductionNames;
  readonly organization: Organization;
  /** What the manifest says of data, AI services and environments. */
  readonly declared: Declared;
}
