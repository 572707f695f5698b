import type { Fingerprint } from "./finding.js";
import type { Gap, RawFile } from "./source-file.js";
import type { Paths } from "./surroundings.js";

/** A text file of the repository, as it is at the base. */
export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** Files one after the other, and, where a source knows it before it reads them, about how many there are. */
export type Files = (Iterable<RawFile> | AsyncIterable<RawFile>) & { readonly count?: number };

/** What is judged: a whole repository, or what a range of commits adds. */
export interface Change {
  /** True where only what a range of commits adds or makes worse is judged, false where everything there is. */
  readonly isRange: boolean;
  /** The manifest at the base (without a base: as it is now), or nothing where there is none. */
  readonly manifest: NamedText | null;
  /** The manifest as the change would leave it, where the change touches it: data to be judged, not the law. */
  readonly proposedManifest?: NamedText | null;
  /** Read once, in order, and not held. */
  readonly files: Files;
  /** The same files as they were before, under their old names. Empty without a base. */
  readonly before: Files;
  readonly paths: Paths;
  readonly context: readonly RawFile[];
  /** What the source could not read. May grow while `files` is read; look at it afterwards. */
  readonly gaps: readonly Gap[];
  /** Findings known at adoption: softened, not hidden. */
  readonly baseline: ReadonlySet<Fingerprint>;
  /** Findings that somebody with the right to do so marked as a false alarm, with the reason. */
  readonly falseAlarms: ReadonlyMap<Fingerprint, string>;
  /** What is known of the handoff with Dev. Only the App can know more than the manifest says. */
  readonly handoff: HandoffStanding;
  /** Waivers whose approval was seen, by the key that `waiverKey` makes. */
  readonly approvedWaivers: ReadonlySet<string>;
  /** The repository is Dev's own, archived or otherwise out of scope, and why. */
  readonly outOfScope?: string;
}

/** Where a manifest may stand, in the order in which it is looked for. */
export const MANIFEST_PATHS = [
  "ai-experiment.yml",
  "ai-experiment.yaml",
  ".github/ai-experiment.yml",
  ".github/ai-experiment.yaml",
] as const;

/** Globs of the files that say what is done with other files; every source brings these along as {@link Change.context}. */
export const CONTEXT_PATHS = [
  ".github/workflows/*.{yml,yaml}",
  ".github/actions/**/action.{yml,yaml}",
  "**/{.gitlab-ci,azure-pipelines,bitbucket-pipelines,buildspec,cloudbuild,skaffold,appspec,serverless,taskfile}.{yml,yaml}",
  ".circleci/config.yml",
  "**/{jenkinsfile,makefile,justfile,procfile,rakefile,fastfile}",
  "**/{.drone,.woodpecker,.travis,appveyor,codefresh}.{yml,yaml}",
  ".buildkite/*.{yml,yaml}",
  "**/*.{sh,bash,mk}",
  "**/{package.json,pyproject.toml,fly.toml,vercel.json,netlify.toml,wrangler.toml}",
  "**/{argo,argocd,argo-cd,flux,gitops,clusters}/**/*.{yml,yaml}",
  "**/{application,applicationset,kustomization}.{yml,yaml}",
] as const;

export type HandoffStanding = "none" | "open" | "accepted" | "not-now" | "withdrawn";
