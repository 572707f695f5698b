import { isMap } from "yaml";
import type { DeclaredData } from "../model/manifest.js";
import { DATA, KINDS, NEED, STATUS, USERS } from "./manifest-words.js";
import { person } from "./person-field.js";
import { AND, COMMAS, listOf, readRecord, record } from "./reading/collections.js";
import { quote } from "./reading/say.js";
import * as read from "./reading/values.js";
import { fold, nearest } from "./reading/words.js";
import { waiver } from "./waiver-fields.js";

/** What the reader may know beside the file. */
export interface ManifestContext {
  readonly today: Date;
  /** For an experiment without a name. */
  readonly repositoryName?: string;
  /** How long a waiver may last by the policy. Without it: 90 days. */
  readonly longestWaiver?: number;
  /** The policy's own words, so that a slip of the keyboard is not taken for a new one. */
  readonly known?: {
    readonly services?: readonly { readonly id: string; readonly name?: string | undefined }[];
    readonly environments?: readonly string[];
  };
}

export interface Ai {
  readonly service: string;
  readonly account: string | null;
  readonly for: string | null;
}

/** How each key of a manifest is read. */
export function manifestFields(context: ManifestContext) {
  const services = new Map(
    (context.known?.services ?? []).flatMap(({ id, name = id }) => [
      [fold(name), id],
      [fold(id), id],
    ]),
  );
  const environments = new Map((context.known?.environments ?? []).map((id) => [fold(id), id]));
  return {
    version: read.version,
    name: read.prose({ longest: 80 }),
    summary: read.prose({ longest: 300 }),
    owner: listOf(person, { split: AND }),
    "business-owner": listOf(person, { split: AND }),
    team: read.prose({ longest: 80 }),
    status: read.word(STATUS),
    data: listOf(data, { split: AND, noneIsAWord: true }),
    "data-kinds": listOf(read.word(KINDS), { split: AND }),
    "used-by": read.word(USERS),
    environments: listOf(environment(environments), { split: COMMAS }),
    ai: listOf(aiUse(ownName(services)), { split: COMMAS }),
    needs: listOf(read.word(NEED), { split: AND }),
    spec: read.text(),
    request: read.link,
    handoff: read.link,
    started: read.date,
    "review-by": read.date,
    ends: read.date,
    learned: listOf(read.prose({ longest: 300 })),
    share: read.yesNo,
    waivers: listOf(waiver(context.today, context.longestWaiver ?? 90)),
    production,
  };
}

/** A name of the policy's own, whatever its spelling; any other name is kept for the policy to judge. */
function ownName(known: ReadonlyMap<string, string>): read.Reader<string> {
  return (node, key, log) => {
    const text = read.text({ longest: 100 })(node, key, log);
    return text === undefined ? undefined : (known.get(fold(text)) ?? text);
  };
}

/**
 * Names of environments are few and our own, so a slip of the keyboard is plain. The names of AI services are not: two
 * services may be one letter apart.
 */
function environment(known: ReadonlyMap<string, string>): read.Reader<string> {
  const named = ownName(known);
  return (node, key, log) => {
    const name = named(node, key, log);
    const found = read.wordOf(node, log);
    if (name === undefined || found === null || known.has(fold(name))) return name;
    const close = known.get(nearest(fold(name), known.keys()) ?? "");
    if (close === undefined || digitsOf(close) !== digitsOf(name)) return name;
    const message = `We don't know ${quote(name)}. Did you mean \`${close}\`? We read it that way for now.`;
    log.advice(found.start, message, read.fix(found, close));
    return close;
  };
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, "");
}

/** Stands for data of which the manifest says something that we can't read: nobody is sure what it is. */
export const UNREADABLE: DeclaredData = { paths: null, kind: "not-sure", source: null };

const dataFields = { paths: listOf(read.glob), kind: read.word(DATA), source: read.prose() };
const dataKeys = { aka: { path: "paths", files: "paths", file: "paths", data: "kind", type: "kind", from: "source" } };

const data: read.Reader<DeclaredData> = (node, key, log) => {
  if (!isMap(node)) {
    const kind = read.word(DATA)(node, key, log);
    return kind === undefined ? UNREADABLE : { paths: null, kind, source: null };
  }
  const { values, places } = readRecord(node, dataFields, log, dataKeys);
  if (!places.has("kind")) {
    log.error(
      read.startOf(node),
      "This entry doesn't say what the data is. Add `kind:` with one of our words, for example `kind: made-up`. Until then we go by `not-sure`.",
    );
  }
  if (values.kind === undefined && values.paths === undefined) return UNREADABLE;
  const paths = values.paths === undefined || values.paths.length === 0 ? null : values.paths;
  return { paths, kind: values.kind ?? "not-sure", source: values.source ?? null };
};

function aiUse(service: read.Reader<string>): read.Reader<Ai> {
  const fields = { service, account: read.text({ longest: 100 }), for: read.prose() };
  const aka = { name: "service", id: "service", use: "for", purpose: "for" };
  return (node, key, log) => {
    if (!isMap(node)) {
      const id = service(node, key, log);
      return id === undefined ? undefined : { service: id, account: null, for: null };
    }
    const { values } = readRecord(node, fields, log, { aka });
    if (values.service === undefined) {
      log.error(read.startOf(node), "This entry doesn't name a service. Add a line such as `service: github-copilot`.");
      return undefined;
    }
    return { service: values.service, account: values.account ?? null, for: values.for ?? null };
  };
}

const production = record({
  owner: person,
  tier: read.word({ words: ["small", "standard", "critical"] as const }),
  "on-call": read.text(),
  slo: read.text(),
  runbook: read.text(),
  "keeps-data-for": read.text(),
});
