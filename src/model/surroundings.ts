import type { Declared } from "./manifest.js";
import type { Organization, ProductionNames } from "./policy.js";
import type { SourceFile } from "./source-file.js";

/** Many paths: asked for one by one, or gone through. */
export interface Paths extends Iterable<string> {
  readonly has: (path: string) => boolean;
}

/** What a rule may know beside the file it looks at. The same object for every file of a run. */
export interface Surroundings {
  /** Every path of the repository at head. */
  readonly paths: Paths;
  /** Files that say what is done with other files: workflows, Makefiles, package manifests, scripts, Argo applications. */
  readonly context: readonly SourceFile[];
  /** What the organisation calls production. Facts beat words. */
  readonly production: ProductionNames;
  readonly organization: Organization;
  /** What the manifest says of data, AI services and environments. */
  readonly declared: Declared;
}
