import type { Judged, Verdict, VerdictKind } from "../model/verdict.js";
import type { Family, Outcome, Trigger } from "../model/vocabulary.js";
import type { ReportContext } from "./context.js";
import { type Item, itemsOf } from "./items.js";
import { list } from "./words.js";

/** What a report says, in order, before it becomes text, markdown or HTML. Our own words; names in it may be hostile. */

export const TRIGGER_WORDS = {
  "production-systems": "production systems",
  "sensitive-data": "sensitive data",
  "real-world-impact": "real-world impact",
} as const satisfies Record<Trigger, string>;

export const SCOPE = "This covers AI experiments only; other company policies still apply.";

/** The findings of each kind, by what to do next: the most pressing first. */
export interface Chapter {
  readonly outcome: Outcome;
  readonly heading: string;
  readonly items: readonly Item[];
}

const HEADINGS = {
  stop: "First: have this replaced",
  handoff: "What to bring Dev in for",
  advice: "Tips, whenever you like",
  note: "Good to know",
} as const satisfies Record<Outcome, string>;

export function chaptersOf({ judged }: Verdict): readonly Chapter[] {
  const asked = judged.filter((one) => !isWelcome(one));
  return (Object.keys(HEADINGS) as Outcome[])
    .map((outcome) => ({ outcome, heading: HEADINGS[outcome], items: itemsOf(asked, outcome) }))
    .filter(({ items }) => items.length > 0);
}

/** A note on something that runs on one's own computer: nice to see, nothing to do. */
function isWelcome({ finding, disposition }: Judged): boolean {
  return disposition.kind === "note" && finding.level === "L0";
}

const NOTHING_DUE = "Nothing here needs a handoff.";
const ADD_MANIFEST =
  "Add a small `ai-experiment.yml`, so that colleagues know what this is and who to ask. It takes about a minute: two answers, and `handrail init` writes the file.";
const KEEP = "You keep the idea and the product; Dev brings security, reliability and operations.";

const LEADS = {
  clear: ({ handoff, manifest }) => {
    if (handoff === "accepted") return "Dev has accepted the handoff, and nothing new came up.";
    return manifest.state === "missing" ? `${NOTHING_DUE} ${ADD_MANIFEST}` : NOTHING_DUE;
  },
  advice: () => "You can keep going: nothing here needs a handoff.",
  handoff: (verdict, context) => `${whyHandoff(verdict)} ${KEEP} ${whatNow(verdict, context)}`,
  stop: (verdict) =>
    `A live key seems to have slipped in. It happens to everyone, and the sooner it is replaced, the smaller the problem. Taking the line out isn't enough, since the history keeps it.${alsoDue(verdict)}`,
  unknown: (verdict) => (verdict.kind === "unknown" ? BY_CAUSE[verdict.cause] : ""),
} as const satisfies Record<VerdictKind, (verdict: Verdict, context: ReportContext) => string>;

const BY_CAUSE = {
  "manifest-invalid": "A line or two of ai-experiment.yml need another look. The rest was read fine.",
  "policy-invalid":
    "The organisation's policy file needs a look. Your change is fine, and there is nothing for you to do.",
  "rule-failed": "One of our own rules stumbled. That is our mistake, not yours; what the others found is below.",
  "source-unavailable": "We couldn't read the files. Nothing is wrong with your change as far as we know.",
  "nothing-read": "There were files, and we could read none of them. The reasons are below.",
} as const satisfies Record<Extract<Verdict, { kind: "unknown" }>["cause"], string>;

/** What, why and next, in one short paragraph. */
export function leadOf(verdict: Verdict, context: ReportContext): string {
  if (verdict.outOfScope !== undefined) return `There is nothing to check here: ${verdict.outOfScope}`;
  return LEADS[verdict.kind](verdict, context);
}

function whyHandoff({ triggers }: Verdict): string {
  return triggers.length === 0
    ? "ai-experiment.yml asks for a handoff."
    : `This is growing up: it needs ${list(triggers.map((trigger) => TRIGGER_WORDS[trigger]))}.`;
}

function whatNow({ handoff }: Verdict, { commands }: ReportContext): string {
  if (handoff === "open") return "The handoff is open, and you can keep experimenting meanwhile.";
  const how = commands === true ? "reply `/handoff`" : "write `status: handoff` in ai-experiment.yml, or ask Dev";
  return `When you are ready, ${how}. You can keep experimenting meanwhile.`;
}

function alsoDue({ judged }: Verdict): string {
  const due = judged.some(({ disposition }) => disposition.kind === "handoff");
  return due ? " After that, it's also a good moment to bring Dev in." : "";
}

/** What to do where there is no manifest yet and the lead doesn't say it. */
export function manifestHint({ kind, manifest, outOfScope }: Verdict): string | null {
  return manifest.state === "missing" && kind !== "clear" && outOfScope === undefined ? ADD_MANIFEST : null;
}

const LOOKED_FOR: Readonly<Partial<Record<Family, string>>> = {
  "production-secret": "production keys",
  "real-data": "real people's data",
  "deploy-config": "deployments to production",
  "ai-service": "AI services that aren't on the list",
  "real-world-impact": "actions with real-world impact",
};

/** What is fine, said too: what was looked for and not found, and what the manifest says. */
export function fineOf(verdict: Verdict): readonly string[] {
  return [...notFound(verdict), ...declaredLine(verdict), ...welcome(verdict)];
}

function notFound({ judged, policy, stats, outOfScope, ...rest }: Verdict): readonly string[] {
  if (stats.files === 0 || outOfScope !== undefined || rest.kind === "unknown") return [];
  const found = new Set(judged.map(({ finding }) => finding.family));
  const words = (Object.keys(LOOKED_FOR) as Family[])
    .filter((family) => !found.has(family) && !(family === "ai-service" && policy.policy["ai-services"] === undefined))
    .flatMap((family) => LOOKED_FOR[family] ?? []);
  return words.length === 0 ? [] : [`Looked for and not found: ${list(words)}.`];
}

/** Not where something more pressing may contradict it. */
function declaredLine({ kind, manifest: { manifest }, outOfScope }: Verdict): readonly string[] {
  if (manifest === null || outOfScope !== undefined || (kind !== "clear" && kind !== "advice")) return [];
  const parts = [
    ["data", [...new Set(manifest.data.map((one) => one.kind))]],
    ["AI", manifest.ai.map(({ service }) => service)],
    ["runs on", manifest.environments],
  ] as const;
  const said = parts.filter(([, words]) => words.length > 0).map(([name, words]) => `${name}: ${list(words)}`);
  return said.length === 0 ? [] : [`ai-experiment.yml says: ${said.join("; ")}.`];
}

function welcome({ judged }: Verdict): readonly string[] {
  const paths = [...new Set(judged.filter(isWelcome).map(({ finding }) => finding.location.path))];
  if (paths.length === 0) return [];
  const shown = paths.slice(0, 3).concat(paths.length > 3 ? [`${paths.length - 3} more`] : []);
  return [`${list(shown)}: welcome, nothing to do.`];
}

/** Which policy this was. */
export function policyLine({ policy }: Verdict): string {
  const name = policy.policy.policy.name;
  const version = policy.version === null ? ", the built-in defaults" : ` ${policy.version}`;
  const state = policy.state === "last-good" ? ", the last copy that could be read" : "";
  return `${name}${version}${state} (${policy.mode} mode)`;
}
