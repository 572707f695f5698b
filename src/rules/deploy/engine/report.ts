import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { DeployLevel, Outcome } from "../../../model/vocabulary.js";
import { linesOf, positionAt } from "../../../text/lines.js";
import { isTestPath, isVendoredPath } from "../../../text/path-roles.js";
import type { Leg, LegRole } from "./leg.js";

/** What a rule of this family knows when it reports something. */
export interface Seen {
  readonly file: SourceFile;
  readonly level: DeployLevel;
  /** The whole first sentence. */
  readonly message: string;
  readonly why: string;
  readonly next?: string;
  readonly legs: readonly Leg[];
  /** What was looked for and not found, in a few words each. */
  readonly missed: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly identity: string;
}

const OUTCOMES: Readonly<Record<Exclude<DeployLevel, "L0">, Outcome>> = { L1: "note", L2: "handoff", L3: "handoff" };

const NEXT: Readonly<Record<Exclude<DeployLevel, "L0">, string>> = {
  L1: "Nothing to do for now. When others start to use it, say who can open it and with what data.",
  L2: "Keep trying things out on your own computer, and start a handoff when this should really run: Dev brings the place where it runs, you keep the idea.",
  L3: "Please bring Dev in before this runs: start a handoff, and Dev looks after production with you. You keep the idea.",
};

const MOST_REASONS = 8;
const EXAMPLE = /(^|\/)(examples?|samples?|demos?|templates?|docs?|documentation|tutorials?|_?site)\//i;

/** A deploy file in an example or a test is at most a shared demo: nobody runs it as it stands. */
export function capped(level: DeployLevel, path: string): DeployLevel {
  const shelved = EXAMPLE.test(path) || isTestPath(path);
  return shelved && (level === "L2" || level === "L3") ? "L1" : level;
}

const LOCK_FILE =
  /(^|\/)(pnpm-lock\.yaml|package-lock\.json|npm-shrinkwrap\.json|composer\.lock|[\w.-]{1,60}\.lock(\.json)?)$/i;

/** Other people's files, and lists that a machine wrote. */
export const isSkipped = (path: string): boolean => isVendoredPath(path) || LOCK_FILE.test(path);

/** The match for what was seen, or none at L0: what runs on your computer is welcome, and silent. */
export function matchesFor(seen: Seen): readonly Match[] {
  const level = capped(seen.level, seen.file.path);
  if (level === "L0") return [];
  const named = seen.legs.find(({ role, environment }) => role === "production" && environment !== undefined);
  const other = seen.legs.find(({ role, environment }) => role === "other" && environment !== undefined);
  const environment = (named ?? other)?.environment;
  return [
    {
      range: [seen.start, seen.end],
      message: seen.message,
      evidence: firstLine(seen),
      because: reasons(seen, level),
      remedy: level === "L1" ? NEXT.L1 : (seen.next ?? NEXT[level]),
      identity: `${seen.identity}|${level}`,
      level,
      suggests: OUTCOMES[level],
      trigger: level === "L1" ? null : "production-systems",
      confidence: level === "L1" ? "medium" : "high",
      ...(environment === undefined ? {} : { subject: { kind: "environment", name: environment } as const }),
    },
  ];
}

function reasons(seen: Seen, level: DeployLevel): readonly string[] {
  const starts = linesOf(seen.file);
  const lines = telling(seen.legs).map(({ says, start, end }) =>
    end === 0 ? sentence(says) : `Line ${positionAt(starts, start).line}: ${says}.`,
  );
  const shelved = level !== seen.level ? ["It stands among examples or tests, so it counts as a demo."] : [];
  const missed = seen.missed.length === 0 ? [] : [`Looked for and did not find: ${seen.missed.join(", ")}.`];
  return [...new Set([seen.why, ...lines, ...shelved, ...missed])];
}

const ORDER: readonly LegRole[] = ["production", "deploys", "applied", "hint", "other", "local"];

/** Each thing once, at its first line; what speaks of production first, so that it is never cut off. */
function telling(legs: readonly Leg[]): readonly Leg[] {
  const first = new Map<string, Leg>();
  for (const leg of legs) if (!first.has(leg.says)) first.set(leg.says, leg);
  const sorted = [...first.values()].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  return sorted.slice(0, MOST_REASONS);
}

function sentence(says: string): string {
  return `${says.charAt(0).toUpperCase()}${says.slice(1)}.`;
}

function firstLine({ file, start, end }: Seen): string {
  return file.text.slice(start, Math.max(start, Math.min(end, start + 200))).split(/[\r\n]/)[0] ?? "";
}
