import { createHmac } from "node:crypto";
import { type BlobCache, blobCache } from "../github/blobs.js";
import type { GitHub, RepositoryName } from "../github/client.js";
import type { Identity } from "../github/identity.js";
import { type TreeCache, treeCache } from "../github/trees.js";
import type { Database } from "../store/database.js";
import { type Locks, locks } from "../store/lock.js";
import type { InventoryRow } from "../store/repositories.js";
import { keptSetting } from "../store/settings.js";
import type { Clients } from "./clients.js";
import type { Log } from "./log.js";
import type { Metrics } from "./metrics.js";
import { type Policies, policies } from "./policies.js";

/** Everything that a job works with. Made once, when the process starts. */
export interface Application {
  readonly database: Database;
  readonly clients: Clients;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly lock: Locks;
  readonly policies: Policies;
  readonly blobs: BlobCache;
  readonly trees: TreeCache;
  readonly madeLabels: Set<string>;
  readonly markerKey: string;
  readonly fingerprintKey: string;
  /** Where people see what we talk of: `https://github.com`. */
  readonly webUrl: string;
  readonly now: () => Date;
}

export interface Parts {
  readonly database: Database;
  readonly clients: Clients;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly privateKey: string;
  readonly apiUrl: string | null;
  readonly now: () => Date;
}

/** The keys are made of the App's own key at the first start and kept: a new App key changes no marker. */
export async function application({ privateKey, apiUrl, ...parts }: Parts): Promise<Application> {
  const derived = (name: string) => createHmac("sha256", privateKey).update(name).digest("hex");
  const kept = (name: string) => keptSetting(parts.database.pool, name, derived(name));
  return {
    ...parts,
    webUrl: webUrlOf(apiUrl),
    lock: locks(parts.database),
    policies: policies(parts.database.pool),
    blobs: blobCache(),
    trees: treeCache(),
    madeLabels: new Set(),
    markerKey: await kept("marker-key"),
    fingerprintKey: await kept("fingerprint-key"),
  };
}

export type Self = Identity & { readonly markerKey: string };

export async function self(app: Application): Promise<Self> {
  return { ...(await app.clients.identity()), markerKey: app.markerKey };
}

export function clientFor(app: Application, { installationId }: Pick<InventoryRow, "installationId">): Promise<GitHub> {
  return app.clients.installation(installationId);
}

export function nameOf({ owner, name }: Pick<InventoryRow, "owner" | "name">): RepositoryName {
  return { owner, repo: name };
}

/** The website that belongs to an API: GitHub.com, an Enterprise server, or anything that speaks like them. */
function webUrlOf(apiUrl: string | null): string {
  if (apiUrl === null) return "https://github.com";
  return apiUrl.replace(/\/api\/v3$/, "").replace(/^https:\/\/api\./, "https://");
}

export function urlOf(
  { webUrl }: Application,
  { owner, name }: Pick<InventoryRow, "owner" | "name">,
  path = "",
): string {
  return `${webUrl}/${owner}/${name}${path}`;
}
