import type { DataWord, Declared } from "../../../model/manifest.js";
import { anyGlob } from "../../../text/globs.js";
import { type Cluster, clip, type Evidence } from "./evidence.js";

const LEAST = 5;

/** Addresses on the company's own domains: staff are real people. */
export function organization({ people }: Cluster): readonly Evidence[] {
  const own = new Set(people.filter(({ standing }) => standing === "own").map(({ email }) => email));
  if (own.size < LEAST) return [];
  return [
    {
      family: "organization",
      value: clip(own.size / 10),
      n: own.size,
      says: `${own.size} addresses are on the company's own mail domain`,
    },
  ];
}

export interface DeclaredLine {
  readonly kind: DataWord;
  readonly source: string | null;
  /** The line names files, and this is one of them. */
  readonly isForFile: boolean;
}

/** What the manifest says of a file: a line for just this file, else what it says of the whole experiment. */
export function declaredLine(path: string, { data }: Declared): DeclaredLine | null {
  const own = data.find(({ paths }) => paths !== null && anyGlob(paths)(path));
  const line = own ?? data.find(({ paths }) => paths === null);
  return line === undefined ? null : { kind: line.kind, source: line.source, isForFile: own !== undefined };
}

/** A word is evidence and no more: it is never enough against the rows themselves. */
export function declaration(path: string, declared: Declared): readonly Evidence[] {
  const line = declaredLine(path, declared);
  if (line === null || (line.kind !== "made-up" && line.kind !== "public")) return [];
  return [
    {
      family: "declaration",
      value: line.isForFile ? -1 : -0.5,
      n: 100,
      says: `the manifest says the data is ${line.kind}`,
    },
  ];
}
