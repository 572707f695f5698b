import { createHash } from "node:crypto";
import type { CheckRunDocument } from "../model/plan.js";

/** Names what a check run shows; its last part names the annotations alone. */
export function documentDigest(document: CheckRunDocument): string {
  return `v1:${sha256(document).slice(0, 40)}:${sha256(document.annotations).slice(0, 16)}`;
}

function sha256(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
