import { createHash } from "node:crypto";
import type { GitHub } from "../github/client.js";
import { readFile } from "../github/contents.js";
import type { LoadedPolicy } from "../model/loaded-policy.js";
import { BUILT_IN_POLICY } from "../model/policy.js";
import { readPolicy } from "../policy/read-policy.js";
import type { Sql } from "../store/database.js";
import { lastGoodPolicy, saveGoodPolicy } from "../store/policies.js";

export const POLICY_REPOSITORY = ".github";
export const POLICY_PATH = "ai-experiment-policy.yml";

/** An organisation's policy, with a name for exactly these words. */
export interface OrgPolicy extends LoadedPolicy {
  readonly digest: string;
}

export interface Policies {
  readonly of: (owner: string, github: () => Promise<GitHub>) => Promise<OrgPolicy>;
  /** After a push to the repository that the policy is in. */
  readonly forget: (owner: string) => void;
}

const FRESH = 10 * 60_000;

/** One call per organisation and ten minutes; a push to the policy's repository makes it asked for at once. */
export function policies(sql: Sql, clock: () => number = Date.now): Policies {
  const kept = new Map<string, { readonly policy: Promise<OrgPolicy>; readonly until: number }>();
  const of: Policies["of"] = (owner, github) => {
    const key = owner.toLowerCase();
    const found = kept.get(key);
    if (found !== undefined && found.until > clock()) return found.policy;
    const policy = github().then((client) => load(sql, owner, client));
    kept.set(key, { policy, until: clock() + FRESH });
    policy.catch(() => kept.delete(key));
    return policy;
  };
  return { of, forget: (owner) => void kept.delete(owner.toLowerCase()) };
}

async function load(sql: Sql, owner: string, github: GitHub): Promise<OrgPolicy> {
  const file = await readFile(github, { owner, repo: POLICY_REPOSITORY }, POLICY_PATH);
  if (file === null) return BUILT_IN;
  const read = readPolicy({ path: POLICY_PATH, text: file.text });
  if (read.state === "ok") {
    await saveGoodPolicy(sql, owner, file.text);
    return { policy: read.policy, source: "org", state: "ok", problems: read.problems, digest: digestOf(file.text) };
  }
  const earlier = await lastGoodPolicy(sql, owner);
  if (earlier === null)
    return {
      policy: BUILT_IN_POLICY,
      source: "org",
      state: "invalid",
      problems: read.problems,
      digest: digestOf(file.text),
    };
  const { policy } = readPolicy({ path: POLICY_PATH, text: earlier });
  const digest = digestOf(`${earlier}\0${file.text}`);
  return { policy, source: "org", state: "last-good", problems: read.problems, digest };
}

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

const BUILT_IN: OrgPolicy = {
  policy: BUILT_IN_POLICY,
  source: "built-in",
  state: "ok",
  problems: [],
  digest: digestOf(JSON.stringify(BUILT_IN_POLICY)),
};
