import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { type Checkout, startGit } from "./git.js";
import { LARGEST_FILE, REASONS } from "./limits.js";

/** The content of one object, or the reason why there is none. */
export type Blob = { readonly bytes: Buffer } | { readonly reason: string };

/** One long-lived `git cat-file --batch`: objects are answered in the order in which they were asked for. */
export interface Blobs {
  /** `object` is an object id. */
  readonly read: (object: string) => Promise<Blob>;
  readonly close: () => void;
}

const NEWLINE = 10;

export function openBlobs(checkout: Checkout): Blobs {
  const child = startGit(checkout, ["cat-file", "--batch"]);
  const answers = new Answers();
  child.stdout.on("data", (chunk: Buffer) => answers.take(chunk));
  child.stderr.resume();
  child.stdin.on("error", () => {});
  child.on("error", () => answers.end());
  child.on("close", () => answers.end());
  return {
    read: (object) => {
      const answer = answers.next();
      // What is asked for in one go is written in one go.
      child.stdin.cork();
      child.stdin.write(`${object}\n`);
      process.nextTick(() => child.stdin.uncork());
      return answer;
    },
    close: () => stop(child),
  };
}

function stop(child: ChildProcessWithoutNullStreams): void {
  child.stdin.end();
  child.kill();
}

/** Cuts git's stream of `<id> <type> <size>\n<content>\n` into blobs. What is over the limit is passed by, not held. */
class Answers {
  private readonly waiting: ((blob: Blob) => void)[] = [];
  private header = "";
  private content: { readonly size: number; readonly parts: Buffer[]; left: number } | null = null;
  private ended = false;

  next(): Promise<Blob> {
    if (this.ended) return Promise.resolve({ reason: REASONS.absent });
    return new Promise((done) => this.waiting.push(done));
  }

  take(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.content === null ? this.takeHeader(rest) : this.takeContent(rest);
  }

  /** git stopped: it could not read an object, and what was asked for after that is not known. */
  end(): void {
    this.ended = true;
    for (const done of this.waiting.splice(0)) done({ reason: REASONS.absent });
  }

  private takeHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(NEWLINE);
    this.header += chunk.toString("latin1", 0, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.subarray(chunk.length);
    const size = Number(/ \w+ (\d+)$/.exec(this.header)?.[1] ?? Number.NaN);
    this.header = "";
    if (Number.isNaN(size)) this.answer({ reason: REASONS.absent });
    else this.content = { size, parts: [], left: size + 1 };
    return chunk.subarray(end + 1);
  }

  private takeContent(chunk: Buffer): Buffer {
    const { content } = this;
    if (content === null) return chunk;
    const part = chunk.subarray(0, content.left);
    content.left -= part.length;
    if (content.size <= LARGEST_FILE) content.parts.push(part);
    if (content.left === 0) this.finish(content.size, content.parts);
    return chunk.subarray(part.length);
  }

  private finish(size: number, parts: readonly Buffer[]): void {
    this.content = null;
    if (size > LARGEST_FILE) this.answer({ reason: REASONS.tooLarge });
    else this.answer({ bytes: Buffer.concat(parts).subarray(0, size) });
  }

  private answer(blob: Blob): void {
    this.waiting.shift()?.(blob);
  }
}
