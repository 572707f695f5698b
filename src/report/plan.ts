import type { Action, CheckRunDocument } from "../model/plan.js";
import type { Verdict } from "../model/verdict.js";
import { type LabelName, label, ours, TRIGGER_LABELS } from "./labels.js";

/** What GitHub shows now, as far as we know. */
export interface Shown {
  readonly issue: number;
  readonly headSha: string;
  readonly draft: boolean;
  readonly labels: readonly string[];
  /** The check run that stands on this commit. */
  readonly check: { readonly id: number; readonly digest: string } | null;
  /** True when a comment of ours is there. */
  readonly commented: boolean;
}

/** What GitHub should show. */
export interface Wanted {
  readonly verdict: Verdict;
  readonly document: CheckRunDocument;
  readonly digest: string;
  /** Nothing where there is nothing to say: a clean pull request stays silent. */
  readonly comment: string | null;
  /** What a comment that was made earlier says from now on, folded. */
  readonly resolved: string;
}

/** From what is shown to what should be: only the differences, the check run first. */
export function planPull(wanted: Wanted, shown: Shown): readonly Action[] {
  const { issue, headSha } = shown;
  const checkRunId = shown.check !== null && isSamePlaces(shown.check.digest, wanted.digest) ? shown.check.id : null;
  const check: readonly Action[] =
    shown.check?.digest === wanted.digest
      ? []
      : [{ kind: "set-check-run", headSha, document: wanted.document, checkRunId }];
  return [
    ...check,
    ...planLabels(pullLabels(wanted.verdict), shown, prefixOf(wanted.verdict)),
    ...comment(wanted, shown, issue),
  ];
}

/** The digest of a document ends with that of its annotations. */
function isSamePlaces(a: string, b: string): boolean {
  return a.split(":").at(-1) === b.split(":").at(-1);
}

const prefixOf = ({ policy }: Verdict) => policy.policy.labels.prefix;

export function planLabels(
  wanted: readonly LabelName[],
  { issue, labels }: Pick<Shown, "issue" | "labels">,
  prefix: string,
): readonly Action[] {
  const there = ours(labels, prefix);
  const missing = wanted.filter((name) => !there.includes(name));
  const outdated = there.filter((name) => !wanted.includes(name));
  return [
    ...(missing.length === 0
      ? []
      : [{ kind: "add-labels", issue, labels: missing.map((name) => label(name, prefix)) } as const]),
    ...outdated.map((name) => ({ kind: "remove-label", issue, name: `${prefix}${name}` }) as const),
  ];
}

/** A clean pull request has none. */
export function pullLabels(verdict: Verdict): readonly LabelName[] {
  if (verdict.outOfScope !== undefined) return [];
  const due = verdict.triggers.length > 0;
  const open = verdict.handoff === "open";
  const has = (kind: "stop" | "waived") => verdict.judged.some(({ disposition }) => disposition.kind === kind);
  return [
    ...(due ? [open ? ("handoff" as const) : ("handoff suggested" as const)] : []),
    ...verdict.triggers.map((trigger) => TRIGGER_LABELS[trigger]),
    ...(has("waived") ? ["exception" as const] : []),
    ...(has("stop") ? ["rotate key" as const] : []),
  ];
}

/** A draft is left alone but for its labels. */
function comment({ comment: body, resolved }: Wanted, { draft, commented }: Shown, issue: number): readonly Action[] {
  if (body !== null && !draft) return [{ kind: "set-comment", issue, body }];
  return body === null && commented ? [{ kind: "resolve-comment", issue, body: resolved }] : [];
}
