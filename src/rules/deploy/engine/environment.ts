import { NOT_PUBLIC_HOST } from "../../../catalogue/deploy/local.js";
import type { ProductionNames } from "../../../model/policy.js";
import type { SourceFile } from "../../../model/source-file.js";
import { environmentOf, tokensOf } from "../../../text/environment-words.js";
import { anyGlob } from "../../../text/globs.js";
import { oncePer } from "../../../text/memo.js";
import type { Leg } from "./leg.js";
import { basename } from "./paths.js";

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Names of environments that say what a job does, and not where to. */
const NOT_A_DESTINATION =
  /^(github-pages|pypi|test-?pypi|npm|npm-release|release|docker|ghcr|scan-security|codecov|copilot)$/i;
/** Build modes: people set them to `production` on their own computer. */
const BUILD_MODE =
  /^(NODE|RAILS|RACK|FLASK|APP|ASPNETCORE|DOTNET|DJANGO|GATSBY|NEXT_PUBLIC|BABEL|NUXT|VUE_APP|MIX|PHX)?_?(ENV|ENVIRONMENT|MODE)=|^--(mode|configuration|build-arg|production|omit)\b/i;

/** What a declared environment says. `what` names the place: "environment", "namespace". */
export function environmentLeg(value: string, what: string, at: Place, production: ProductionNames): Leg | null {
  if (NOT_A_DESTINATION.test(value.trim())) return null;
  const word = expressionWord(value, production);
  if (word === "none") return null;
  const shown = value.trim().slice(0, 80);
  return {
    role: word === "production" ? "production" : "other",
    says: `${what} "${shown}"`,
    environment: nameOf(value, production),
    ...at,
  };
}

const REFERENCE = /\$\{\{[^}]{0,400}\}\}|\$\{[^}]{0,200}\}|\$\([^)]{0,200}\)|\$[A-Za-z_]\w{0,80}|%[A-Z_]{1,80}%/g;

/**
 * A name is read as it is. Where it holds references to variables, what stands around them is read, the quoted words in
 * them, and the variables' own names: `secrets.PROD_HOST` speaks of production, a plain `STAGE` of nothing.
 */
function expressionWord(value: string, { words }: ProductionNames): "production" | "other" | "none" {
  const references = value.slice(0, 2000).match(REFERENCE) ?? [];
  if (references.length === 0) return environmentOf(value, words);
  const fixed = environmentOf(value.slice(0, 2000).replace(REFERENCE, " "), words);
  const quoted = references.flatMap((reference) => quotedIn(reference).map((word) => environmentOf(word, words)));
  const named = references.flatMap((reference) => namesIn(reference).map((name) => environmentOf(name, words)));
  const found = [fixed, ...quoted, ...named];
  if (found.includes("production")) return "production";
  return found.includes("other") ? "other" : "none";
}

const quotedIn = (reference: string) =>
  [...reference.matchAll(/'([^'\n]{1,80})'|"([^"\n]{1,80})"/g)].map(([, single, double]) => single ?? double ?? "");

/** Names of several words; a single one, such as `STAGE`, only says that there is a choice. */
function namesIn(reference: string): readonly string[] {
  const names = reference.replace(/'[^'\n]{0,200}'|"[^"\n]{0,200}"/g, " ").match(/[A-Za-z]\w{1,80}/g) ?? [];
  return names.filter((name) => tokensOf(name).length > 1).slice(0, 20);
}

/** The name under which the policy may know the environment. */
function nameOf(value: string, { words }: ProductionNames): string {
  const part =
    value
      .trim()
      .split(/[/:@]/)
      .find((word) => environmentOf(word, words) !== "none") ?? value.trim();
  if (/^[\w .-]{1,60}$/.test(part)) return part;
  return tokensOf(part).find((token) => words.includes(token)) ?? part.slice(0, 60);
}

/** What the arguments of a command say: paths, flags and names, but no build modes. */
export function argumentLegs(argv: readonly string[], at: Place, production: ProductionNames): readonly Leg[] {
  const found: Leg[] = [];
  for (const [i, word] of argv.entries()) {
    if (i === 0 || word.length > 300 || BUILD_MODE.test(word) || BUILD_MODE.test(`${argv[i - 1]} `)) continue;
    const leg = environmentLeg(
      word.replace(/^--?[\w-]{1,60}=/, ""),
      `"${[argv[0], word].join(" … ").slice(0, 80)}" says`,
      at,
      production,
    );
    if (leg !== null) found.push({ ...leg, says: `the command names "${word.slice(0, 80)}"` });
  }
  return found;
}

