import type { Example } from "../../model/rule.js";
import type { DeployLevel } from "../../model/vocabulary.js";

/** The words in which the catalogue of deploy kinds is written. A record is data: it holds no function. */

export type Format =
  | "yaml"
  | "json"
  | "toml"
  | "hcl"
  | "ini"
  | "dockerfile"
  | "shell"
  | "code"
  | "text"
  | "front-matter";

/**
 * A closed vocabulary of things to look for in one parsed file.
 *
 * A place is keys joined by dots: `*` is any one key or list item, `**` anything below, `&` a
 * dot within a key. In HCL a place is block types
 * and an attribute. Values are compared as text.
 */
export type Test =
  /** Something stands there. */
  | { readonly has: string }
  /** The value there is one of these, whatever the case. */
  | { readonly at: string; readonly is: readonly string[] }
  | { readonly at: string; readonly matches: RegExp }
  /** An HCL block of this type whose first label begins with one of these, or names a provider and with none of those. */
  | { readonly block: string; readonly labelled?: readonly string[]; readonly except?: readonly string[] }
  /** Every HCL block of this type has a first label that begins with one of these. */
  | { readonly everyBlock: string; readonly labelled: readonly string[] }
  /** A section of an INI file, or the sections' lines as `Section.key`. */
  | { readonly section: string }
  /** A line of plain text or a text-like file, comments left out. */
  | { readonly line: RegExp }
  /** A function that code calls, by its last name, with an option that has one of these values where that is asked. */
  | { readonly call: readonly string[]; readonly option?: string; readonly value?: readonly string[] }
  /** A package that code imports. */
  | { readonly imports: readonly string[] }
  /** The file's own path. */
  | { readonly path: RegExp }
  /** Another file of the repository: in the same folder, or anywhere with `**`+`/` before the name. */
  | { readonly beside: string }
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test };

/** A place whose value names an environment: `path` is the file's folders, `name` its file name. */
export type EnvironmentPlace = "path" | "name" | { readonly at: string } | { readonly key: string };

/** Who may put a file to work, so that a file which does nothing by itself becomes more. */
export type Applier = "kubectl" | "helm" | "gitops" | "swarm" | "ssh";

export interface DeployKind {
  readonly id: string;
  /** The rule that reports it, without `deploy/`. */
  readonly rule: string;
  /** Continues "this is": a noun with its article. */
  readonly saw: string;
  readonly why: string;
  /** Only where the usual next step of its level does not fit. */
  readonly next?: string;
  readonly format: Format;
  /** Quick globs only: a name or an ending anywhere. */
  readonly paths: readonly string[];
  /** One of these words is in the file, so that most files are never parsed. */
  readonly keywords?: readonly string[];
  /** Its words are no one else's: a file with one of them that can't be read is said. */
  readonly telling?: true;
  readonly confirm: Test;
  /** The level of the file by itself. */
  readonly level: DeployLevel;
  readonly raise?: readonly Raise[];
  /** Signs that it never leaves the computer: each makes it L0. */
  readonly local?: readonly Sign[];
  readonly environment?: readonly EnvironmentPlace[];
  /** Signs that hint at production. Two of them together count as one leg, one alone does not. */
  readonly hints?: readonly Sign[];
  readonly appliedBy?: readonly Applier[];
  /** Where the facts are from. */
  readonly source: string;
  /** ISO date on which they were last looked up. */
  readonly checked: string;
}

export interface Sign {
  readonly when: Test;
  /** Continues the sentence "line 3: …". */
  readonly says: string;
}

/** A sign that lifts the level. One that lifts to L3 speaks of production itself. */
export interface Raise extends Sign {
  readonly to: DeployLevel;
}

/** One action of a workflow, by name and, where the name alone does not decide, by its inputs. */
export interface ActionRecord {
  /** Lower case, without the version. A `*` at the end stands for any rest. */
  readonly uses: readonly string[];
  readonly does: "deploy" | "pages" | "publish" | "push-image" | "credentials" | "local-cluster" | "local-cloud";
  readonly level: DeployLevel;
  /** Continues "it": a verb with its object. */
  readonly says: string;
  /** Counts only when the input is there and matches (an absent input is the empty string). */
  readonly with?: Readonly<Record<string, RegExp>>;
  readonly without?: Readonly<Record<string, RegExp>>;
  /** These inputs make it production by themselves. */
  readonly production?: Readonly<Record<string, RegExp>>;
  readonly source: string;
  readonly checked: string;
}

/** One shape of command. */
export interface CommandRecord {
  readonly id: string;
  /** The program and its first words; `|` between alternatives. */
  readonly words: string;
  readonly does: "deploy" | "pages" | "publish" | "push-image" | "local-cluster" | "local-cloud" | "tunnel";
  readonly level: DeployLevel;
  readonly says: string;
  /** One argument matches. */
  readonly with?: RegExp;
  /** No argument matches. */
  readonly without?: RegExp;
  /** It copies from one place to the next, and counts only when it copies to one like this and not from it. */
  readonly copiesTo?: RegExp;
  /** Arguments that make it production by themselves. */
  readonly production?: RegExp;
  /** Flags after which a file or folder stands that it puts to work; `""` means the words without a flag. */
  readonly applies?: { readonly tool: Applier; readonly after: readonly string[] };
  readonly source: string;
  readonly checked: string;
}

/** The family of kinds that one rule reports. */
export interface DeployRule {
  /** Without `deploy/`. */
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly examples: { readonly match: readonly Example[]; readonly skip: readonly Example[] };
}

/** A pipeline of a system other than GitHub Actions. */
export interface PipelineRecord {
  readonly id: string;
  /** Its name, for people. */
  readonly name: string;
  readonly format: "yaml" | "json" | "text";
  readonly path: RegExp;
  /** A word that must be in the file, where the path says little. */
  readonly keyword?: string;
  readonly confirm: Test;
  /** Where its jobs are: places, the whole document without any. */
  readonly jobs: readonly string[];
  /** Keys that deploy by themselves, without a command. Tried on each job. */
  readonly deploys: readonly (Sign & { readonly level?: DeployLevel })[];
  /** Where a job names its environment. */
  readonly environment: readonly string[];
  readonly source: string;
  readonly checked: string;
}
