import { openFolder } from "../src/source/folder.js";
import { openRange } from "../src/source/git-range.js";
import type { Opened } from "../src/source/opened.js";
import { isSourceProblem } from "../src/source/problem.js";

export interface Source {
  readonly opened: Opened;
  /** The commit that was compared with, or nothing where everything is looked at. */
  readonly base: string | null;
  /** Why everything is looked at although a base was known. */
  readonly note: string | null;
}

/**
 * What the event changes. Where the checkout doesn't hold the base, everything in the folder is looked at instead: that
 * says too much rather than too little. Throws an Error with a plain message where there is nothing to open.
 */
export async function openSource(folder: string, base: string | null): Promise<Source> {
  const range = base === null ? null : await openRange(folder, { base, head: "HEAD" });
  if (range !== null && !isSourceProblem(range)) return { opened: range, base, note: null };
  const everything = await openFolder(folder);
  if (isSourceProblem(everything)) throw new Error(`${everything.message} ${everything.next}`);
  const note =
    range === null
      ? null
      : `Everything was looked at, not just this change: ${range.message} Give actions/checkout \`fetch-depth: 0\`.`;
  return { opened: everything, base: null, note };
}
