import { KINDS } from "../../../catalogue/deploy/index.js";
import type { DeployKind } from "../../../catalogue/deploy/kind.js";
import type { SourceFile } from "../../../model/source-file.js";
import { globIndex } from "../../../text/globs.js";
import { lowerCaseOf } from "../../../text/lower-case.js";
import { oncePer } from "../../../text/memo.js";

/** The kinds of the catalogue that a file may be of by its path. Many rules ask for the same file. */
export const kindsAt = oncePer(({ path }: SourceFile): ReadonlySet<DeployKind> => {
  const numbers = new Set<number>();
  globsOf(KINDS).match(path, (kind) => numbers.add(kind));
  const kinds = [...numbers].flatMap((number) => KINDS[number] ?? []);
  return new Set(kinds.filter((kind) => patternsOf(kind).every((pattern) => pattern.test(path))));
});

/** Made with the first file. */
const globsOf = oncePer((kinds: readonly DeployKind[]) => globIndex(kinds.map(({ paths }) => paths)));

/** The patterns that a kind's path must match beside its globs. */
const patternsOf = oncePer(({ confirm }: DeployKind): readonly RegExp[] =>
  ("all" in confirm ? confirm.all : [confirm]).flatMap((part) => ("path" in part ? part.path : [])),
);

/** One of the kind's words is in the file, whatever its case. */
export function hasKeyword({ keywords }: DeployKind, file: SourceFile): boolean {
  return keywords === undefined || keywords.some((word) => lowerCaseOf(file).includes(word.toLowerCase()));
}
