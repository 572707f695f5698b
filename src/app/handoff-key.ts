import { createHash } from "node:crypto";
import type { HandoffStanding } from "../model/change.js";
import { MANIFEST_PATHS } from "../model/change.js";
import type { HandoffKey, StoredHandoff } from "../store/handoffs.js";
import type { InventoryRow } from "../store/repositories.js";

/**
 * One experiment is one repository and one place for a manifest. The four names that a manifest may have are one
 * place: renaming the file must not bring a second handoff.
 */
export function handoffKey({ nodeId }: Pick<InventoryRow, "nodeId">, manifestPath: string | null): HandoffKey {
  const path = manifestPath ?? MANIFEST_PATHS[0];
  const isUsual = (MANIFEST_PATHS as readonly string[]).includes(path);
  return { repositoryNodeId: nodeId, manifestPath: isUsual ? MANIFEST_PATHS[0] : path };
}

/** What the marker in an issue says: the same after a rename and a transfer. */
export function handoffSubject({ repositoryNodeId, manifestPath }: HandoffKey): string {
  const digest = createHash("sha256").update(`${repositoryNodeId}\0${manifestPath}`).digest("hex").slice(0, 24);
  return `handoff:${digest}`;
}

export function standingOf(handoff: StoredHandoff | null): HandoffStanding {
  return handoff === null || handoff.state === "intended" ? "none" : handoff.state;
}
