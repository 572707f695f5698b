import type { Finding, Fingerprint, RuleId } from "../model/finding.js";
import type { Location } from "../model/location.js";
import { redact, redactor } from "../model/redacted.js";
import type { Match, Rule } from "../model/rule.js";
import type { Gap, RawFile, SourceFile } from "../model/source-file.js";
import type { Surroundings } from "../model/surroundings.js";
import { compareIn, OUTCOMES } from "../model/vocabulary.js";
import { keyedHash } from "../text/keyed-hash.js";
import { linesOf, positionAt } from "../text/lines.js";
import { oncePer } from "../text/memo.js";
import { selector } from "./select.js";
import { passingFile } from "./source-file.js";
import { suppressionReason } from "./suppression.js";

export interface Scanned {
  /** Sorted by path, line, column and rule; the same thing twice is one finding. */
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  /** Rules that threw. The others still reported. */
  readonly failures: readonly Failure[];
  readonly stats: { readonly files: number; readonly bytes: number };
  /** Takes the secrets of this run out of any text; a text without one comes back as it was. */
  readonly hide: (text: string) => string;
}

export interface Failure {
  readonly ruleId: RuleId;
  readonly path: string;
}

/** A match with its place, before its secrets are taken out. It never leaves this file. */
interface Located {
  readonly rule: Rule;
  readonly match: Match;
  readonly location: Location;
  readonly quoted: string;
  readonly id: Fingerprint;
  readonly suppressed: string | null;
}

/** The same rules are used for the files after a change and before it. */
const selectorFor = oncePer(selector);

export type Files = Iterable<RawFile> | AsyncIterable<RawFile>;

/** Looks at every file once with the rules that want it. Rules come as an argument; nothing here knows one. */
export async function scan(
  files: Files,
  rules: readonly Rule[],
  surroundings: Surroundings,
  fingerprintKey: string,
): Promise<Scanned> {
  const select = selectorFor(rules);
  const idle = new Set(rules.filter(({ hasWork }) => hasWork?.(surroundings) === false));
  const located: Located[] = [];
  const failures: Failure[] = [];
  const gaps: Gap[] = [];
  let count = 0;
  let bytes = 0;
  for await (const raw of files) {
    count++;
    bytes += raw.bytes.length;
    const wanted = select(raw).filter((rule) => !idle.has(rule));
    if (wanted.length === 0) continue;
    // Every rule is done with it before the next file is asked for.
    const file = passingFile(raw);
    for (const rule of wanted) {
      try {
        for (const seen of await rule.detect(file, surroundings)) {
          if ("gap" in seen) gaps.push({ path: file.path, reason: seen.gap });
          else located.push(locate(file, rule, seen, fingerprintKey));
        }
      } catch {
        failures.push({ ruleId: rule.id, path: file.path });
      }
    }
  }
  const show = redactor(located.flatMap(({ match }) => match.secrets ?? []));
  const hide = (text: string) => (show(text) === redact(text) ? text : show(text));
  return { findings: findingsOf(located, show), gaps, failures, stats: { files: count, bytes }, hide };
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
  return { rule, match, location, quoted, id, suppressed: suppressionReason(file, from.line, rule.id) };
}

function findingsOf(located: readonly Located[], show: ReturnType<typeof redactor>): readonly Finding[] {
  const sorted = [...located].sort(byPlace);
  const groups = new Map<Fingerprint, Located[]>();
  for (const one of sorted) push(groups, one);
  return [...groups.values()]
    .map((group) => {
      const speaker = group.reduce((a, b) => (compareIn(OUTCOMES, suggestsOf(b), suggestsOf(a)) > 0 ? b : a));
      return { speaker, others: group.filter((one) => one !== speaker) };
    })
    .sort((a, b) => byPlace(a.speaker, b.speaker))
    .map(({ speaker, others }) =>
      finding(
        speaker,
        others.map(({ location }) => location),
        show,
      ),
    );
}

/** Of several places that hold the same thing the most telling one speaks, and of equals the first. */
const suggestsOf = ({ match, rule }: Pick<Located, "match" | "rule">) => match.suggests ?? rule.suggests;

function push(groups: Map<Fingerprint, Located[]>, one: Located): void {
  const group = groups.get(one.id);
  if (group === undefined) groups.set(one.id, [one]);
  else group.push(one);
}

function finding(
  { rule, match, location, quoted, id, suppressed }: Located,
  alsoAt: readonly Location[],
  show: ReturnType<typeof redactor>,
): Finding {
  return {
    ruleId: rule.id,
    family: rule.family,
    location,
    message: show(match.message ?? rule.summary),
    evidence: show(quoted),
    because: match.because.map(show),
    remedy: show(match.remedy ?? rule.remedy),
    confidence: match.confidence ?? rule.confidence,
    fingerprint: id,
    trigger: match.trigger === undefined ? rule.trigger : match.trigger,
    suggests: suggestsOf({ match, rule }),
    ...(match.level === undefined ? {} : { level: match.level }),
    ...(match.subject === undefined ? {} : { subject: match.subject }),
    alsoAt,
    ...(suppressed === null ? {} : { suppressed: { reason: show(suppressed) } }),
  };
}

/** Plain code point order, so that two machines with two languages agree. */
function byPlace(a: Located, b: Located): number {
  return (
    compareText(a.location.path, b.location.path) ||
    (a.location.cell ?? 0) - (b.location.cell ?? 0) ||
    a.location.startLine - b.location.startLine ||
    a.location.startColumn - b.location.startColumn ||
    compareText(a.rule.id, b.rule.id)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
