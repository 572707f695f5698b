import { AMAZON_COMMANDS } from "./commands/amazon.js";
import { AZURE_COMMANDS } from "./commands/azure.js";
import { CLUSTER_COMMANDS } from "./commands/clusters.js";
import { DATA_AND_MODEL_COMMANDS } from "./commands/data-and-models.js";
import { GOOGLE_COMMANDS } from "./commands/google.js";
import { HOSTING_COMMANDS } from "./commands/hosting.js";
import { INFRASTRUCTURE_COMMANDS } from "./commands/infrastructure.js";
import { LOCAL_COMMANDS } from "./commands/local.js";
import { PACKAGE_COMMANDS } from "./commands/packages.js";
import { PRODUCT_COMMANDS } from "./commands/products.js";
import { SERVER_COMMANDS } from "./commands/servers.js";
import type { CommandRecord } from "./kind.js";

/** Commands that put something somewhere, by their first words; the first record that fits counts. */
export const COMMANDS: readonly CommandRecord[] = [
  ...CLUSTER_COMMANDS,
  ...INFRASTRUCTURE_COMMANDS,
  ...AMAZON_COMMANDS,
  ...GOOGLE_COMMANDS,
  ...AZURE_COMMANDS,
  ...HOSTING_COMMANDS,
  ...SERVER_COMMANDS,
  ...DATA_AND_MODEL_COMMANDS,
  ...PRODUCT_COMMANDS,
  ...PACKAGE_COMMANDS,
  ...LOCAL_COMMANDS,
];
