import type { Gap, RawFile } from "../model/source-file.js";
import type { Blob, Blobs } from "./blobs.js";
import { isLfsPointer, REASONS } from "./limits.js";
import { linkLeadsOut } from "./read-files.js";
import type { Entry } from "./trees.js";

/** How many objects are asked for ahead of the one that is looked at. */
const AHEAD = 8;

/** Reads files of a commit in order. What can't be read is added to `gaps`. */
export async function* readEntries(blobs: Blobs, entries: readonly Entry[], gaps: Gap[]): AsyncGenerator<RawFile> {
  const asked = entries.slice(0, AHEAD).map((entry) => ask(blobs, entry));
  for (const [i, entry] of entries.entries()) {
    const next = entries[i + AHEAD];
    const blob = await asked.shift();
    if (next !== undefined) asked.push(ask(blobs, next));
    const outcome = blob === undefined ? null : contentOf(entry, blob);
    if (typeof outcome === "string") gaps.push({ path: entry.path, reason: outcome });
    else if (outcome !== null) yield { path: entry.path, bytes: outcome };
  }
}

function ask(blobs: Blobs, { object, kind }: Entry): Promise<Blob> {
  return kind === "sub-repository" ? Promise.resolve({ reason: REASONS.subRepository }) : blobs.read(object);
}

/** The bytes of a file, the reason of a gap, or `null` for a link to another place in the repository. */
function contentOf({ path, kind }: Entry, blob: Blob): Buffer | string | null {
  if ("reason" in blob) return blob.reason;
  if (kind === "link") return linkLeadsOut(path, blob.bytes.toString("utf8")) ? REASONS.linkOut : null;
  return isLfsPointer(blob.bytes) ? REASONS.lfs : blob.bytes;
}
