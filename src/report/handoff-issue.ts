import type { Cause, HandoffFacts, ReadinessItem, Suggestion } from "../model/handoff.js";
import { DEV_ITEMS } from "./dev-items.js";
import { code, link, prose, sentence } from "./escape/markdown.js";
import { safeUrl } from "./escape/url.js";
import { region } from "./regions.js";
import { TRIGGER_WORDS } from "./story.js";
import { list } from "./words.js";
import { shorten } from "./wrap.js";

/** The handoff issue. What the manifest says is inert in it: shown as written, mentioning and closing nothing. */
export interface HandoffIssue {
  readonly title: string;
  readonly body: string;
}

const MOST_CAUSES = 20;

export function renderHandoff(facts: HandoffFacts, suggestions: readonly Suggestion[]): HandoffIssue {
  return { title: titleOf(facts), body: bodyOf(facts, suggestions) };
}

/** For an intake that more people can see than the experiment: a link, and nothing else. */
export function renderGuardedHandoff(facts: HandoffFacts): HandoffIssue {
  const url = safeUrl(facts.repositoryUrl);
  const where = url === null ? "" : link("the private repository", url);
  const body = `A private repository would like to hand an experiment off. ${url === null ? "" : `Whoever may see it: ${where}.`}\n\n${COMMANDS}`;
  return { title: "Handoff for a private repository", body };
}

function titleOf({ manifest, repository }: HandoffFacts): string {
  const name = plain(manifest?.name ?? repository);
  const team = manifest?.team ?? null;
  return shorten(`Handoff: ${name}${team === null ? "" : ` (${plain(team)})`}`, 200);
}

/** Titles know no formatting, but they do know mentions. */
function plain(text: string): string {
  return shorten(
    text
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069]/g, " ")
      .replace(/[@#]/g, "$&\u200b"),
    90,
  );
}

function bodyOf(facts: HandoffFacts, suggestions: readonly Suggestion[]): string {
  return [
    region("short", inShort(facts)),
    "## Why now",
    region("why", whyNow(facts)),
    "## About the experiment",
    region("about", about(facts)),
    "## Who does what",
    "The original team keeps the idea, the product decisions and the business context. Dev brings engineering, security, SRE and DevOps, and the standards that all company systems are held to.",
    "## Original team: your part (about 15 minutes)",
    YOUR_PART,
    "## Dev",
    DEV_ITEMS.map(({ heading, items }) => `**${heading}**\n${items.map(box).join("\n")}`).join("\n\n"),
    "## Maybe involve",
    region("maybe", maybe(suggestions)),
    "## Checked automatically",
    region(
      "checked",
      facts.readiness.map(readinessLine).join("\n") || "Nothing yet; this is filled in within a few minutes.",
    ),
    "## How this ends",
    "*Accepted:* it runs to the same standards as other company systems. *Not now:* with the reason, and what would change it. *Withdrawn:* at any time, by the team.",
    COMMANDS,
  ].join("\n\n");
}

const YOUR_PART = [
  "- [ ] What should it do, and for whom? A link to a specification or a few sentences",
  "- [ ] What data does it use, and where does the data come from?",
  "- [ ] What doesn't work yet?",
  "- [ ] Who would notice if it stopped tomorrow?",
].join("\n");

const COMMANDS = [
  "## Commands",
  "- Dev: `/accept` when the list is complete · `/not-now` and the reason · `/route` and a team that should have a look",
  "- The original team: `/withdraw`, at any time",
  "- Whose turn it is: a question from Dev makes it the team's, an answer makes it Dev's. One of the two `waiting on` labels, put on by hand, says so too",
].join("\n");

const box = ({ id, text }: { readonly id: string; readonly text: string }) => `- [ ] ${text} <!-- item:${id} -->`;

function inShort(facts: HandoffFacts): string {
  const { manifest, repository, repositoryUrl, causes, policyVersion } = facts;
  const url = safeUrl(repositoryUrl);
  const name = prose(shorten(manifest?.name ?? repository, 90));
  const where = url === null ? code(repository) : link(repository, url);
  const why = [...new Set(causes.map(({ trigger }) => TRIGGER_WORDS[trigger]))];
  const needs = why.length === 0 ? "would like Dev's help to become real" : `needs ${list(why)}`;
  const version = policyVersion === null ? "" : ` · policy ${prose(policyVersion)}`;
  return `**${name}** (${where}) ${needs}. The team keeps the product and would like Dev's help to run it well.\n\n${clock(facts)}${version}`;
}

