import { branchHead, createBranch, writeFile } from "../github/branches.js";
import { statusOf } from "../github/client.js";
import { readFile } from "../github/contents.js";
import { createPull, findPullFrom } from "../github/pulls.js";
import { MANIFEST_PATHS } from "../model/change.js";
import type { Policy } from "../model/policy.js";
import { editManifest } from "../policy/edit-manifest.js";
import type { InventoryRow } from "../store/repositories.js";
import { type Application, clientFor, nameOf } from "./application.js";

export interface Acceptance {
  readonly policy: Policy;
  readonly handoffUrl: string;
  /** Who runs it from now on; without one, the policy's Dev team. */
  readonly owner: string | null;
  readonly actor: string;
}

export interface AcceptancePull {
  readonly number: number | null;
  readonly words: string;
}

const BRANCH = "handrail/production";

/**
 * The pull request that writes `status: production`: one branch, one file, a few lines, for the owner to merge. It needs
 * the right to write contents; an organisation that doesn't give it gets the lines to put in by hand.
 */
export async function openAcceptance(
  app: Application,
  repository: InventoryRow,
  { policy, handoffUrl, owner, actor }: Acceptance,
): Promise<AcceptancePull> {
  const github = await clientFor(app, repository);
  const name = nameOf(repository);
  const paths = repository.manifestPath === null ? MANIFEST_PATHS : [repository.manifestPath];
  for (const path of paths) {
    const file = await readFile(github, name, path);
    if (file === null) continue;
    const runner = owner ?? policy.dev.team ?? actor;
    const text = editManifest(file.text, {
      set: { status: "production", handoff: handoffUrl },
      production: { owner: runner, tier: "standard" },
    });
    if (text === null) return byHand(path, runner);
    try {
      const base = await branchHead(github, name, repository.defaultBranch);
      await createBranch(github, name, BRANCH, base ?? "");
      const onBranch = await readFile(github, name, path, BRANCH);
      if (onBranch !== null && onBranch.text !== text)
        await writeFile(github, name, {
          branch: BRANCH,
          path,
          sha: onBranch.sha,
          text,
          message: "Dev accepted the handoff: status production",
        });
      const pull =
        (await findPullFrom(github, name, BRANCH)) ??
        (await createPull(github, name, {
          title: "Dev accepted the handoff: status production",
          body: `Dev accepted ${handoffUrl}. Merging this says so in \`${path}\`. The product and the business context stay with the team.`,
          head: BRANCH,
          base: repository.defaultBranch,
        }));
      return { number: pull.number, words: `${pull.url} writes it into \`${path}\`, for the owner to merge.` };
    } catch (error) {
      if (![403, 404].includes(statusOf(error) ?? 0)) throw error;
      return byHand(path, runner);
    }
  }
  return byHand(MANIFEST_PATHS[0], owner ?? policy.dev.team ?? actor);
}

function byHand(path: string, owner: string): AcceptancePull {
  const words = `Please put this into \`${path}\`:\n\n\`\`\`yaml\nstatus: production\nproduction:\n  owner: ${owner.replace(/[^\w./-]/g, "")}\n  tier: standard\n\`\`\`\n`;
  return { number: null, words };
}
