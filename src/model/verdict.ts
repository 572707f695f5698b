import type { HandoffStanding } from "./change.js";
import type { Finding } from "./finding.js";
import type { LoadedPolicy } from "./loaded-policy.js";
import type { Manifest } from "./manifest.js";
import type { Mode, Policy } from "./policy.js";
import type { Problem } from "./problem.js";
import type { Redacted } from "./redacted.js";
import type { Gap } from "./source-file.js";
import type { Outcome, Trigger } from "./vocabulary.js";

/** The number of a sentence of the policy, as `C7a`. */
export type ClauseId = string;

/** The policy's word on one finding. */
export type Disposition =
  | { readonly kind: Outcome; readonly clause: ClauseId }
  /** The manifest says so and the policy allows it. */
  | { readonly kind: "declared"; readonly by: string }
  | { readonly kind: "waived"; readonly reason: Redacted; readonly expires: string }
  | { readonly kind: "suppressed"; readonly reason: Redacted }
  | { readonly kind: "baseline" };

export type DispositionKind = Disposition["kind"];

export interface Judged {
  readonly finding: Finding;
  readonly disposition: Disposition;
}

/** What was read of the manifest. */
export interface ManifestReading {
  readonly path: string | null;
  readonly state: "ok" | "missing" | "invalid";
  readonly manifest: Manifest | null;
  readonly problems: readonly Problem[];
}

/** Which policy was used. */
export interface PolicyReading {
  readonly version: string | null;
  readonly mode: Mode;
  readonly source: LoadedPolicy["source"];
  readonly state: LoadedPolicy["state"];
  readonly problems: readonly Problem[];
  /** For names, links and the ways to ask Dev. */
  readonly policy: Policy;
}

interface Common {
  readonly manifest: ManifestReading;
  readonly policy: PolicyReading;
  readonly judged: readonly Judged[];
  /** Why a handoff is due, each reason once, in the policy's order. */
  readonly triggers: readonly Trigger[];
  readonly gaps: readonly Gap[];
  readonly conclusion: Conclusion;
  readonly stats: { readonly files: number; readonly bytes: number };
  /** Every AI service that was seen, also where the policy has no list to compare it with: for an inventory. */
  readonly aiServices?: readonly Finding[];
  /** What is known of the handoff with Dev. */
  readonly handoff: HandoffStanding;
  /** Why this repository is none of our business, where it is. */
  readonly outOfScope?: string;
}

/** The policy's word on the change. */
export type Verdict =
  | (Common & { readonly kind: "clear" | "advice" | "handoff" | "stop" })
  | (Common & {
      readonly kind: "unknown";
      readonly cause: "manifest-invalid" | "policy-invalid" | "rule-failed" | "source-unavailable" | "nothing-read";
      readonly problems: readonly Problem[];
    });

export type VerdictKind = Verdict["kind"];

export const CONCLUSIONS = ["success", "neutral", "failure", "action_required"] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
