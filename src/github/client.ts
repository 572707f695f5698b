import type { Octokit } from "@octokit/rest";

/** What is used of octokit: typed requests by route, and GraphQL. */
export type GitHub = Pick<Octokit, "request" | "graphql">;

export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** `owner/name`, as people write it. */
export function repositoryName(text: string): RepositoryName | null {
  const parts = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100})$/.exec(text);
  return parts?.[1] === undefined || parts[2] === undefined ? null : { owner: parts[1], repo: parts[2] };
}

/** A creation is never repeated by the client: after an error on the way back it may have happened. */
export const ONCE = { request: { retries: 0 } } as const;

export function statusOf(error: unknown): number | null {
  const status = error instanceof Error && "status" in error ? error.status : null;
  return typeof status === "number" ? status : null;
}

/** Nothing where GitHub says that there is nothing, or nothing that we may see. */
export async function orNull<T>(answer: Promise<T>, ...statuses: readonly number[]): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const status = statusOf(error);
    if (status !== null && [404, 410, ...statuses].includes(status)) return null;
    throw error;
  }
}

const PAGE = 100;

/** Every page to the last. `most` is a stop for the case that a list never ends. */
export async function allPages<T>(
  page: (window: { readonly per_page: number; readonly page: number }) => Promise<readonly T[]>,
  most = 200,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let number = 1; number <= most; number++) {
    const items = await page({ per_page: PAGE, page: number });
    found.push(...items);
    if (items.length < PAGE) break;
  }
  return found;
}
