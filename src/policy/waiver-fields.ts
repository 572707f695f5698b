import { isMap, type YAMLMap } from "yaml";
import type { Waiver } from "../model/manifest.js";
import { anyGlob } from "../text/globs.js";
import { person } from "./person-field.js";
import { listOf, type Place, type Rec, readRecord } from "./reading/collections.js";
import { daysAfter } from "./reading/dates.js";
import type { Log } from "./reading/log.js";
import { quote } from "./reading/say.js";
import * as read from "./reading/values.js";
import { ruleName } from "./rule-names.js";

const FIELDS = {
  rule: ruleName,
  paths: listOf(read.glob),
  reason: read.prose(),
  "approved-by": person,
  expires: read.date,
  link: read.link,
};

const AKA = {
  path: "paths",
  files: "paths",
  file: "paths",
  because: "reason",
  why: "reason",
  until: "expires",
  ends: "expires",
};

const FORM = "An exception is a block with `rule`, `paths`, `reason` and `expires`.";

interface Ends {
  readonly latest: string;
  readonly longest: number;
}

/** The form of a waiver. Whether it counts is not said here; a malformed one is left out, and the rest is read. */
export function waiver(today: Date, longest: number): read.Reader<Waiver> {
  const ends = { latest: daysAfter(today, longest), longest };
  return (node, _key, log) => {
    if (!isMap(node)) {
      log.error(read.startOf(node), FORM);
      return undefined;
    }
    const found = readRecord(node, FIELDS, log, { aka: AKA });
    if (found.places.size === 0) {
      log.error(read.startOf(node), FORM);
      return undefined;
    }
    sayWhatIsMissing(node, found, ends, log);
    const { rule, expires, link, "approved-by": approvedBy } = found.values;
    const paths = usablePaths(found.values.paths ?? [], found.places.get("paths"), log);
    const reason = longEnough(found.values.reason, found.places.get("reason"), log);
    if (rule === undefined || paths.length === 0 || reason === undefined || expires === undefined) return undefined;
    sayWhenTooLong(expires, found.places.get("expires"), ends, log);
    const more = {
      ...(approvedBy === undefined ? {} : { "approved-by": approvedBy }),
      ...(link === undefined ? {} : { link }),
    };
    return { rule, paths: [...paths], reason, expires, ...more };
  };
}

function sayWhatIsMissing(
  node: YAMLMap,
  { values, told }: Rec<typeof FIELDS>,
  { latest, longest }: Ends,
  log: Log,
): void {
  const messages = {
    rule: "This exception doesn't say what it is for. Add `rule:` with the rule's id, for example `rule: real-data`.",
    paths:
      "This exception doesn't say which files it is for. Add `paths:`, for example `paths: [fixtures/suppliers.csv]`.",
    reason: "This exception has no reason. Add `reason:` with a short sentence, so that people can say yes to it.",
    expires: `This exception has no end date. Add \`expires: ${latest}\` (${longest} days at most).`,
  };
  const given = Object.entries(values).flatMap(([key, value]) =>
    Array.isArray(value) && value.length === 0 ? [] : [key],
  );
  const present = new Set([...given, ...told]);
  for (const [key, message] of Object.entries(messages)) if (!present.has(key)) log.error(read.startOf(node), message);
}

/** Paths that nobody's repository has: what covers them covers everything. */
const ANYWHERE = ["qzx/wvk/kjq.zzj", "jqz/xkw"];

function usablePaths(paths: readonly string[], place: Place | undefined, log: Log): readonly string[] {
  const named = paths.filter((path) => !/^[*/.]*$/.test(path) && !ANYWHERE.some(anyGlob([path])));
  const [first] = paths.filter((path) => !named.includes(path));
  if (first !== undefined) {
    log.error(
      place?.at ?? 0,
      `An exception is for certain files, and ${quote(first)} would be all of them. Please name the files under \`paths\`.`,
    );
  }
  return named;
}

function longEnough(reason: string | undefined, place: Place | undefined, log: Log): string | undefined {
  if (reason === undefined || reason.length >= 10) return reason;
  log.error(place?.at ?? 0, "A few more words, please: the reason is what people say yes to. Ten characters or more.");
  return undefined;
}

function sayWhenTooLong(expires: string, place: Place | undefined, { latest, longest }: Ends, log: Log): void {
  if (expires <= latest) return;
  const word = place?.word ?? null;
  log.advice(
    word?.start ?? place?.at ?? 0,
    `Exceptions last ${longest} days at most. Please write \`expires: ${latest}\` or an earlier day; until then this one doesn't count.`,
    word === null ? undefined : read.fix(word, latest),
  );
}
