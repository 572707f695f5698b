import { APP_KINDS } from "./apps.js";
import { CONTAINER_KINDS } from "./containers.js";
import { INFRASTRUCTURE_KINDS } from "./infrastructure.js";
import type { DeployKind } from "./kind.js";
import { KUBERNETES_KINDS } from "./kubernetes.js";
import { PLATFORM_KINDS } from "./platforms.js";

export { DEPLOY_RULES } from "./rules.js";

/** Every kind of deploy file that is known. */
export const KINDS: readonly DeployKind[] = [
  ...CONTAINER_KINDS,
  ...KUBERNETES_KINDS,
  ...INFRASTRUCTURE_KINDS,
  ...APP_KINDS,
  ...PLATFORM_KINDS,
];
