import { type DeclaredData, MANIFEST_KEYS, type Manifest } from "../model/manifest.js";
import type { Problem } from "../model/problem.js";
import { type ManifestContext, manifestFields, UNREADABLE } from "./manifest-fields.js";
import { KEY_SYNONYMS } from "./manifest-words.js";
import { type Place, type Rec, readRecord } from "./reading/collections.js";
import type { KindFile } from "./reading/file.js";
import type { Log } from "./reading/log.js";
import { parse } from "./reading/parse.js";
import { and } from "./reading/say.js";
import { fix } from "./reading/values.js";

export type { ManifestContext } from "./manifest-fields.js";

export interface ReadManifest {
  /** `invalid`: the owner or the data could not be had, or nothing could be read. */
  readonly state: "ok" | "invalid";
  /** What could be read, also where the state is `invalid`; nothing where no part could. */
  readonly manifest: Manifest | null;
  /** All of them, sorted by line. */
  readonly problems: readonly Problem[];
}

/** The words that may stand before a colon in a manifest, also under other names that people use. */
export const MANIFEST_WORDS = {
  top: new Set<string>([...MANIFEST_KEYS, ...Object.keys(KEY_SYNONYMS)]),
  inner: new Set(
    "name paths kind source service account for rule reason approved-by expires link owner tier on-call slo runbook keeps-data-for".split(
      " ",
    ),
  ),
};

/** Reads a manifest kindly. Never throws, whatever the file holds. */
export function readManifest(file: KindFile, context: ManifestContext): ReadManifest {
  const parsed = parse(file, MANIFEST_WORDS);
  const { root, log, isEmpty, isBroken } = parsed;
  if (root === null) {
    if (isEmpty)
      log.error(
        0,
        "There is nothing in this file yet. Two lines are enough, for example `owner: maria-lopez` and `data: made-up`.",
      );
    return { state: "invalid", manifest: null, problems: parsed.problems() };
  }
  const found = readRecord(root, manifestFields(context), log, { aka: KEY_SYNONYMS, own: true });
  const manifest = toManifest(found, context, log);
  if (!isBroken) sayWhatIsMissing(found, manifest, log);
  if (!isBroken) crossCheck(found, manifest, log);
  return { state: isComplete(manifest) ? "ok" : "invalid", manifest, problems: parsed.problems() };
}

type Found = Rec<ReturnType<typeof manifestFields>>;

function toManifest({ values, places }: Found, { repositoryName }: ManifestContext, log: Log): Manifest {
  const owner = values.owner ?? [];
  const businessOwner = values["business-owner"] ?? [];
  return {
    name: values.name ?? (repositoryName === undefined ? null : asName(repositoryName)),
    summary: values.summary ?? null,
    owner,
    businessOwner: businessOwner.length === 0 ? owner : businessOwner,
    team: values.team ?? null,
    status: values.status ?? "exploring",
    data: plainest(readable(values.data ?? []), places, log),
    dataKinds: unique(values["data-kinds"] ?? []),
    usedBy: values["used-by"] ?? "just-me",
    environments: unique(values.environments ?? ["local"]),
    ai: values.ai ?? [],
    needs: unique(values.needs ?? []),
    spec: values.spec ?? null,
    request: values.request ?? null,
    handoff: values.handoff ?? null,
    started: values.started ?? null,
    reviewBy: values["review-by"] ?? null,
    ends: values.ends ?? null,
    learned: values.learned ?? [],
    share: values.share ?? false,
    waivers: values.waivers ?? [],
    production:
      values.production?.owner === undefined ? null : { ...values.production, owner: values.production.owner },
    lines: Object.fromEntries([...places].map(([key, { at }]) => [key, log.lineOf(at)])),
  };
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** `invoice-sorter_2` reads as `Invoice sorter 2`. */
function asName(repository: string): string {
  const words = repository
    .slice(repository.lastIndexOf("/") + 1)
    .replace(/[-_.]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1, 80);
}

/** An entry that nobody can read stands for "not sure" beside others, and for nothing alone. */
function readable(data: readonly DeclaredData[]): readonly DeclaredData[] {
  return data.every((declared) => declared === UNREADABLE) ? [] : data;
}

/** `none` beside another word can't be right. */
function plainest(
  data: readonly DeclaredData[],
  places: ReadonlyMap<string, Place>,
  log: Log,
): readonly DeclaredData[] {
  const everywhere = data.filter(({ paths }) => paths === null).map(({ kind }) => kind);
  const others = unique(everywhere.filter((kind) => kind !== "none"));
  if (!everywhere.includes("none") || others.length === 0) return data;
  log.advice(
    places.get("data")?.at ?? 0,
    `\`none\` and other data can't both be right. We go by ${and(others.map((kind) => `\`${kind}\``))}.`,
  );
  return data.filter(({ kind, paths }) => kind !== "none" || paths !== null);
}

/** Of an archived experiment nothing more is asked. */
function isComplete({ status, owner, data }: Manifest): boolean {
  return status === "archived" || (owner.length > 0 && data.length > 0);
}

const MISSING = {
  owner: "We couldn't find `owner`. Add one line, for example `owner: maria-lopez`, so people know who to ask.",
  data: "We couldn't find `data`. Add one line, for example `data: made-up`. `not-sure` is a fine answer.",
};

function sayWhatIsMissing({ places, values, told }: Found, manifest: Manifest, log: Log): void {
  if (manifest.status === "archived") return;
  for (const key of ["owner", "data"] as const) {
    const at = places.get(key)?.at;
    if (at === undefined) log.error(0, MISSING[key]);
    else if ((values[key]?.length ?? 0) === 0 && !told.has(key)) log.error(at, EMPTY[key]);
  }
}

const EMPTY = {
  owner: "There is nothing after `owner:` yet. Your GitHub name is enough, so people know who to ask.",
  data: "There is nothing after `data:` yet. Pick one: none, made-up, public, internal, sensitive, not-sure. `not-sure` is a fine answer.",
};

function crossCheck({ places }: Found, manifest: Manifest, log: Log): void {
  const at = (key: string) => places.get(key)?.at ?? 0;
  const { status, production, handoff, needs, data, started, ends } = manifest;
  if (status === "production" && (production === null || handoff === null)) {
    const word = places.get("status")?.word;
    log.advice(
      word?.start ?? at("status"),
      "`production` is set when Dev and you finish the handoff. Until then `handoff` is the right word.",
      word === null || word === undefined ? undefined : fix(word, "handoff"),
    );
  }
  const isHarmless = data.length > 0 && data.every(({ kind }) => ["none", "made-up", "public"].includes(kind));
  if (needs.includes("sensitive-data") && isHarmless) {
    log.advice(
      at("needs"),
      "`needs` says sensitive data and `data` doesn't. Which of them is right? Until then we go by `needs`.",
    );
  }
  if (started !== null && ends !== null && ends < started) {
    log.advice(at("ends"), "`ends` is before `started`. Please check the two dates.");
  }
}
