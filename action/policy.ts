import type { GitHub } from "../src/github/client.js";
import { readFile } from "../src/github/contents.js";
import type { NamedText } from "../src/model/change.js";

const ORGANIZATION_FILE = "ai-experiment-policy.yml";

/** The policy in the `.github` repository of the organisation; nothing where the token may not see it. */
export async function organizationPolicy(github: GitHub | null, owner: string | null): Promise<NamedText | null> {
  if (github === null || owner === null) return null;
  const file = await readFile(github, { owner, repo: ".github" }, ORGANIZATION_FILE).catch(() => null);
  return file === null ? null : { path: ORGANIZATION_FILE, text: file.text };
}
