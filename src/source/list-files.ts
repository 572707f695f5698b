import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Gap } from "../model/source-file.js";
import { type Checkout, git } from "./git.js";
import { REASONS } from "./limits.js";
import { type Name, pathOf, splitAtZeros, withoutStart } from "./names.js";
import { type SourceProblem, sourceProblem } from "./problem.js";

const TAGGED = 2;
const NOT_CHECKED_OUT = "S ";

/** Every file that git tracks or does not ignore below the checkout's folder, each once. */
export async function listTracked(checkout: Checkout, gaps: Gap[]): Promise<readonly Name[] | SourceProblem> {
  const answer = await git(checkout, ["ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard"]);
  if (answer.status !== 0) return cannotList(checkout, answer.status, answer.complaint);
  const names = new Map<string, Name>();
  for (const tagged of splitAtZeros(answer.output)) {
    const name = withoutStart(tagged, TAGGED);
    if (pathOf(tagged).startsWith(NOT_CHECKED_OUT)) gaps.push({ path: pathOf(name), reason: REASONS.sparse });
    else names.set(pathOf(name), name);
  }
  return [...names.values()];
}

function cannotList({ folder }: Checkout, status: number, complaint: string): SourceProblem {
  if (status === 127) return gitMissing();
  const words = complaint.trim().split("\n").at(-1) ?? "";
  return sourceProblem(
    `git could not list the files in ${folder} (${words.slice(0, 200)}).`,
    "Try `git status` there.",
  );
}

export function gitMissing(): SourceProblem {
  return sourceProblem("This folder is a git checkout, and git is not installed here.", "Install git and try again.");
}

/** Every file below a folder that is no checkout, in one fixed order, but for `.git` and `node_modules`. */
export function listAll(folder: string, gaps: Gap[]): readonly Name[] {
  const names: string[] = [];
  const waiting = [""];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const { name, isFolder } of entries(folder, below, gaps)) {
      if (!isFolder) names.push(below + name);
      else if (name !== ".git" && name !== "node_modules") waiting.push(`${below}${name}/`);
    }
  }
  return names.sort();
}

function entries(folder: string, below: string, gaps: Gap[]) {
  try {
    const found = readdirSync(join(folder, below), { withFileTypes: true });
    return found.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  } catch {
    gaps.push({ path: below, reason: REASONS.unreadable });
    return [];
  }
}
