import type { Fingerprint, RuleId } from "../model/finding.js";
import type { Location } from "../model/location.js";
import type { Match, Rule, Unread } from "../model/rule.js";
import type { Gap, RawFile, SourceFile } from "../model/source-file.js";
import type { Surroundings } from "../model/surroundings.js";
import { keyedHash } from "../text/keyed-hash.js";
import { linesOf, positionAt } from "../text/lines.js";
import { oncePer } from "../text/memo.js";
import { selector } from "./select.js";
import { passingFile } from "./source-file.js";
import { suppressionReason } from "./suppression.js";

/**
 * What was seen in some files, before it is made into findings. Its secrets are not taken out yet: it stays within
 * `scan`, and within what carries it from one thread to another. Plain data.
 */
export interface Sightings {
  readonly located: readonly Located[];
  readonly gaps: readonly Gap[];
  readonly failures: readonly Failure[];
  readonly files: number;
  readonly bytes: number;
}

/** A match with its place. */
export interface Located {
  readonly ruleId: RuleId;
  readonly match: Match;
  readonly location: Location;
  readonly quoted: string;
  readonly id: Fingerprint;
  readonly suppressed: string | null;
}

/** A rule that threw, and the file at which it did. */
export interface Failure {
  readonly ruleId: RuleId;
  readonly path: string;
}

/** Looks at files, one after the other, and remembers what it saw. */
export interface Looker {
  /** Done with the file's bytes when it returns, or when what it returns is settled. It never throws. */
  readonly look: (file: RawFile) => void | Promise<void>;
  readonly seen: () => Sightings;
}

/** The words of a rule that has nothing to do are not looked for. The files after a change and before it share one search. */
const selectorFor = oncePer((rules: readonly Rule[]) =>
  oncePer((surroundings: Surroundings) =>
    selector(rules.filter(({ hasWork }) => hasWork === undefined || hasWork(surroundings))),
  ),
);

/** Looks at every file with the rules that want it. Rules come as an argument; nothing here knows one. */
export function looker(rules: readonly Rule[], surroundings: Surroundings, fingerprintKey: string): Looker {
  const select = selectorFor(rules)(surroundings);
  const located: Located[] = [];
  const gaps: Gap[] = [];
  const failures: Failure[] = [];
  let files = 0;
  let bytes = 0;

  const keep = (file: SourceFile, rule: Rule, seen: Iterable<Match | Unread>) => {
    for (const one of seen) {
      if ("gap" in one) gaps.push({ path: file.path, reason: one.gap });
      else located.push(locate(file, rule, one, fingerprintKey));
    }
  };
  const failed = (file: SourceFile, rule: Rule) => failures.push({ ruleId: rule.id, path: file.path });
  /** Most rules answer at once. Waiting for each would cost a large repository more than many rules do. */
  const ask = (file: SourceFile, rule: Rule): Promise<void> | undefined => {
    try {
      const seen = rule.detect(file, surroundings);
      if (!(seen instanceof Promise)) keep(file, rule, seen);
      else return seen.then((later) => keep(file, rule, later)).catch(() => void failed(file, rule));
    } catch {
      failed(file, rule);
    }
    return undefined;
  };
  const look = (raw: RawFile) => {
    files++;
    bytes += raw.bytes.length;
    const wanted = select(raw);
    if (wanted.length === 0) return;
    const file = passingFile(raw);
    const waiting = wanted.flatMap((rule) => ask(file, rule) ?? []);
    return waiting.length === 0 ? undefined : Promise.all(waiting).then(() => {});
  };
  return { look, seen: () => ({ located, gaps, failures, files, bytes }) };
}

function locate(file: SourceFile, rule: Rule, match: Match, key: string): Located {
  const [start, end] = match.range;
  const from = positionAt(linesOf(file), start);
  const to = positionAt(linesOf(file), end);
  const quoted = match.evidence ?? file.text.slice(start, end);
  const location = {
    path: file.path,
    startLine: match.cell?.line ?? from.line,
    startColumn: from.column,
    endLine: (match.cell?.line ?? from.line) + to.line - from.line,
    endColumn: to.column,
    ...(match.cell === undefined ? {} : { cell: match.cell.number }),
  };
  // Neither the path nor the line is in it: a move or a rename never brings a finding back, a changed value does.
  const id = keyedHash(key, rule.id, match.identity ?? file.text.slice(start, end)) as Fingerprint;
  return { ruleId: rule.id, match, location, quoted, id, suppressed: suppressionReason(file, from.line, rule.id) };
}
