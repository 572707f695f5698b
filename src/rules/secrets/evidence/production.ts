import type { PositionKind } from "../../../catalogue/secrets/channel.js";
import type { ProductionNames } from "../../../model/policy.js";
import type { Confidence } from "../../../model/vocabulary.js";
import { environmentOf } from "../../../text/environment-words.js";
import { anyGlob } from "../../../text/globs.js";

/** A place in a reference that is meant to say where it leads. */
export interface Position {
  readonly kind: PositionKind;
  readonly value: string;
}

export interface Verdict {
  readonly says: "production" | "other" | "none";
  readonly confidence: Confidence;
  readonly because: readonly string[];
}

const LISTS: Readonly<Record<Exclude<PositionKind, "word" | "host">, keyof ProductionNames>> = {
  account: "accounts",
  project: "projects",
  subscription: "subscriptions",
  vault: "vaults",
  namespace: "namespaces",
  cluster: "clusters",
};

const CALLED: Readonly<Record<PositionKind, string>> = {
  account: "account",
  project: "project",
  subscription: "subscription",
  vault: "vault",
  namespace: "namespace",
  cluster: "cluster",
  host: "host",
  word: "name",
};

/** Whether a reference leads to production. What the organisation lists decides; then the first position that says something. */
export function judgePositions(positions: readonly Position[], production: ProductionNames): Verdict {
  const listed = positions.find((position) => isListed(position, production));
  if (listed !== undefined) {
    const because = `The ${CALLED[listed.kind]} \`${listed.value}\` is on the organisation's list for production.`;
    return { says: "production", confidence: "high", because: [because] };
  }
  for (const { kind, value } of positions) {
    const says = kind === "account" ? "none" : environmentOf(kind === "host" ? labels(value) : value, production.words);
    if (says !== "none") return { says, confidence: "medium", because: wordReasons(kind, value) };
  }
  return { says: "none", confidence: "low", because: [] };
}

/** A host without its last label: in `acme.dev` and `acme.live` that is no environment. */
function labels(host: string): string {
  return host.replace(/\.[a-z]{2,20}$/i, "");
}

/** The account in the ARN of a role, and the project in a service account's address: facts that a list may know. */
export function factsIn(value: string): readonly Position[] {
  const account = /^arn:aws[a-z-]{0,10}:[a-z0-9-]{2,20}:[a-z0-9-]{0,20}:(\d{12}):/.exec(value)?.[1];
  const project = /@([a-z0-9-]{4,40})\.iam\.gserviceaccount\.com$/.exec(value)?.[1];
  return [
    ...(account === undefined ? [] : [{ kind: "account" as const, value: account }]),
    ...(project === undefined ? [] : [{ kind: "project" as const, value: project }]),
  ];
}

function wordReasons(kind: PositionKind, value: string): readonly string[] {
  return [
    `The ${CALLED[kind]} \`${value}\` says production.`,
    "I looked for a word like test, dev, staging or non-prod in it and found none.",
  ];
}

function isListed({ kind, value }: Position, production: ProductionNames): boolean {
  if (kind === "word") return false;
  if (kind === "host") return production.hosts.length > 0 && anyGlob(production.hosts)(value);
  const list: readonly string[] = production[LISTS[kind]];
  return list.some((entry) => entry.toLowerCase() === value.toLowerCase());
}