function clock({ standing, waitsOn, firstAnswerBy }: HandoffFacts): string {
  if (standing === "accepted") return "Accepted by Dev. Thank you, all!";
  if (standing === "not-now") return "Not now. The reason is below, and the experiment goes on.";
  if (standing === "withdrawn") return "Withdrawn by the team. It can come back at any time.";
  if (waitsOn === "team") return "The next step is the team's; a few words in a comment are enough.";
  return `The next step is Dev's${firstAnswerBy === null ? "" : `, with an answer by ${firstAnswerBy}`}.`;
}

function whyNow({ causes, startedAt }: HandoffFacts): string {
  const url = safeUrl(startedAt ?? undefined);
  const rows = causes.slice(0, MOST_CAUSES).map(causeRow);
  const more = causes.length > rows.length ? `\n\nand ${causes.length - rows.length} more places.` : "";
  const start = url === null ? "" : `\n\n${link("Where it began", url)}`;
  const table = ["| what | where | how we know | since |", "|---|---|---|---|", ...rows].join("\n");
  return `${causes.length === 0 ? "The team asked for it." : table}${more}${start}`;
}

function causeRow({ trigger, where, how, since }: Cause): string {
  const place = where === null ? "ai-experiment.yml" : code(shorten(where, 120).replaceAll("|", "/"));
  return `| ${TRIGGER_WORDS[trigger]} | ${place} | ${how} | ${since} |`;
}

function about({ manifest, manifestPath }: HandoffFacts): string {
  if (manifest === null) return `There is no \`${manifestPath}\` yet.`;
  const words = (all: readonly string[]) => all.map((word) => code(shorten(word, 100))).join(", ");
  const rows: readonly (readonly [string, string])[] = [
    ["What for", manifest.summary === null ? "" : sentence(shorten(manifest.summary, 300))],
    ["Who to ask", words(manifest.owner)],
    ["Product", words(manifest.businessOwner.length === 0 ? manifest.owner : manifest.businessOwner)],
    ["Used by", words([manifest.usedBy])],
    ["Data", words([...new Set([...manifest.data.map(({ kind }) => kind), ...manifest.dataKinds])])],
    ["AI", words(manifest.ai.map(({ service }) => service))],
    ["Runs on", words(manifest.environments)],
    ["Specification", manifest.spec === null ? "" : code(shorten(manifest.spec, 200))],
    ["Started", manifest.started ?? ""],
    ["Learned", manifest.learned.map((line) => sentence(shorten(line, 200))).join(" · ")],
  ];
  return rows
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `- ${name}: ${text}`)
    .join("\n");
}

function maybe(suggestions: readonly Suggestion[]): string {
  if (suggestions.length === 0) return "Nothing here asks for another team. Dev decides.";
  const lines = suggestions.map(({ team, because }) => `- ${prose(team)}: ${sentence(because)}`);
  return `${lines.join("\n")}\n\nOnly a suggestion: Dev decides, with \`/route\` and the team's name.`;
}

const MARKS = {
  verified: ({ on, link: url }) => `checked by machine on ${on}${linked(url)}`,
  confirmed: ({ by }) => `confirmed by ${code(by)}`,
  "not-needed": ({ reason }) => `not needed: ${sentence(reason)}`,
  open: ({ hint }) => `still open${hint === undefined ? "" : `: ${sentence(hint)}`}`,
  changed: ({ hint }) => `was fine and changed${hint === undefined ? "" : `: ${sentence(hint)}`}`,
} as const satisfies {
  readonly [K in ReadinessItem["state"]["kind"]]: (state: Extract<ReadinessItem["state"], { kind: K }>) => string;
};

function linked(url: string | undefined): string {
  const safe = safeUrl(url);
  return safe === null ? "" : ` (${link("see", safe)})`;
}

function readinessLine({ title, state }: ReadinessItem): string {
  const mark = MARKS[state.kind] as (state: ReadinessItem["state"]) => string;
  return `- ${prose(title)}: ${mark(state)}`;
}
