import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";
import { MANIFEST_KEYS, type Manifest } from "../model/manifest.js";
import { KEY_SYNONYMS } from "./manifest-words.js";
import { MANIFEST_WORDS, readManifest } from "./read-manifest.js";
import { named } from "./reading/collections.js";
import { applyEdits, type Edit } from "./reading/edits.js";
import type { Log } from "./reading/log.js";
import { parse } from "./reading/parse.js";
import { addEntry, addPair, type Entry, fillBlock, setText } from "./reading/splice.js";
import { isAbsent } from "./reading/values.js";

const ONE = [
  "name",
  "summary",
  "team",
  "status",
  "used-by",
  "spec",
  "request",
  "handoff",
  "started",
  "review-by",
  "ends",
] as const;
const MANY = ["owner", "data", "data-kinds", "environments", "ai", "needs", "learned", "waivers"] as const;
const PRODUCTION = ["owner", "tier", "on-call", "slo", "runbook", "keeps-data-for"] as const;

/** What is to be different. Everything else stays as it is, to the byte. */
export interface ManifestChanges {
  readonly set?: Readonly<Partial<Record<(typeof ONE)[number], string>>>;
  /** One more entry each, unless it is there already. */
  readonly add?: Readonly<Partial<Record<(typeof MANY)[number], Entry>>>;
  readonly production?: Readonly<Partial<Record<(typeof PRODUCTION)[number], string>>>;
}

/**
 * The manifest's text with the changes spliced in: comments, order, line ends and quotation marks live on.
 *
 * Nothing comes back where that can't be done safely: the file is broken, or reading the new text would not give the
 * old manifest with just these changes.
 */
export function editManifest(text: string, changes: ManifestChanges): string | null {
  const steps = [
    ...Object.entries(changes.set ?? {}).map(([key, value]) => setStep([key], value)),
    ...Object.entries(changes.production ?? {}).map(([key, value]) => setStep(["production", key], value)),
    ...Object.entries(changes.add ?? {}).map(([key, value]) => addStep(key, value)),
  ];
  const edited = steps.reduce<string | null>(
    (current, step) => (current === null ? null : oneStep(current, step)),
    text,
  );
  return edited !== null && isAsMeant(text, edited, changes) ? edited : null;
}

type Step = (root: YAMLMap, log: Log) => readonly Edit[] | null;

function oneStep(text: string, step: Step): string | null {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const plain = text.slice(mark.length);
  const { root, isBroken, log } = parse({ path: "", text: plain }, MANIFEST_WORDS);
  const edits = root === null || isBroken ? null : step(root, log);
  return edits === null ? null : mark + applyEdits(plain, edits);
}

function setStep([key = "", inner]: readonly string[], value: string): Step {
  return (root, log) => {
    const pair = find(root, ORDER, key, log);
    if (inner === undefined) return pair === null ? addField(root, key, value, log) : setText(log.source, pair, value);
    if (pair === null) return addField(root, key, { [inner]: value }, log);
    const block = pair.value;
    if (isAbsent(block)) return fillBlock(log.source, pair, { [inner]: value });
    if (!isMap(block)) return null;
    const innerPair = find(block, PRODUCTION, inner, log);
    if (innerPair !== null) return setText(log.source, innerPair, value);
    return addPair(log.source, block, block.items.at(-1) ?? null, inner, value);
  };
}

function addStep(key: string, value: Entry): Step {
  return (root, log) => {
    const pair = find(root, ORDER, key, log);
    if (pair === null) return addField(root, key, [value], log);
    return hasEntry(pair, value) ? [] : addEntry(log.source, pair, value);
  };
}

function hasEntry({ value: node }: Pair, value: Entry): boolean {
  const entries = isSeq(node) ? node.items : [node];
  return entries.some((entry) => isScalar(entry) && entry.value === value);
}

const ORDER: readonly string[] = MANIFEST_KEYS;

function find(block: YAMLMap, known: readonly string[], key: string, log: Log): Pair | null {
  const pairs = named(block, known, log, known === ORDER ? { aka: KEY_SYNONYMS, own: true } : {});
  return pairs.find((one) => one.key === key)?.pair ?? null;
}

/** A field that isn't there yet: below the last one that comes before it in the order of the documentation. */
function addField(root: YAMLMap, key: string, value: Entry, log: Log): readonly Edit[] | null {
  const earlier = named(root, ORDER, log, { aka: KEY_SYNONYMS, own: true })
    .filter((one) => ORDER.indexOf(one.key) < ORDER.indexOf(key))
    .sort((a, b) => a.at - b.at);
  return addPair(log.source, root, earlier.at(-1)?.pair ?? null, key, value);
}

/** Reading the new text gives the old manifest, but for what was to be different. */
function isAsMeant(before: string, after: string, changes: ManifestChanges): boolean {
  const [old, now] = [readBack(before), readBack(after)];
  if (old === null || now === null) return false;
  const changed = new Set([...Object.keys(changes.set ?? {}), ...Object.keys(changes.add ?? {})].map(property));
  if (changed.has("owner")) changed.add("businessOwner");
  const isSame = ([key, value]: [string, unknown]) =>
    key === "production" ||
    key === "lines" ||
    changed.has(key) ||
    isEqual(value, Object.entries(now).find(([k]) => k === key)?.[1]);
  return (
    Object.entries(old).every(isSame) &&
    Object.entries(changes.set ?? {}).every(([key, value]) => propertyOf(now, property(key)) === value) &&
    Object.keys(changes.add ?? {}).every((key) =>
      isGrown(propertyOf(old, property(key)), propertyOf(now, property(key))),
    ) &&
    isEqual({ ...old.production, ...changes.production }, { ...now.production })
  );
}

const property = (key: string) => key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function propertyOf(manifest: Manifest, key: string): unknown {
  return new Map(Object.entries(manifest)).get(key);
}

/** Compared without regard to the order of keys. */
function isEqual(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
      : value;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** One more, or the one that was there already; a default and the word "none" make room. */
function isGrown(old: unknown, now: unknown): boolean {
  if (!Array.isArray(old) || !Array.isArray(now)) return false;
  return now.length > 0 && now.length >= old.length && now.length <= old.length + 1;
}

function readBack(text: string): Manifest | null {
  return readManifest({ path: "", text }, { today: new Date(0) }).manifest;
}
