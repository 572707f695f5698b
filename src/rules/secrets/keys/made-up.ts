import { DOCUMENTED_PIECES } from "../../../catalogue/secrets/public.js";
import { isTyped, looksRandom } from "../../../text/randomness.js";

const PLACEHOLDER =
  /example|sample|dummy|fake|placeholder|your[-_ ]|change[-_]?me|redacted|x{4}|\.{3}|replace|insert|todo|secret[-_]?key|mysecret|notreal|not[-_]?a[-_]?real|abc123|foobar|deadbeef|cafebabe|12345/i;

/** True for a value that nobody could log in with: a documented sample, a placeholder, something typed by hand. */
export function isMadeUp(value: string, lead = ""): boolean {
  const body = value.slice(lead.length);
  if (DOCUMENTED_PIECES.some(({ piece }) => value.includes(piece))) return true;
  return PLACEHOLDER.test(body) || isTyped(body) || !looksRandom(body);
}
