import type { Declared } from "../../../model/manifest.js";
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

/** What the manifest says of a file: the word of a line for just this file, else of the whole experiment. */
export function declaredKind(
  path: string,
  declared: Declared,
): { readonly kind: string; readonly isForFile: boolean } | null {
  const own = declared.data.find(({ paths }) => paths !== null && anyGlob(paths)(path));
  const all = declared.data.find(({ paths }) => paths === null);
  const line = own ?? all;
  return line === undefined ? null : { kind: line.kind, isForFile: own !== undefined };
}

/** A word is evidence and no more: it is never enough against the rows themselves. */
export function declaration(path: string, declared: Declared): readonly Evidence[] {
  const word = declaredKind(path, declared);
  if (word === null || (word.kind !== "made-up" && word.kind !== "public")) return [];
  return [
    {
      family: "declaration",
      value: word.isForFile ? -1 : -0.5,
      n: 100,
      says: `the manifest says the data is ${word.kind}`,
    },
  ];
}
