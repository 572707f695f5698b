import type { Files } from "../model/change.js";
import type { RawFile } from "../model/source-file.js";
import type { Surroundings } from "../model/surroundings.js";
import type { Looker, Sightings } from "./look.js";
import { sourceFile } from "./source-file.js";

/** Who looks at the files: `own` alone, or others beside it, whom a briefing tells all that `own` knows. */
export type Crew = (files: Files, own: Looker, brief: () => Briefing) => Promise<readonly Sightings[]>;

/** What a looker needs to know beside its rules: plain data, which can be sent to another thread. */
export interface Briefing {
  readonly surroundings: Omit<Surroundings, "context"> & { readonly context: readonly RawFile[] };
  readonly fingerprintKey: string;
}

/** One file after the other. */
export const alone: Crew = async (files, own) => {
  await forEachFile(files, own.look);
  return [own.seen()];
};

/** Waits only where there is something to wait for: with many files, waiting for nothing adds up. */
export async function forEachFile(files: Files, use: (file: RawFile) => void | Promise<void>): Promise<void> {
  if (Symbol.iterator in files) {
    for (const file of files) {
      const waiting = use(file);
      if (waiting !== undefined) await waiting;
    }
  } else for await (const file of files) await use(file);
}

export function briefingOf(surroundings: Surroundings, fingerprintKey: string): Briefing {
  const context = surroundings.context.map(({ path, bytes }) => ({ path, bytes }));
  return { surroundings: { ...surroundings, paths: new Set(surroundings.paths), context }, fingerprintKey };
}

export function surroundingsOf({ surroundings }: Briefing): Surroundings {
  return { ...surroundings, context: surroundings.context.map(sourceFile) };
}
