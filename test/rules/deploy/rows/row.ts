import type { DeployLevel } from "../../../../src/model/vocabulary.js";

/** One file that a kind of the catalogue is, or is not, and how far it reaches alone. */
export interface Row {
  readonly kind: string;
  readonly yes: readonly Sample[];
  readonly no: readonly Sample[];
}

/** A path and a text; where the level matters, the level; where other files matter, these. */
export type Sample = readonly [
  path: string,
  text: string,
  level?: DeployLevel,
  around?: Readonly<Record<string, string>>,
];
