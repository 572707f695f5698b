import { isMap, type YAMLMap } from "yaml";
import type { DeclaredData, Waiver } from "../model/manifest.js";
import { DATA, KINDS, NEED, STATUS, USERS } from "./manifest-words.js";
import { listOf, type Place, readRecord, record } from "./reading/collections.js";
import { daysAfter } from "./reading/dates.js";
import type { Log } from "./reading/log.js";
import { quote } from "./reading/say.js";
import * as read from "./reading/scalars.js";
import { fold, nearest } from "./reading/words.js";

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
    owner: listOf(person, { split: true }),
    "business-owner": listOf(person, { split: true }),
    team: read.prose({ longest: 80 }),
    status: read.word(STATUS),
    data: listOf(data, { split: true, noneIsAWord: true }),
    "data-kinds": listOf(read.word(KINDS), { split: true }),
    "used-by": read.word(USERS),
    environments: listOf(knownWord(environments), { split: true }),
    ai: listOf(aiUse(knownWord(services)), { split: true }),
    needs: listOf(read.word(NEED), { split: true }),
    spec: read.text(),
    request: read.link,
    handoff: read.link,
    started: read.date,
    "review-by": read.date,
    ends: read.date,
    learned: listOf(read.prose({ longest: 300 })),
    share: read.yesNo,
    waivers: listOf(waiver(context)),
    production,
  };
}

const PERSON =
  /^(?:[A-Za-z\d](?:[\w-]{0,38})(?:\[bot\])?|[\w-]{1,39}\/[\w.-]{1,100}|[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@<>]{2,60})$/;

/** Who to ask: kept as it is written, but for an `@` in front or a link around it. */
const person: read.Reader<string> = (node, key, log) => {
  const text = read.text({ longest: 254 })(node, key, log);
  const found = read.wordOf(node, log);
  if (text === undefined || found === null) return undefined;
  const [, name = text] = /^(?:@|\*|mailto:|https:\/\/github\.com\/(?:orgs\/)?)(.+?)\/?$/.exec(text) ?? [];
  const value = name.replace("/teams/", "/");
  if (!PERSON.test(value)) {
    log.advice(
      found.start,
      `We can't tell who ${quote(text)} is on GitHub. A GitHub name, a team such as \`acme/finance\` or a work e-mail lets people ask.`,
    );
  } else if (value !== text)
    log.advice(
      found.start,
      `${text.startsWith("*") ? "A `*` has a special meaning in YAML. " : ""}We read ${quote(text)} as ${quote(value)}.`,
      read.fix(found, value),
    );
  return value;
};

/** A word of the policy's own, whatever its spelling; any other word is kept for the policy to judge. */
function knownWord(known: ReadonlyMap<string, string>): read.Reader<string> {
  return (node, key, log) => {
    const text = read.text({ longest: 100 })(node, key, log);
    const found = read.wordOf(node, log);
    if (text === undefined || found === null) return undefined;
    const folded = fold(text);
    const exact = known.get(folded);
    if (exact !== undefined) return exact;
    const close = nearest(folded, known.keys());
    const meant = close === null ? undefined : known.get(close);
    if (meant === undefined) return text;
    log.advice(
      found.start,
      `We don't know ${quote(text)}. Did you mean \`${meant}\`? We read it that way for now.`,
      read.fix(found, meant),
    );
    return meant;
  };
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

const RULE_WORDS: Readonly<Record<string, string>> = {
  secrets: "production-secret",
  data: "real-data",
  deploy: "deploy-config",
  ai: "ai-service",
  impact: "real-world-impact",
};

const rule: read.Reader<string> = (node, key, log) => {
  const text = read.text({ longest: 100 })(node, key, log);
  return text === undefined ? undefined : (RULE_WORDS[text.toLowerCase()] ?? text.toLowerCase());
};

const waiverFields = {
  rule,
  paths: listOf(read.glob),
  reason: read.prose(),
  "approved-by": person,
  expires: read.date,
  link: read.link,
};
const waiverKeys = {
  aka: {
    path: "paths",
    files: "paths",
    file: "paths",
    because: "reason",
    why: "reason",
    until: "expires",
    ends: "expires",
  },
};

/** The form of a waiver. Whether it counts is not said here; a malformed one is left out, and the rest is read. */
function waiver({ today, longestWaiver = 90 }: ManifestContext): read.Reader<Waiver> {
  return (node, _key, log) => {
    if (!isMap(node)) {
      log.error(read.startOf(node), "An exception is a block with `rule`, `paths`, `reason` and `expires`.");
      return undefined;
    }
    const { values, places } = readRecord(node, waiverFields, log, waiverKeys);
    const latest = daysAfter(today, longestWaiver);
    const missing = missingIn(places, latest, longestWaiver);
    for (const message of missing) log.error(read.startOf(node), message);
    const paths =
      values.paths === undefined ? undefined : usablePaths(values.paths, placeOf(node, "paths", places), log);
    const reason = longEnough(values.reason, placeOf(node, "reason", places), log);
    const { rule: id, expires } = values;
    if (id === undefined || paths === undefined || reason === undefined || expires === undefined) return undefined;
    if (expires > latest) {
      log.advice(
        placeOf(node, "expires", places),
        `Exceptions last ${longestWaiver} days at most. Please write \`expires: ${latest}\` or an earlier day; until then this one doesn't count.`,
      );
    }
    return {
      rule: id,
      paths: [...paths],
      reason,
      expires,
      ...(values["approved-by"] === undefined ? {} : { "approved-by": values["approved-by"] }),
      ...(values.link === undefined ? {} : { link: values.link }),
    };
  };
}

function placeOf(node: YAMLMap, key: string, places: ReadonlyMap<string, Place>): number {
  return places.get(key)?.at ?? read.startOf(node);
}

function missingIn(places: ReadonlyMap<string, Place>, latest: string, longest: number): readonly string[] {
  const messages = {
    rule: "This exception doesn't say what it is for. Add `rule:` with the rule's id, for example `rule: real-data`.",
    paths:
      "This exception doesn't say which files it is for. Add `paths:`, for example `paths: [fixtures/suppliers.csv]`.",
    reason: "This exception has no reason. Add `reason:` with a short sentence, so that people can say yes to it.",
    expires: `This exception has no end date. Add \`expires: ${latest}\` (${longest} days at most).`,
  };
  return Object.entries(messages).flatMap(([key, message]) => (places.has(key) ? [] : [message]));
}

function usablePaths(paths: readonly string[], at: number, log: Log): readonly string[] | undefined {
  const named = paths.filter((path) => !/^[*/.]*$/.test(path));
  if (named.length < paths.length || paths.length === 0) {
    log.error(
      at,
      "An exception is for certain files. Please name them under `paths`; stars alone would be everything.",
    );
  }
  return named.length === 0 ? undefined : named;
}

function longEnough(reason: string | undefined, at: number, log: Log): string | undefined {
  if (reason === undefined || reason.length >= 10) return reason;
  log.error(at, "A few more words, please: the reason is what people say yes to. Ten characters or more.");
  return undefined;
}
