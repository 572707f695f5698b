import { RESERVED_IDENTIFIERS, SAMPLE_CARDS, SAMPLE_IDENTIFIERS } from "../../../catalogue/data/samples.js";
import { compact } from "./values.js";

const SAMPLES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...Object.entries(SAMPLE_IDENTIFIERS).map(([kind, list]) => [kind, new Set(list.split(" "))] as const),
  ["card", new Set(SAMPLE_CARDS.split(" "))] as const,
]);
const RESERVED: Readonly<Record<string, RegExp>> = RESERVED_IDENTIFIERS;

/** True for a value that documentation, tests or registries keep for nobody. */
export function isSampleIdentifier(kind: string, value: string): boolean {
  const plain = compact(value);
  if (SAMPLES.get(kind)?.has(plain) === true || RESERVED[kind]?.test(plain) === true) return true;
  return /^\D*(\d)\1{7,}|(?:01234567|12345678|98765432)/.test(plain);
}
