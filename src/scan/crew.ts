import type { RawFile } from "../model/source-file.js";
import type { Surroundings } from "../model/surroundings.js";
import type { Looker, Sightings } from "./look.js";
import { sourceFile } from "./source-file.js";

export type Files = Iterable<RawFile> | AsyncIterable<RawFile>;

/** Who looks at the files: `own` alone, or others beside it, whom a briefing tells all that `own` knows. */
export type Crew = (files: Files, own: Looker, brief: () => Briefing) => Promise<readonly Sightings[]>;

/** What a looker needs to know beside its rules: plain data, which can be sent to another thread. */
export interface Briefing {
  readonly surroundings: Omit<Surroundings, "context"> & { readonly context: readonly RawFile[] };
  readonly fingerprintKey: string;
}

/** One file after the other. */
export const alone: Crew = async (files, own) => {
  for await (const file of files) await own.look(file);
  return [own.seen()];
};

export function briefingOf(surroundings: Surroundings, fingerprintKey: string): Briefing {
  const context = surroundings.context.map(({ path, bytes }) => ({ path, bytes }));
  return { surroundings: { ...surroundings, paths: new Set(surroundings.paths), context }, fingerprintKey };
}

export function surroundingsOf({ surroundings }: Briefing): Surroundings {
  return { ...surroundings, context: surroundings.context.map(sourceFile) };
}
