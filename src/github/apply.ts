import type { Action } from "../model/plan.js";
import { postCheckRun } from "./checks.js";
import type { GitHub, RepositoryName } from "./client.js";
import { createComment, editComment, findComment, withMarker } from "./comments.js";
import type { Identity } from "./identity.js";
import { addLabels, removeLabel } from "./labels.js";

/** Everything that carrying out a plan needs beside the plan. */
export interface Hands {
  readonly github: GitHub;
  readonly repository: RepositoryName;
  readonly self: Identity & { readonly markerKey: string };
  /** Labels that are known to be there, so that none is made twice. */
  readonly madeLabels: Set<string>;
  /** Says what a comment or check run is about, for its marker and its digest. */
  readonly subject: string;
  readonly digest: string;
  readonly detailsUrl?: string;
  /** The comment that we know of; `null` when we know that there is none; nothing when we have to look. */
  readonly commentId?: number | null;
}

/** What is on GitHub afterwards, and what could not be done. */
export interface Applied {
  readonly checkRunId: number | null;
  readonly commentId: number | null | undefined;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly failures: readonly { readonly action: Action; readonly error: unknown }[];
}

/**
 * Carries out a plan: the check run first, because it may be required, and a failure there is thrown so that the job
 * runs again. The rest is best effort, each part on its own.
 */
export async function apply(actions: readonly Action[], hands: Hands): Promise<Applied> {
  let applied: Applied = { checkRunId: null, commentId: hands.commentId, added: [], removed: [], failures: [] };
  for (const action of [...actions].sort((a, b) => order(a) - order(b))) {
    try {
      applied = await carryOut(action, hands, applied);
    } catch (error) {
      if (action.kind === "set-check-run") throw error;
      applied = { ...applied, failures: [...applied.failures, { action, error }] };
    }
  }
  return applied;
}

const order = (action: Action) => (action.kind === "set-check-run" ? 0 : 1);

async function carryOut(action: Action, hands: Hands, applied: Applied): Promise<Applied> {
  const { github, repository } = hands;
  switch (action.kind) {
    case "set-check-run": {
      const { digest, detailsUrl } = hands;
      const shown = { ...action, digest, ...(detailsUrl === undefined ? {} : { detailsUrl }) };
      return { ...applied, checkRunId: await postCheckRun(github, repository, shown) };
    }
    case "add-labels":
      await addLabels(github, repository, action.issue, action.labels, hands.madeLabels);
      return { ...applied, added: [...applied.added, ...action.labels.map(({ name }) => name)] };
    case "remove-label":
      await removeLabel(github, repository, action.issue, action.name);
      return { ...applied, removed: [...applied.removed, action.name] };
    case "set-comment":
      return { ...applied, commentId: await setComment(action.issue, action.body, hands, true) };
    case "resolve-comment":
      return { ...applied, commentId: await setComment(action.issue, action.body, hands, false) };
  }
}

/** Edits the comment that is there, and makes one only where that was asked for. */
async function setComment(issue: number, text: string, hands: Hands, mayCreate: boolean): Promise<number | null> {
  const { github, repository, self, subject } = hands;
  const body = withMarker(text, subject, self.markerKey);
  if (hands.commentId !== null && hands.commentId !== undefined) {
    if (await editComment(github, repository, hands.commentId, body)) return hands.commentId;
  }
  if (hands.commentId === null && !mayCreate) return null;
  const found = await findComment(github, repository, issue, subject, self);
  if (found !== null && (found.body === body || (await editComment(github, repository, found.id, body))))
    return found.id;
  return mayCreate ? createComment(github, repository, issue, body) : null;
}
