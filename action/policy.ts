import { resolve } from "node:path";
import type { GitHub } from "../src/github/client.js";
import { readFile } from "../src/github/contents.js";
import type { NamedText } from "../src/model/change.js";
import type { LoadedPolicy } from "../src/model/loaded-policy.js";
import { BUILT_IN_POLICY, type Mode } from "../src/model/policy.js";
import { readPolicy } from "../src/policy/read-policy.js";
import { openPolicyFile } from "../src/source/policy-file.js";
import { isSourceProblem } from "../src/source/problem.js";

const ORGANIZATION_FILE = "ai-experiment-policy.yml";

export interface PolicyQuestion {
  /** The path that the `policy` input names, or empty. */
  readonly named: string;
  /** Wins over what the policy says. */
  readonly mode: Mode | null;
  readonly workspace: string;
  readonly folder: string;
  /** The commit that is compared with, or nothing. */
  readonly base: string | null;
  readonly github: GitHub | null;
  readonly owner: string | null;
}

/** The named file as it is at the base, else the organisation's, else the built-in policy. */
export async function loadPolicy(question: PolicyQuestion): Promise<LoadedPolicy> {
  const loaded = question.named === "" ? await ofOrganization(question) : await ofFile(question);
  return question.mode === null ? loaded : { ...loaded, policy: { ...loaded.policy, mode: question.mode } };
}

async function ofFile({ named, workspace, folder, base }: PolicyQuestion): Promise<LoadedPolicy> {
  const range = base === null ? null : { base, head: "HEAD" };
  const file = await openPolicyFile(resolve(workspace, named), folder, range);
  if (file !== null && isSourceProblem(file)) throw new Error(`${file.message} ${file.next}`);
  return fromText(file, "file");
}

/** The `.github` repository of the organisation; a token that may not see it gets the built-in policy. */
async function ofOrganization({ github, owner }: PolicyQuestion): Promise<LoadedPolicy> {
  if (github === null || owner === null) return fromText(null, "org");
  const file = await readFile(github, { owner, repo: ".github" }, ORGANIZATION_FILE).catch(() => null);
  return fromText(file === null ? null : { path: ORGANIZATION_FILE, text: file.text }, "org");
}

function fromText(file: NamedText | null, source: "file" | "org"): LoadedPolicy {
  if (file === null) return { policy: BUILT_IN_POLICY, source: "built-in", state: "ok", problems: [] };
  return { source, ...readPolicy(file) };
}
