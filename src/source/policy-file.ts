import { readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { NamedText } from "../model/change.js";
import { findCheckout, git } from "./git.js";
import type { Range } from "./git-range.js";
import { type SourceProblem, sourceProblem } from "./problem.js";
import { textOf } from "./text-of.js";

/** Policies are short; the reader says so itself about one that is longer, so this is only a stop. */
const LARGEST = 1024 * 1024;

/**
 * A policy file by its absolute path. With a range, a file of the repository that is judged is taken as it was at the
 * merge base, so that a change can't rewrite the policy that judges it; nothing where it wasn't there yet. A file
 * elsewhere, or one that git doesn't know, is the caller's own.
 */
export async function openPolicyFile(
  file: string,
  folder: string,
  range: Range | null,
): Promise<NamedText | SourceProblem | null> {
  const checkout = range === null ? null : findCheckout(resolve(folder));
  const inside = checkout === null ? null : withinFolder(checkout.top, file);
  if (checkout === null || range === null || inside === null) return readOwn(file);
  const [base, head] = await Promise.all([
    git(checkout, ["merge-base", "--end-of-options", range.base, range.head]),
    git(checkout, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${range.head}:${inside}`]),
  ]);
  const commit = base.output.toString("latin1").trim();
  if (base.status !== 0 || commit === "") return null;
  const blob = await git(checkout, ["cat-file", "blob", `${commit}:${inside}`]);
  if (blob.status !== 0) return head.status === 0 ? null : readOwn(file);
  return blob.output.length <= LARGEST ? { path: inside, text: textOf(blob.output) } : null;
}

function readOwn(file: string): NamedText | SourceProblem {
  try {
    const about = statSync(file);
    if (!about.isFile()) return sourceProblem(`The policy ${file} is not a file.`, "Give the path of a policy file.");
    if (about.size > LARGEST)
      return sourceProblem(`The policy ${file} is larger than 1 MB.`, "A policy is a page or two.");
    return { path: file, text: textOf(readFileSync(file)) };
  } catch {
    return sourceProblem(`The policy ${file} could not be read.`, "Check the spelling of the path.");
  }
}

/** With `/` between the parts, or nothing where the file is outside. */
function withinFolder(top: string, file: string): string | null {
  const path = relative(top, join(file)).replaceAll("\\", "/");
  return path === "" || path.startsWith("../") || path === ".." ? null : path;
}
