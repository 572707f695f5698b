import type { KnownRepository } from "../model/repository.js";
import { allPages, type GitHub } from "./client.js";

/** Every repository that this installation may see. */
export async function installedRepositories(
  github: GitHub,
  installationId: number,
): Promise<readonly KnownRepository[]> {
  const repositories = await allPages(
    async (window) => (await github.request("GET /installation/repositories", window)).data.repositories,
  );
  return repositories.map((one) => ({
    id: Number(one.id),
    nodeId: one.node_id,
    installationId,
    owner: one.owner.login,
    name: one.name,
    defaultBranch: one.default_branch,
    private: one.private,
    fork: one.fork,
    archived: one.archived,
    topics: one.topics ?? [],
    properties: propertiesOf(one),
  }));
}

/** In the answer of newer servers only, and not in the description of the answer. */
function propertiesOf(repository: object): Readonly<Record<string, string>> {
  const found = "custom_properties" in repository ? repository.custom_properties : null;
  if (typeof found !== "object" || found === null) return {};
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value ?? "")]));
}
