import { type DeployCommand, isClusterTool, namesCluster } from "./commands.js";
import type { Leg } from "./leg.js";
import type { Script } from "./scripts.js";

const LOCAL_NAME =
  /(^|[^a-z])(local|localhost|kind|minikube|k3d|microk8s|docker-desktop|rancher-desktop|colima)([^a-z]|$)/i;

/** Says that a script is for a cluster on one's own computer: its name does, and no command of it names another. */
export function localNameLegs(
  called: string,
  { start, end, commands: all }: Script,
  commands: readonly DeployCommand[],
  places: readonly Leg[],
): readonly Leg[] {
  const isLocal =
    LOCAL_NAME.test(called) &&
    commands.every(({ id }) => isClusterTool(id)) &&
    !all.some(namesCluster) &&
    !places.some(({ role }) => role === "production");
  return isLocal ? [{ role: "other", says: "its name says that the cluster is on your computer", start, end }] : [];
}
