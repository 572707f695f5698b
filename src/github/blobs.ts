import type { Gap } from "../model/source-file.js";
import { type GitHub, orNull, type RepositoryName } from "./client.js";
import { Lru } from "./lru.js";
import { blobSha } from "./patch.js";

/** A file's content by its git name. In memory only: contents are never stored. In bytes. */
export type BlobCache = Lru<Uint8Array>;

export function blobCache(bytes = 96_000_000): BlobCache {
  return new Lru(bytes);
}

export interface WantedBlob {
  readonly path: string;
  readonly sha: string;
}

export interface ReadBlobs {
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly gaps: readonly Gap[];
}

/** One file at most, and all files of one change together at most. Bytes. */
const LARGEST = 10_000_000;
const MOST = 80_000_000;
const BATCH = 50;
const AT_ONCE = 4;

/** Contents by git name: from the cache, then in batches of 50 per call, then one by one what a batch can't carry. */
export async function readBlobs(
  github: GitHub,
  repository: RepositoryName,
  wanted: readonly WantedBlob[],
  cache: BlobCache,
): Promise<ReadBlobs> {
  const bytes = new Map<string, Uint8Array>();
  const gaps: Gap[] = [];
  const missing = new Map<string, string>();
  for (const { path, sha } of wanted) {
    const kept = cache.get(sha);
    if (kept === undefined) missing.set(sha, path);
    else bytes.set(sha, kept);
  }
  const keep = (sha: string, content: Uint8Array) => {
    bytes.set(sha, content);
    cache.set(sha, content, content.length);
  };
  const single: string[] = [];
  for (const shas of batches([...missing.keys()])) {
    const texts = await readTexts(github, repository, shas);
    for (const sha of shas) {
      const { content = null, size = 0 } = texts.get(sha) ?? {};
      if (content !== null) keep(sha, content);
      else if (size > LARGEST) gaps.push({ path: missing.get(sha) ?? sha, reason: tooLarge(size) });
      else single.push(sha);
    }
  }
  let total = [...bytes.values()].reduce((sum, content) => sum + content.length, 0);
  await inTurns(single, async (sha) => {
    const path = missing.get(sha) ?? sha;
    if (total > MOST) return void gaps.push({ path, reason: "this change holds more data than is read at once" });
    const content = await readOne(github, repository, sha);
    if (content === null) return void gaps.push({ path, reason: "GitHub could not give us this file" });
    total += content.length;
    if (content.length > LARGEST) gaps.push({ path, reason: tooLarge(content.length) });
    else keep(sha, content);
  });
  return { bytes, gaps };
}

const tooLarge = (size: number) => `it is ${Math.ceil(size / 1_000_000)} MB; files above 10 MB are not read`;

function batches(shas: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(shas.length / BATCH) }, (_, i) => shas.slice(i * BATCH, (i + 1) * BATCH));
}

interface TextAnswer {
  /** Nothing for a binary file, a very large one, or one whose text is not UTF-8. */
  readonly content: Uint8Array | null;
  readonly size: number;
}

async function readTexts(
  github: GitHub,
  { owner, repo }: RepositoryName,
  shas: readonly string[],
): Promise<ReadonlyMap<string, TextAnswer>> {
  const fields = shas.map((sha, i) => `b${i}: object(oid: "${sha}") { ... on Blob { text byteSize isTruncated } }`);
  const query = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields.join(" ")} } }`;
  const answer = await orNull(github.graphql<GraphAnswer>(query, { owner, repo }), 403, 405, 501).catch(partial);
  const found = answer?.repository ?? {};
  return new Map(
    shas.flatMap((sha, i) => {
      const blob = found[`b${i}`];
      if (blob === null || blob === undefined) return [];
      return [[sha, { content: exact(blob, sha), size: blob.byteSize ?? 0 }] as const];
    }),
  );
}

interface GraphAnswer {
  readonly repository: Readonly<Record<string, GraphBlob | null>> | null;
}

interface GraphBlob {
  readonly text?: string | null;
  readonly byteSize?: number;
  readonly isTruncated?: boolean;
}

/** GraphQL may answer in part: what came is used, and the rest is read one by one. */
function partial(error: unknown): GraphAnswer | null {
  const named = error instanceof Error && error.name === "GraphqlResponseError";
  return named && "data" in error ? ((error.data as GraphAnswer | undefined) ?? null) : null;
}

/** The text is recoded on its way: it counts only when it has the very hash that was asked for. */
function exact({ text, isTruncated }: GraphBlob, sha: string): Uint8Array | null {
  if (text === null || text === undefined || isTruncated === true) return null;
  const bytes = Buffer.from(text, "utf8");
  return blobSha(bytes) === sha ? bytes : null;
}

async function readOne(github: GitHub, repository: RepositoryName, sha: string): Promise<Uint8Array | null> {
  const answer = await orNull(
    github.request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { ...repository, file_sha: sha }),
    403,
    422,
  );
  return answer === null
    ? null
    : Buffer.from(answer.data.content, answer.data.encoding === "base64" ? "base64" : "utf8");
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