/** Folders that hold one folder for each environment. */
const PARENTS =
  /^(overlays?|clusters?|envs?|environments?|live|stages?|stacks?|apps?|accounts?|deploy(ments?)?|infra(structure)?|terraform|k8s|kubernetes|manifests?|helm|values|config|inventor(y|ies)|group_vars|targets?|regions?)$/i;
const REGION =
  /^(us|eu|ap|sa|ca|me|af|east|west|north|south|central|northeast|southeast|northwest|southwest|europe|asia|cluster|env|environment|account|aws|gcp|azure|k8s|infra|stack|global|\d{1,2}|[a-z]\d?)$/i;

/** What the folders say. Below a folder such as `overlays` any name counts, elsewhere only one that is an environment's. */
export function folderLegs(path: string, production: ProductionNames): readonly Leg[] {
  const folders = path.split("/").slice(0, -1);
  const at = { start: 0, end: 0 };
  const isEnvironment = environmentFolders(production);
  for (const [i, folder] of folders.entries()) {
    if (/^live$/i.test(folder) && i + 1 < folders.length) continue;
    if (!PARENTS.test(folders[i - 1] ?? "") && !isEnvironment(folder)) continue;
    const leg = environmentLeg(folder, "folder", at, production);
    if (leg !== null) return [leg];
  }
  return [];
}

/** Says of a folder's name whether it is an environment's and nothing else. A few names stand above most files. */
const environmentFolders = oncePer((production: ProductionNames) => {
  const known = new Map<string, boolean>();
  return (folder: string) => {
    const is = known.get(folder) ?? isOnlyAnEnvironment(folder, production);
    known.set(folder, is);
    return is;
  };
});

function isOnlyAnEnvironment(folder: string, { words }: ProductionNames): boolean {
  if (words.includes(folder.toLowerCase())) return true;
  const tokens = tokensOf(folder);
  const rest = tokens.filter((token) => !words.includes(token) && environmentOf(token, words) === "none");
  return (
    tokens.length > rest.length && rest.every((token) => REGION.test(token) || /^(non|not|pre|un|no)$/.test(token))
  );
}

/** What the file's name says, its ending left out. */
export function nameLegs(path: string, production: ProductionNames): readonly Leg[] {
  const name = basename(path)
    .replace(/\.(ya?ml|json|jsonc|toml|tf|tfvars|hcl|conf|auto)$/gi, "")
    .replace(/\.(auto)$/i, "");
  const leg = environmentLeg(name.replaceAll(".", "-"), "file name", { start: 0, end: 0 }, production);
  return leg === null ? [] : [leg];
}

/** Accounts, projects, clusters and hosts that the organisation itself calls production: facts beat words. */
export function factLegs(file: SourceFile, production: ProductionNames): readonly Leg[] {
  const facts = factsOf(production);
  return facts.flatMap(({ value, kind }): readonly Leg[] => {
    const start = wholeWord(file.text, value);
    if (start < 0) return [];
    return [
      {
        role: "production",
        says: `the ${kind} "${value}", which your organisation lists as production`,
        start,
        end: start + value.length,
        environment: value,
      },
    ];
  });
}

const factsOf = oncePer((production: ProductionNames) =>
  (["accounts", "projects", "subscriptions", "clusters", "hosts", "vaults"] as const)
    .flatMap((list) =>
      production[list].map((value) => ({ value: value.replace(/^\*+\.?/, ""), kind: list.slice(0, -1) })),
    )
    .filter(({ value }) => value.length >= 4 && !value.includes("*")),
);

function wholeWord(text: string, value: string): number {
  for (let at = text.indexOf(value), tries = 0; at >= 0 && tries < 100; at = text.indexOf(value, at + 1), tries++) {
    if (!/[\w-]/.test(text[at - 1] ?? " ") && !/[\w-]/.test(text[at + value.length] ?? " ")) return at;
  }
  return -1;
}

/** A namespace that the organisation lists as production. */
export function namespaceLeg(value: string, at: Place, production: ProductionNames): Leg | null {
  const known = anyGlob(production.namespaces)(value);
  if (known)
    return {
      role: "production",
      says: `the namespace "${value}", which your organisation lists as production`,
      environment: value,
      ...at,
    };
  return environmentLeg(value, "namespace", at, production);
}

/** True for a host that people outside can reach. */
export function isPublicHost(host: string): boolean {
  return (
    /^[a-z0-9*.-]{4,253}$/i.test(host) &&
    /[a-z]/i.test(host) &&
    !NOT_PUBLIC_HOST.test(host) &&
    !/example|changeme|your-?domain|mydomain|my-?site|acme\.org$/i.test(host)
  );
}
