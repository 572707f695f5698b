import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type Briefing, type Crew, forEachFile, type Looker, type Sightings } from "../evaluate.js";
import type { Files } from "../model/change.js";
import type { RawFile } from "../model/source-file.js";
import { type Batch, packer } from "./batch.js";

/** What this thread tells another, and what it hears from it. */
export type Order = Batch | "finish";
export type Answer = "ready" | "done" | Sightings;

/** Starting another thread takes as long as looking at so many bytes. */
const WORTHWHILE = 1024 * 1024;
/** So many files are taken for more than that before they are read. */
const MANY = 1000;
/** After so many bytes of its own, this thread listens to the others. */
const BREATH = 128 * 1024;
/** A thread has a batch to look at and the next one waiting. */
const MOST_BATCHES = 2;
const MOST_THREADS = 4;

/**
 * Looks at the files of a large repository in several threads of this process. This thread reads, feeds the others, and
 * looks at files itself while they are busy. Where no other thread can be started, it is alone.
 *
 * @param script what the other threads run: the bundle of `thread.ts`
 * @param most threads in all
 */
export function threads(script: URL, most = Math.min(MOST_THREADS, availableParallelism())): Crew {
  const startOthers = (briefing: Briefing) => Array.from({ length: most - 1 }, () => startOther(script, briefing));
  return (files, own, brief) => share(files, own, () => startOthers(brief()));
}

async function share(files: Files, own: Looker, startOthers: () => readonly Other[]): Promise<readonly Sightings[]> {
  let others: readonly Other[] | undefined;
  let total = 0;
  let breath = 0;
  await forEachFile(files, (file) => {
    const size = file.bytes.length;
    total += size;
    if (total > WORTHWHILE || (files.count ?? 0) > MANY) others ??= startOthers();
    const free = others?.find(({ hasRoom }) => hasRoom());
    if (free !== undefined) return free.add(file);
    breath += size;
    if (breath < BREATH || others === undefined) return own.look(file);
    breath = 0;
    return afterBreath(own.look(file));
  });
  return [own.seen(), ...(await Promise.all((others ?? []).map(({ finish }) => finish())))];
}

async function afterBreath(looking: void | Promise<void>): Promise<void> {
  await looking;
  await setImmediate();
}

/** Another thread, seen from this one. */
interface Other {
  readonly hasRoom: () => boolean;
  readonly add: (file: RawFile) => void;
  /** What it saw in all. Rejects when the thread broke while it had files to look at. */
  readonly finish: () => Promise<Sightings>;
}

const NOTHING: Sightings = { located: [], gaps: [], failures: [], files: 0, bytes: 0 };

function startOther(script: URL, briefing: Briefing): Other {
  const worker = new Worker(script, { workerData: briefing });
  const { add, rest } = packer();
  let state: "starting" | "ready" | "never started" = "starting";
  let waiting = 0;
  // An error elsewhere ends the process at once, without waiting for this thread.
  worker.unref();
  const end = new Promise<Sightings>((resolve, reject) => {
    worker.on("message", (answer: Answer) => {
      if (answer === "ready") state = "ready";
      else if (answer === "done") waiting--;
      else resolve(answer);
    });
    const stopped = (error: Error) => {
      if (state === "ready") return reject(error);
      state = "never started";
      resolve(NOTHING);
    };
    worker.on("error", stopped);
    worker.on("exit", () => stopped(new Error("A thread ended before it had looked at everything.")));
  });
  // It is heard in `finish`, which may be long after.
  end.catch(() => {});
  const send = (batch: Batch | null) => {
    if (batch === null) return;
    waiting++;
    worker.postMessage(batch, [batch.memory]);
  };
  const finish = async () => {
    worker.ref();
    send(rest());
    worker.postMessage("finish" satisfies Order);
    const seen = await end;
    await worker.terminate();
    return seen;
  };
  return { hasRoom: () => state === "ready" && waiting < MOST_BATCHES, add: (file) => send(add(file)), finish };
}
