/** An AI service as the world knows it: where it is reached and how code, packages and settings show that it is used. */
export interface AiServiceRecord {
  /** Also the id that a policy's `ai-services` may use. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /**
   * `company`: reached through a cloud account that a company holds. `public`: the vendor's own address, for anybody with
   * a key. `gateway`: passes requests on to other services.
   */
  readonly access: "company" | "public" | "gateway";
  /** What it receives: prompts for a model, media or voice, search requests, or data to keep. */
  readonly kind: "model" | "media" | "search" | "store" | "agent";
  /** Whole host names; `*` stands for any part. */
  readonly hosts: readonly string[];
  /** Where its own SDK goes when nobody says otherwise. */
  readonly defaultHost?: string;
  /** Packages that go there and nowhere else. */
  readonly npm?: readonly string[];
  readonly pypi?: readonly string[];
  /** Packages that go there unless the code says otherwise. */
  readonly sharedNpm?: readonly string[];
  readonly sharedPypi?: readonly string[];
  /** Modules that code imports beside those called like the package; other services may share them. */
  readonly modules?: readonly string[];
  /** Classes and functions that reach it when they are called. */
  readonly clients?: readonly string[];
  /** Calls that reach it when their first argument begins with a word: `client("bedrock-runtime")`. */
  readonly clientsWith?: readonly { readonly name: string; readonly first: string }[];
  /** How the name of a model begins when it is reached there: `azure/`. */
  readonly models?: readonly string[];
  /** How the name of a model begins that goes to its vendor where nothing else is said: `gpt-`. */
  readonly bareModels?: readonly string[];
  /** The vendor's web site has the same host: a link counts only with this path. */
  readonly mentionPath?: string;
  /** Environment variables that hold its key or address. */
  readonly variables?: readonly string[];
  readonly source: string;
  /** When somebody last looked at the source. */
  readonly checked: string;
  readonly examples: { readonly yes: readonly ServiceExample[]; readonly no: readonly ServiceExample[] };
}

/** A few lines of a file; without a path they are Python. */
export type ServiceExample = string | { readonly path: string; readonly text: string };
