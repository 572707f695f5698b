import type { AREAS } from "./areas.js";

export type Area = (typeof AREAS)[number]["id"];

/** One way in which code acts on the world: a call that writes, where it writes to, and its twin that only pretends. */
export interface ActRecord {
  /** Unique; begins with the area. */
  readonly id: string;
  readonly area: Area;
  /** Ends the sentence "This code can …": "send e-mail over SMTP". */
  readonly does: string;
  /** How the chain of a writing call ends, brackets left out: `emails.send`. */
  readonly calls?: readonly string[];
  /** Modules of which a file that makes such a call imports one. */
  readonly modules?: readonly string[];
  /** Addresses that act when something is posted to them; `*` stands for any part. */
  readonly posts?: readonly { readonly host: string; readonly path?: string }[];
  /** Texts that show it is only rehearsed: part of a string or of a variable's name, lower case. */
  readonly sandbox: readonly string[];
  /** Options of the call or of a client in the same file, with the value that makes it a rehearsal. */
  readonly sandboxOptions?: readonly { readonly name: string; readonly value: string }[];
  /** Texts that show it is real: how a string begins or a host, lower case. */
  readonly live?: readonly string[];
  readonly liveOptions?: readonly { readonly name: string; readonly value: string }[];
  /** A variable whose name has this word in it holds the credential: with LIVE or PROD in it too, it is real. */
  readonly vendor?: string;
  readonly source: string;
  readonly checked: string;
  readonly examples: {
    readonly yes: readonly ActExample[];
    readonly no: readonly ActExample[];
    readonly handoff?: readonly ActExample[];
  };
}

/** A few lines of a file; without a path they are Python. */
export type ActExample = string | { readonly path: string; readonly text: string };
