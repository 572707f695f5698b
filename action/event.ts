/** What the runner's event says, as far as the Action needs it. Every part may be missing: an event is input. */
export interface Event {
  /** The commit to compare with, where the event has one. */
  readonly base: string | null;
  readonly pullRequest: number | null;
  readonly repository: { readonly owner: string; readonly name: string } | null;
}

/** The parts of GitHub's payloads that are looked at, none of them trusted to be there. */
interface Payload {
  readonly pull_request?: { readonly number?: unknown; readonly base?: { readonly sha?: unknown } };
  readonly merge_group?: { readonly base_sha?: unknown };
  readonly repository?: { readonly name?: unknown; readonly owner?: { readonly login?: unknown } };
}

/** Reads a push, pull request, fork pull request or merge group event. A push has no base: everything is looked at. */
export function readEvent(payload: unknown): Event {
  const { pull_request, merge_group, repository } = (payload ?? {}) as Payload;
  const number = pull_request?.number;
  const owner = repository?.owner?.login;
  const name = repository?.name;
  return {
    base: commit(pull_request?.base?.sha) ?? commit(merge_group?.base_sha),
    pullRequest: typeof number === "number" ? number : null,
    repository: typeof owner === "string" && typeof name === "string" ? { owner, name } : null,
  };
}

function commit(value: unknown): string | null {
  return typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value) ? value : null;
}
