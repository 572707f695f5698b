import type { RuleId, Subject } from "./finding.js";
import type { FileKind, SourceFile } from "./source-file.js";
import type { Surroundings } from "./surroundings.js";
import type { Confidence, DeployLevel, Family, Outcome, Trigger } from "./vocabulary.js";

/** A raw hit. It lives inside `scan` only: {@link Match.secrets} and the text in its range may be secret. */
export interface Match {
  /** Half-open offsets into the file's text. `[0, 0]` for the file as a whole. */
  readonly range: readonly [start: number, end: number];
  /** What was seen, in one plain sentence; without it the rule's summary is shown. */
  readonly message?: string;
  /** What to quote; without it the text in the range is quoted. Secrets are taken out of either. */
  readonly evidence?: string;
  readonly because: readonly string[];
  readonly remedy?: string;
  /** Values that must never be shown, here or in any other finding of this run. */
  readonly secrets?: readonly string[];
  /**
   * What makes two findings of one rule the same thing, whatever the file is called and wherever the line went.
   * Without it: the text in the range.
   */
  readonly identity?: string;
  readonly confidence?: Confidence;
  readonly suggests?: Outcome;
  readonly trigger?: Trigger | null;
  readonly level?: DeployLevel;
  readonly subject?: Subject;
  /** In a notebook: the cell, counted from 1, and the line within it. */
  readonly cell?: { readonly number: number; readonly line: number };
}

/** Said by a rule instead of a match: it wanted to read the file, or a part of it, and could not. Shown as a gap. */
export interface Unread {
  /** Why, in one plain sentence. No text of the file is in it. */
  readonly gap: string;
}

/** Which files a rule wants to see. All the parts that are given must hold. */
export interface AppliesTo {
  /** Globs, matched without regard to case; dot files count. */
  readonly paths?: readonly string[];
  readonly kinds?: readonly FileKind[];
  /** At least one of these must be in the file. ASCII, three characters or more, matched without regard to case. */
  readonly keywords?: readonly string[];
}

/** One file, or a small repository, that the tests run a rule on and the rule's page prints. */
export interface Example {
  readonly path?: string;
  readonly text: string;
  /** What the rule's page prints instead of `text`, where `text` is shaped like a live secret and must not be committed. */
  readonly shown?: string;
  /** Other files of the repository, by path. */
  readonly around?: Readonly<Record<string, string>>;
  /** What the organisation and the manifest say, where it matters. */
  readonly given?: Partial<Pick<Surroundings, "production" | "organization" | "declared">>;
  /** The least a `match` example must come to. */
  readonly suggests?: Outcome;
  readonly level?: DeployLevel;
}

/**
 * How one notices something. A rule says what it saw and never whether that is allowed: that is the policy's question.
 */
export interface Rule {
  readonly id: RuleId;
  readonly family: Family;
  /** What it notices, in one plain sentence. */
  readonly summary: string;
  /** Why that matters, in the reader's words. */
  readonly why: string;
  /** The next step. */
  readonly remedy: string;
  /** Which of the policy's three reasons for a handoff it supports, if any. */
  readonly trigger: Trigger | null;
  readonly confidence: Confidence;
  /** The most a finding comes to when the policy says nothing else. */
  readonly suggests: Outcome;
  readonly appliesTo: AppliesTo;
  /** False where what the organisation says leaves nothing to look for: then no file is shown to the rule. */
  readonly hasWork?: (surroundings: Surroundings) => boolean;
  readonly detect: (
    file: SourceFile,
    surroundings: Surroundings,
  ) => Iterable<Match | Unread> | Promise<Iterable<Match | Unread>>;
  /** What it knowingly misses or gets wrong, for the rule's page. */
  readonly limits?: string;
  readonly examples: { readonly match: readonly Example[]; readonly skip: readonly Example[] };
}

/** Names the shape, so that an editor helps while a rule is filled in. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
