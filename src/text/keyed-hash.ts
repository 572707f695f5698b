import { createHmac } from "node:crypto";

/**
 * A keyed hash of some texts, in order: 32 hexadecimal digits. The key keeps a short value from being guessed from its
 * hash; without an organisation's own key it is a fixed word, and two runs agree.
 */
export function keyedHash(key: string, ...parts: readonly string[]): string {
  return createHmac("sha256", key).update(parts.join("\0")).digest("hex").slice(0, 32);
}
