import { createHash } from "node:crypto";
import type { Change, NamedText } from "../model/change.js";
import type { Gap, RawFile } from "../model/source-file.js";
import { type BlobCache, readBlobs, type WantedBlob } from "./blobs.js";
import type { GitHub, RepositoryName } from "./client.js";
import type { ChangedFile } from "./compare.js";
import type { Outline } from "./outline.js";
import { patched } from "./patch.js";

/** What GitHub's files can't say: approvals, false alarms and the standing of the handoff come from the store. */
export type Standing = Pick<Change, "falseAlarms" | "handoff" | "approvedWaivers" | "baseline">;

/** Names everything that is judged: two changes with the same key get the same verdict. */
export function contentKey(outline: Outline, standing: Standing, law: readonly string[]): string {
  const parts = [
    outline.baseTree.sha,
    outline.changed.map(({ path, sha, status, previousPath }) => [path, sha, status, previousPath]),
    [...standing.falseAlarms],
    [...standing.approvedWaivers],
    standing.handoff,
    law,
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/**
 * The contents of a change. Files as they were before are fetched; what came after is made of the patch where that
 * gives, to the byte, the file that git names, and is fetched too where it does not.
 */
export async function readChange(
  github: GitHub,
  repository: RepositoryName,
  outline: Outline,
  standing: Standing,
  cache: BlobCache,
): Promise<Change> {
  const before = outline.changed.flatMap((file) => beforeOf(file, outline));
  const after = outline.changed.filter((file) => file.status !== "removed" && file.sha !== "");
  const wanted = [...before, ...after, ...outline.context, ...manifestBlobs(outline)];
  const read = (blobs: readonly WantedBlob[]) => readBlobs(github, repository, blobs, cache);
  const deriveAll = () => {
    for (const file of after) derive(file, outline, cache);
  };
  deriveAll();
  const later = new Set(after.filter((file) => file.patch !== null && file.status !== "added").map(({ sha }) => sha));
  const first = await read(wanted.filter(({ sha }) => cache.get(sha) !== undefined || !later.has(sha)));
  deriveAll();
  const tried = new Set(first.gaps.map(({ path }) => path));
  const rest = await read(wanted.filter(({ path, sha }) => !first.bytes.has(sha) && !tried.has(path)));
  const bytes = new Map([...first.bytes, ...rest.bytes]);
  const files = rawFiles(after, bytes);
  const gaps: Gap[] = [...outline.gaps, ...first.gaps, ...rest.gaps, ...files.flatMap(lfsGap)];
  return {
    isRange: true,
    ...standing,
    manifest: namedText(outline.manifest, bytes),
    ...(outline.proposed === "untouched" ? {} : { proposedManifest: namedText(outline.proposed, bytes) }),
    files: files.filter((file) => lfsGap(file).length === 0),
    before: rawFiles(before, bytes),
    paths: outline.paths,
    context: rawFiles(outline.context, bytes),
    gaps: uniqueGaps(gaps),
  };
}

function beforeOf(file: ChangedFile, { baseTree }: Outline): readonly WantedBlob[] {
  if (file.status === "added") return [];
  const path = file.previousPath ?? file.path;
  const old = baseTree.files.get(path);
  return old === undefined ? [] : [{ path, sha: old.sha }];
}

function manifestBlobs({ manifest, proposed }: Outline): readonly WantedBlob[] {
  return [manifest, proposed === "untouched" ? null : proposed].flatMap((blob) => blob ?? []);
}

function derive(file: ChangedFile, outline: Outline, cache: BlobCache): void {
  if (file.patch === null || cache.get(file.sha) !== undefined) return;
  const [old] = beforeOf(file, outline);
  const source = old === undefined ? null : cache.get(old.sha);
  if (source === undefined) return;
  const content = patched(source, file.patch, file.sha);
  if (content !== null) cache.set(file.sha, content, content.length);
}

function rawFiles(blobs: readonly WantedBlob[], bytes: ReadonlyMap<string, Uint8Array>): readonly RawFile[] {
  return blobs.flatMap(({ path, sha }) => {
    const content = bytes.get(sha);
    return content === undefined ? [] : [{ path, bytes: content }];
  });
}

function namedText(blob: WantedBlob | null, bytes: ReadonlyMap<string, Uint8Array>): NamedText | null {
  const content = blob === null ? undefined : bytes.get(blob.sha);
  return blob === null || content === undefined
    ? null
    : { path: blob.path, text: Buffer.from(content).toString("utf8") };
}

const LFS = "version https://git-lfs.github.com/spec/v1\n";

function lfsGap({ path, bytes }: RawFile): readonly Gap[] {
  if (bytes.length >= 1024 || !Buffer.from(bytes).toString("latin1").startsWith(LFS)) return [];
  return [{ path, reason: "Its content is stored in Git LFS and is not part of what was read." }];
}

function uniqueGaps(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [gap.path, gap])).values()];
}
