import { GENERATOR_NAMES } from "../../../catalogue/data/name-vocabulary.js";
import { bloomHas } from "../../../text/bloom.js";

let bits: Uint8Array | undefined;
const known = new Map<string, boolean>();

/** True for a name that a generator library may draw, and for about one in a hundred others. Words are a-z. */
export function isGeneratorName(word: string): boolean {
  const hit = known.get(word);
  if (hit !== undefined) return hit;
  bits ??= Uint8Array.from(Buffer.from(GENERATOR_NAMES, "base64"));
  const has = bloomHas(bits, word);
  if (known.size < 50_000) known.set(word, has);
  return has;
}
