import type { HandoffStanding } from "./change.js";
import type { Manifest } from "./manifest.js";
import type { Trigger } from "./vocabulary.js";

/** Why a handoff is due: one line of the facts. */
export interface Cause {
  readonly trigger: Trigger;
  /** Paths and lines, never contents: `deploy.yml, line 12`. Nothing where it was declared. */
  readonly where: string | null;
  readonly how: "declared" | "found" | "asked";
  /** ISO date. */
  readonly since: string;
}

/** One item of the readiness list. */
export interface ReadinessItem {
  readonly id: string;
  readonly title: string;
  readonly state: ReadinessState;
}

export type ReadinessState =
  | { readonly kind: "verified"; readonly on: string; readonly link?: string }
  | { readonly kind: "confirmed"; readonly by: string }
  | { readonly kind: "not-needed"; readonly reason: string }
  | { readonly kind: "open"; readonly hint?: string }
  | { readonly kind: "changed"; readonly hint?: string };

/** Everything the handoff issue's facts are made of. */
export interface HandoffFacts {
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryUrl: string;
  readonly manifestPath: string;
  readonly manifest: Manifest | null;
  readonly causes: readonly Cause[];
  /** A link to where it began, for example the pull request. */
  readonly startedAt: string | null;
  readonly readiness: readonly ReadinessItem[];
  readonly standing: HandoffStanding;
  readonly waitsOn: "dev" | "team" | "nobody";
  /** ISO date until which an answer of Dev is hoped for. */
  readonly firstAnswerBy: string | null;
  readonly policyVersion: string | null;
}

/** Which specialists may be wanted, and why. Dev decides. */
export interface Suggestion {
  readonly team: string;
  readonly because: string;
}
