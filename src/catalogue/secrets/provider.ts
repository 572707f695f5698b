/**
 * What is known of one provider's credentials.
 *
 * A shape is a small language from which both the pattern and the examples are made: literal text, `{class:n}` or
 * `{class:n-m}` for so many characters of a class, `{uuid}`, and `{a|b}` for one of several texts. Classes: `dig`,
 * `hex`, `HEX`, `low` (a-z 0-9), `up` (A-Z 0-9), `an` (letters and digits), `b32`, `b64`, `url` (letters, digits, `_-`).
 */
export interface KeyForm {
  readonly shape: string;
  /** One of these must be in the file, for shapes that say too little by themselves. Lower case. */
  readonly near?: readonly string[];
  /** The value counts only where it is given to a name that holds one of these, lower case, words joined by `_`. */
  readonly names?: readonly string[];
  /** The words that lead to this form; without them the shape's own beginning, or the names. */
  readonly keywords?: readonly string[];
  readonly validator?: Validator;
}

/** Checks that need no network. A value that fails is not a key and is never mentioned. */
export type Validator = "crc32" | "github-app-token" | "aws-key-id";

export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Forms that belong to production by their shape. */
  readonly live?: readonly KeyForm[];
  /** Real credentials whose shape does not tell the environment. */
  readonly neutral?: readonly KeyForm[];
  /** Shapes for tries, which are always fine. */
  readonly test?: readonly string[];
  /** Shapes that are made to be public. */
  readonly public?: readonly string[];
  /** Hosts and settings that decide for a neutral form, lower case. */
  readonly endpoints?: { readonly live: readonly string[]; readonly test: readonly string[] };
  /** An AI service: its key is something to move, not production by itself. */
  readonly ai?: true;
  /** What to use for experiments instead, to be read after "use". */
  readonly twin?: string;
  /** The provider's own page on which keys are replaced or explained. */
  readonly keys: string;
  readonly source: string;
  /** The day on which the record was compared with its source. */
  readonly checked: string;
}
