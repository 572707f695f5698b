import type { Location } from "../model/location.js";
import type { Problem } from "../model/problem.js";
import type { Verdict } from "../model/verdict.js";
import { assemble } from "./assemble.js";
import { fromRoot, type ReportContext } from "./context.js";
import { countsOf, settled } from "./counts.js";
import { code, link, prose, sentence } from "./escape/markdown.js";
import { safeUrl } from "./escape/url.js";
import { gapGroups } from "./gaps.js";
import { type Item, idOf, placeText } from "./items.js";
import { policyPages, policyUrl, requestForm } from "./links.js";
import { type Chapter, chaptersOf, fineOf, leadOf, manifestHint, policyLine, SCOPE } from "./story.js";
import { titleOf } from "./titles.js";
import { plural } from "./words.js";
import { shorten } from "./wrap.js";

/** GitHub takes 1 MiB of job summary per step; other readers have less patience. */
const LONGEST_SUMMARY = 500_000;
const MOST_PLACES = 5;
const MOST_PATHS = 10;
const LONGEST_PATH = 160;

/** The whole report as GitHub's markdown: for a job summary, a file or the text of a check run. */
export function renderMarkdown(verdict: Verdict, context: ReportContext = {}, longest = LONGEST_SUMMARY): string {
  return assemble([`## ${prose(titleOf(verdict, context))}`, ...bodyOf(verdict, context)], longest);
}

/** The report without its title, in blocks. */
export function bodyOf(verdict: Verdict, context: ReportContext): readonly string[] {
  return [
    sentence(leadOf(verdict, context)),
    handoffLink(context),
    ...chaptersOf(verdict).flatMap((chapter) => chapterBlocks(chapter, context)),
    ...problemBlocks(verdict),
    ...hintBlocks(verdict),
    ...fineBlocks(verdict),
    ...gapBlocks(verdict),
    footer(verdict, context),
  ];
}

export function handoffLink({ handoff }: ReportContext): string {
  const url = safeUrl(handoff?.url);
  return handoff === undefined || url === null ? "" : `${link(`The handoff with Dev, number ${handoff.number}`, url)}`;
}

function chapterBlocks({ heading, items }: Chapter, context: ReportContext): readonly string[] {
  return [`### ${prose(heading)}`, ...items.map((item) => itemBlock(item, context))];
}

function itemBlock({ finding, places }: Item, context: ReportContext): string {
  const shown = places.slice(0, MOST_PLACES).map((place) => placeLink(place, context));
  const more = places.length > shown.length ? `, and ${places.length - shown.length} more places` : "";
  const because = finding.because.map((reason) => `  - ${sentence(reason)}`);
  return [
    `- ${shown.join(", ")}${more}  `,
    `  ${sentence(finding.message)}  `,
    `  **Next:** ${sentence(finding.remedy)}`,
    "",
    `  <details><summary>Why we think so</summary>`,
    "",
    ...because,
    `  - Seen: ${code(finding.evidence)}. ${confidence(finding.confidence)}`,
    `  - Rule ${code(finding.ruleId)}, finding ${code(idOf(finding))}`,
    "",
    "  </details>",
  ].join("\n");
}

const SURE = {
  high: "We are quite sure.",
  medium: "We are fairly sure.",
  low: "We may be wrong here.",
} as const;

function confidence(word: keyof typeof SURE): string {
  return SURE[word];
}

/** A path and line, to click on where we know where the files are shown. */
export function placeLink(place: Location, context: ReportContext): string {
  const { filesUrl } = context;
  const text = code(shorten(placeText(place), LONGEST_PATH));
  const anchor = place.cell === undefined ? `#L${place.startLine}` : "";
  const path = fromRoot(place.path, context).split("/").map(encodePart).join("/");
  const url = filesUrl === undefined ? null : safeUrl(`${filesUrl}/${path}${anchor}`);
  return url === null ? text : `[${text}](<${url}>)`;
}

function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, ""));
}

function problemBlocks({ manifest, policy }: Verdict): readonly string[] {
  return [
    ...problemList(`In ${manifest.path ?? "ai-experiment.yml"}`, manifest.problems),
    ...problemList("In the policy file", policy.problems),
  ];
}

function problemList(heading: string, problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, 5).map(problemLine);
  const more = problems.length > 5 ? [`- and ${problems.length - 5} more`] : [];
  return [`### ${prose(heading)}`, [...shown, ...more].join("\n")];
}

export function problemLine({ line, message, replacement }: Problem): string {
  const ready = replacement === undefined ? "" : ` Write ${code(replacement)}.`;
  return `- Line ${line}: ${sentence(message)}${ready}`;
}

function hintBlocks(verdict: Verdict): readonly string[] {
  const hint = manifestHint(verdict);
  return hint === null ? [] : ["### One small file to add", sentence(hint)];
}

function fineBlocks(verdict: Verdict): readonly string[] {
  const counted = settled(countsOf(verdict.judged));
  const lines = [...fineOf(verdict), ...(counted === null ? [] : [`Found, and nothing to do: ${counted}.`])];
  return lines.length === 0 ? [] : ["### What is fine", lines.map((line) => `- ${sentence(line)}`).join("\n")];
}

function gapBlocks({ gaps }: Verdict): readonly string[] {
  return gaps.length === 0 ? [] : ["### What we could not look at", ...gapGroups(gaps).map(gapBlock)];
}

function gapBlock({ reason, paths }: { readonly reason: string; readonly paths: readonly string[] }): string {
  const shown = paths.slice(0, MOST_PATHS).map((path) => code(shorten(path, LONGEST_PATH)));
  const more = paths.length > shown.length ? `, and ${paths.length - shown.length} more` : "";
  return `- ${plural(paths.length, "file")}: ${sentence(reason)} <details><summary>Which</summary>${shown.join(", ")}${more}</details>`;
}

export function footer(verdict: Verdict, context: ReportContext): string {
  const form = requestForm(verdict, context);
  const ask = form === null ? "Questions? Ask Dev" : `Questions? ${link("Ask Dev", form)}`;
  const pages = policyPages(verdict).map(({ title, url }) => (url === null ? prose(title) : link(title, url)));
  const url = policyUrl(verdict);
  const policy = url === null ? sentence(policyLine(verdict)) : link(policyLine(verdict), url);
  return [ask, `Policy: ${policy}`, ...pages, SCOPE].join(" · ");
}
