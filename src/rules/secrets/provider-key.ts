import { PROVIDERS } from "../../catalogue/secrets/providers.js";
import { keyRule } from "./keys/key-rules.js";

/** One rule for each provider whose keys look the same in every environment: a key to move, unless its place says more. */
export default PROVIDERS.filter(({ neutral }) => neutral !== undefined).map((provider) =>
  keyRule(provider, "neutral", {
    id: `secrets/${provider.id}-key`,
    summary: `A key for ${provider.name} is in this file.`,
    why: `A key in a file is read by everybody who can see the repository, and it stays in the history. Nothing in its form says that it is a production key.`,
    remedy: `Take it out, get a new one (${provider.keys}), and read that from an environment variable or a repository secret.`,
  }),
);
