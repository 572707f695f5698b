import { INFRASTRUCTURE_KINDS } from "./infrastructure.js";
import type { DeployKind } from "./kind.js";
import { KUBERNETES_KINDS } from "./kubernetes.js";

export { DEPLOY_RULES } from "./rules.js";

/** Every kind of deploy file that is known. */
export const KINDS: readonly DeployKind[] = [...KUBERNETES_KINDS, ...INFRASTRUCTURE_KINDS];
