import type { Conclusion } from "./verdict.js";

/** One line in the "Files changed" view. Columns only where it begins and ends on one line, as GitHub wants it. */
export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly level: "notice" | "warning" | "failure";
  /** At most 255 characters. */
  readonly title: string;
  readonly message: string;
}

/** A button below a check run: label ≤ 20, description ≤ 40, identifier ≤ 20 characters. */
export interface CheckButton {
  readonly label: string;
  readonly description: string;
  readonly identifier: ButtonId;
}

export const BUTTONS = ["start-handoff", "made-up", "recheck"] as const;
export type ButtonId = (typeof BUTTONS)[number];

/** What a check run shows. `summary` and `text` are Markdown of at most 65,535 characters each. */
export interface CheckRunDocument {
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
  readonly conclusion: Conclusion;
  readonly annotations: readonly Annotation[];
  /** At most three. */
  readonly buttons: readonly CheckButton[];
}

/** A label as it is made when the repository has none of that name. An existing one keeps its colour and text. */
export interface Label {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  /** At most 100 characters. */
  readonly description: string;
}

/** The plan's vocabulary: intended effects on GitHub. Each can be carried out twice with the same end. */
export type Action =
  /** With an id, that run is changed; its annotations, which GitHub only ever adds to, are as they were. */
  | {
      readonly kind: "set-check-run";
      readonly headSha: string;
      readonly document: CheckRunDocument;
      readonly checkRunId: number | null;
    }
  | { readonly kind: "add-labels"; readonly issue: number; readonly labels: readonly Label[] }
  | { readonly kind: "remove-label"; readonly issue: number; readonly name: string }
  /** One comment per pull request, edited in place; nothing is sent when it already says so. */
  | { readonly kind: "set-comment"; readonly issue: number; readonly body: string }
  /** Only where there is a comment to fold away: a pull request that was never spoken to stays silent. */
  | { readonly kind: "resolve-comment"; readonly issue: number; readonly body: string };

export type ActionKind = Action["kind"];
