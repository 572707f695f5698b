import { AI_PROVIDERS } from "./ai.js";
import { PAYMENT_PROVIDERS } from "./payments.js";
import { PLATFORM_PROVIDERS } from "./platforms.js";
import type { Provider } from "./provider.js";
import { WORKPLACE_PROVIDERS } from "./workplace.js";

/** Every provider. Where two shapes fit a value, the earlier record is the more telling one and wins. */
export const PROVIDERS: readonly Provider[] = [
  ...PAYMENT_PROVIDERS,
  ...PLATFORM_PROVIDERS,
  ...AI_PROVIDERS,
  ...WORKPLACE_PROVIDERS,
];
