import type { Files } from "../model/change.js";
import type { Finding, Fingerprint } from "../model/finding.js";
import type { Location } from "../model/location.js";
import { redact, redactor } from "../model/redacted.js";
import type { Rule } from "../model/rule.js";
import type { Gap } from "../model/source-file.js";
import type { Surroundings } from "../model/surroundings.js";
import { compareIn, OUTCOMES } from "../model/vocabulary.js";
import { addTo } from "../text/groups.js";
import { alone, briefingOf, type Crew } from "./crew.js";
import { type Failure, looker, type Located as Seen, type Sightings } from "./look.js";

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

/** Looks at every file once with the rules that want it. Rules come as an argument; nothing here knows one. */
export async function scan(
  files: Files,
  rules: readonly Rule[],
  surroundings: Surroundings,
  fingerprintKey: string,
  crew: Crew = alone,
): Promise<Scanned> {
  const own = looker(rules, surroundings, fingerprintKey);
  return conclude(await crew(files, own, () => briefingOf(surroundings, fingerprintKey)), rules);
}

/** Makes findings of what was seen, whoever saw it and in whatever order. */
export function conclude(sightings: readonly Sightings[], rules: readonly Rule[]): Scanned {
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const located = sightings
    .flatMap((seen) => seen.located)
    .flatMap((one) => {
      const rule = ruleOf.get(one.ruleId);
      return rule === undefined ? [] : [{ ...one, rule }];
    });
  const show = redactor(located.flatMap(({ match }) => match.secrets ?? []));
  const hide = (text: string) => (show(text) === redact(text) ? text : show(text));
  const sum = (pick: (seen: Sightings) => number) => sightings.reduce((total, seen) => total + pick(seen), 0);
  return {
    findings: findingsOf(located, show),
    gaps: sightings.flatMap(({ gaps }) => gaps).sort(byPath),
    failures: sightings.flatMap(({ failures }) => failures).sort(byPath),
    stats: { files: sum(({ files }) => files), bytes: sum(({ bytes }) => bytes) },
    hide,
  };
}

interface Located extends Seen {
  readonly rule: Rule;
}

function findingsOf(located: readonly Located[], show: ReturnType<typeof redactor>): readonly Finding[] {
  const sorted = [...located].sort(byPlace);
  const groups = new Map<Fingerprint, Located[]>();
  for (const one of sorted) addTo(groups, one.id, one);
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

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
