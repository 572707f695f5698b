import { PROVIDERS } from "../../catalogue/secrets/providers.js";
import { keyRule } from "./keys/key-rules.js";

/** One rule for each provider whose keys tell by their form that they are live. */
export default PROVIDERS.filter(({ live }) => live !== undefined).map((provider) =>
  keyRule(provider, "live", {
    id: `secrets/${provider.id}-live-key`,
    summary: `A live key for ${provider.name} is in this file.`,
    why: `Whoever reads the file can use ${provider.name} as your company does, with real effect.`,
    remedy: `Replace the key at ${provider.name} first (${provider.keys}); deleting the line isn't enough.`,
  }),
);
