import { type Checkout, type GitAnswer, git } from "./git.js";
import { gitMissing } from "./list-files.js";
import { type SourceProblem, sourceProblem } from "./problem.js";

const LONGEST_REF = 256;

/** What is wrong with the name of a commit before git sees it, if anything: it is never taken for an option or a path. */
export function refProblem(ref: string): SourceProblem | null {
  const plain = ref !== "" && ref.length <= LONGEST_REF && !ref.startsWith("-") && !/[\s:\u0000-\u001f]|\.\./.test(ref);
  if (plain) return null;
  const next = "Give the name of a branch, a tag or a commit, for example `--base origin/main`.";
  return sourceProblem(`${JSON.stringify(ref.slice(0, 80))} is not the name of a commit.`, next);
}

/** Finds out, after git refused a range, what a person can do about it. */
export async function rangeProblem(
  checkout: Checkout,
  { base, head }: { readonly base: string; readonly head: string },
  { status, complaint }: GitAnswer,
): Promise<SourceProblem> {
  if (status === 127) return gitMissing();
  const [anyCommit, baseKnown, headKnown, isShallow] = await Promise.all([
    known(checkout, "HEAD"),
    known(checkout, base),
    known(checkout, head),
    shallow(checkout),
  ]);
  if (!anyCommit && head === "HEAD") {
    const next = "Commit something first, or leave out --base to look at every file.";
    return sourceProblem(`${checkout.top} has no commits yet, so there is nothing to compare.`, next);
  }
  if (!baseKnown) return unknown(checkout, "--base", base, isShallow);
  if (!headKnown) return unknown(checkout, "--head", head, isShallow);
  if (isShallow || /merge base/.test(complaint)) return noCommonCommit(base, head, isShallow);
  const words = complaint.trim().split("\n").at(-1)?.slice(0, 200);
  return sourceProblem(`git could not compare ${base} with ${head} (${words}).`, "Try `git log` there.");
}

function unknown({ top }: Checkout, option: string, ref: string, isShallow: boolean): SourceProblem {
  const next = isShallow
    ? `This clone holds only the newest commits. Fetch it first: \`git fetch --unshallow\`, or \`fetch-depth: 0\` in actions/checkout.`
    : `Check the spelling, or fetch it first: \`git fetch origin ${ref.replace(/^origin\//, "")}\`, or \`fetch-depth: 0\` in actions/checkout.`;
  return sourceProblem(`${option} ${ref} is not a commit that ${top} knows.`, next);
}

function noCommonCommit(base: string, head: string, isShallow: boolean): SourceProblem {
  const next = isShallow
    ? "This clone holds only the newest commits: run `git fetch --unshallow`, or set `fetch-depth: 0` in actions/checkout."
    : "Choose a base that the branch was started from.";
  return sourceProblem(`${base} and ${head} have no commit in common here.`, next);
}

async function known(checkout: Checkout, ref: string): Promise<boolean> {
  return (
    (await git(checkout, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`])).status === 0
  );
}

async function shallow(checkout: Checkout): Promise<boolean> {
  const { output } = await git(checkout, ["rev-parse", "--is-shallow-repository"]);
  return output.toString("latin1").trim() === "true";
}
