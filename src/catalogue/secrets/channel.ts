/** What a declared position of a reference holds. The organisation's lists are compared with the kind they belong to. */
export type PositionKind = "account" | "project" | "subscription" | "vault" | "host" | "namespace" | "cluster" | "word";

interface Common {
  /** The rule's name below `secrets/`. */
  readonly id: string;
  /** What is read, to be put after "reads". */
  readonly what: string;
  readonly match: readonly string[];
  /** Harmless twins. */
  readonly skip: readonly string[];
  readonly source: string;
}

/** A reference that can be told by its own syntax wherever it stands in a text. */
export interface TextChannel extends Common {
  readonly keywords: readonly string[];
  /** Linear patterns. Their groups are named after {@link PositionKind}, with a digit where one kind stands twice. */
  readonly patterns: readonly string[];
  /** One of these must stand within 300 characters, lower case. */
  readonly near?: readonly string[];
}

/** A command that reads secrets, with the flags and arguments that say from where. */
export interface CommandChannel extends Common {
  /** The words that the command begins with; one of several ways to write it. */
  readonly heads: readonly (readonly string[])[];
  readonly flags: Readonly<Record<string, PositionKind>>;
  /** The plain arguments after the head count too, as this kind. */
  readonly rest?: PositionKind;
}
