import { Minimatch } from "minimatch";

/** One set of options everywhere: dot files count, case does not, and a pattern is never a comment or a negation. */
const OPTIONS = { dot: true, nocase: true, nocomment: true, nonegate: true, platform: "linux" } as const;
const LONGEST = 256;
/** `**` + `/*.ext` and `**` + `/name`, the two forms that need no pattern matcher. */
const BY_ENDING = /^\*\*\/\*(\.[\w.-]+)$/;
const BY_NAME = /^\*\*\/([\w.-]+)$/;

export type PathTest = (path: string) => boolean;

/** A test that holds when any of the globs matches the path. A glob over 256 characters matches nothing. */
export function anyGlob(globs: readonly string[]): PathTest {
  const expanded = globs.filter((glob) => glob.length <= LONGEST).flatMap(expandEndings);
  const endings = expanded.flatMap((glob) => BY_ENDING.exec(glob)?.[1]?.toLowerCase() ?? []);
  const names = new Set(expanded.flatMap((glob) => BY_NAME.exec(glob)?.[1]?.toLowerCase() ?? []));
  const others = expanded
    .filter((glob) => !BY_ENDING.test(glob) && !BY_NAME.test(glob))
    .map((glob) => new Minimatch(glob, OPTIONS));
  return (path) => {
    const lower = path.toLowerCase();
    if (names.has(lower.slice(lower.lastIndexOf("/") + 1))) return true;
    return endings.some((ending) => lower.endsWith(ending)) || others.some((glob) => glob.match(path));
  };
}

/** `**` + `/*.{yml,yaml}` becomes two plain endings. */
function expandEndings(glob: string): readonly string[] {
  const parts = /^(\*\*\/(?:\*\.|[\w.-]*))\{([\w.,-]+)\}([\w.-]*)$/.exec(glob);
  if (parts === null) return [glob];
  return (parts[2] ?? "").split(",").map((word) => `${parts[1]}${word}${parts[3]}`);
}
