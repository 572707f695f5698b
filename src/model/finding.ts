import type { Location } from "./location.js";
import type { Redacted } from "./redacted.js";
import type { Confidence, DeployLevel, Family, Outcome, Trigger } from "./vocabulary.js";

/** `family-folder/name`, for example `secrets/stripe-live-key`. */
export type RuleId = `${string}/${string}`;

/** A stable id across line moves, renames and runs. */
export type Fingerprint = string & { readonly __brand: "Fingerprint" };

/** What a finding is about, where the policy or the manifest has something to compare it with. */
export type Subject =
  | {
      readonly kind: "ai-service";
      readonly service: string;
      readonly host?: string;
      readonly packageName?: string;
      readonly model?: string;
    }
  | { readonly kind: "environment"; readonly name: string }
  | {
      readonly kind: "data-set";
      readonly outcome: DataOutcome;
      readonly people: number;
      readonly dataKinds: readonly string[];
    };

export type DataOutcome = "looks-real" | "synthetic" | "public" | "cannot-tell";

/** A located, redacted, fingerprinted observation. No raw text is in it, and every text in it may be shown. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly family: Family;
  readonly location: Location;
  /** What was seen, in one plain sentence. */
  readonly message: Redacted;
  /** The quoted text, with every secret taken out. */
  readonly evidence: Redacted;
  /** What speaks for it, and what was looked for and not found. */
  readonly because: readonly Redacted[];
  /** The next step for the reader. */
  readonly remedy: Redacted;
  readonly confidence: Confidence;
  readonly fingerprint: Fingerprint;
  readonly trigger: Trigger | null;
  /** The most this finding comes to when the policy says nothing else. */
  readonly suggests: Outcome;
  readonly level?: DeployLevel;
  readonly subject?: Subject;
  /** Other places in the same change that hold the very same thing. */
  readonly alsoAt: readonly Location[];
  /** Silenced by a comment in the file. The reason is the author's. */
  readonly suppressed?: { readonly reason: Redacted };
}
