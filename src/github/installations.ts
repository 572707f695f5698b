import { allPages, type GitHub } from "./client.js";

export interface InstalledRepository {
  readonly id: number;
  readonly nodeId: string;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly archived: boolean;
  readonly topics: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

/** Every repository that this installation may see. */
export async function installedRepositories(github: GitHub): Promise<readonly InstalledRepository[]> {
  const repositories = await allPages(
    async (window) => (await github.request("GET /installation/repositories", window)).data.repositories,
  );
  return repositories.map((one) => ({
    id: Number(one.id),
    nodeId: one.node_id,
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
