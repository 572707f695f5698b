import type { Verdict } from "../model/verdict.js";
import { OUTCOMES, type Outcome } from "../model/vocabulary.js";
import { assemble } from "./assemble.js";
import type { ReportContext } from "./context.js";
import { code, link, prose, sentence } from "./escape/markdown.js";
import { safeUrl } from "./escape/url.js";
import { idOf, itemsOf } from "./items.js";
import { bodyOf, footer, handoffLink, placeLink, problemLine } from "./markdown.js";
import { leadOf } from "./story.js";
import { titleOf } from "./titles.js";

/** GitHub takes 65,536 characters; the rest is room for the shell's hidden marker. */
const LONGEST = 65_000;
/** What is seen before anything is opened. */
export const MOST_WORDS = 120;
const MOST_POINTS = 12;

/**
 * The one comment on a pull request, or nothing where there is nothing to tell: a clean change, a note, or a fault of
 * ours stays silent. The shell adds its marker, and edits the comment in place.
 */
export function renderComment(verdict: Verdict, context: ReportContext = {}): string | null {
  if (isQuiet(verdict)) return null;
  const core = assemble(coreOf(verdict, context), LONGEST);
  const details = assemble(bodyOf(verdict, context).slice(1, -1), LONGEST - core.length - 100);
  return `${core}\n<details><summary>The details</summary>\n\n${details}\n</details>\n`;
}

/** What is left of the comment when the change no longer needs one. */
export function renderResolvedComment(verdict: Verdict, context: ReportContext = {}): string {
  return assemble(
    [`**${prose(titleOf(verdict, context))}**`, "What we wrote here is settled. Thank you!", footer(verdict, context)],
    LONGEST,
  );
}

/**
 * Said once per repository where AI is used and no manifest is there: an offer, with a link that opens the file filled
 * in where the shell has one.
 */
export function renderInvitation(verdict: Verdict, context: ReportContext, createUrl?: string): string {
  const url = safeUrl(createUrl);
  const how =
    url === null ? "`handrail init` writes it" : `${link("Create it", url)}: it opens in your browser, filled in`;
  const quiet =
    context.commands === true ? " Not an AI experiment? Reply `/not-an-experiment`, and we stay quiet." : "";
  return assemble(
    [
      "**One small file to add**",
      `Building something with AI? Great. A small ${code("ai-experiment.yml")} tells colleagues what it is and who to ask.`,
      `${how}. Two answers, about a minute.${quiet}`,
      footer(verdict, context),
    ],
    LONGEST,
  );
}

function isQuiet(verdict: Verdict): boolean {
  if (verdict.outOfScope !== undefined || verdict.kind === "clear") return true;
  return verdict.kind === "unknown" && verdict.cause !== "manifest-invalid";
}

function coreOf(verdict: Verdict, context: ReportContext): readonly string[] {
  const head = [`**${prose(titleOf(verdict, context))}**`, sentence(leadOf(verdict, context)), handoffLink(context)];
  const tail = [wrong(verdict, context), footer(verdict, context)];
  const room = MOST_WORDS - wordsIn([...head, ...tail].join(" "));
  return [...head, withinWords(pointsOf(verdict, context), room).join("\n"), ...tail];
}

/** A line of the comment, and what it comes to where there is less room. */
interface Point {
  readonly full: string;
  readonly short: string;
}

/** Where, what, and the next step: the most pressing first. */
function pointsOf(verdict: Verdict, context: ReportContext): readonly Point[] {
  const found = [...OUTCOMES]
    .reverse()
    .filter((outcome) => outcome !== "note")
    .flatMap((outcome) => itemsOf(verdict.judged, outcome))
    .map(({ finding }) => {
      const short = `- ${placeLink(finding.location, context)} ${sentence(finding.message)}`;
      return { short, full: `${short} **Next:** ${sentence(finding.remedy)}` };
    });
  return [...found, ...verdict.manifest.problems.map(problemLine).map((line) => ({ full: line, short: line }))];
}

/** Points that take `room` words at most, but for the first, which is always there. */
function withinWords(points: readonly Point[], room: number): readonly string[] {
  const kept: string[] = [];
  let left = room - 4;
  for (const { full, short } of points) {
    const point = wordsIn(full) <= left ? full : short;
    left -= wordsIn(point);
    if ((left < 0 && kept.length > 0) || kept.length === MOST_POINTS)
      return [...kept, `- and ${points.length - kept.length} more below`];
    kept.push(point);
  }
  return kept;
}

/** Words as a reader counts them: an address in a link isn't one. */
export function wordsIn(markdown: string): number {
  return markdown
    .replace(/\]\(<[^>]*>\)/g, "]")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function wrong({ judged }: Verdict, { commands }: ReportContext): string {
  const [first] = ([...OUTCOMES].reverse() as Outcome[])
    .filter((outcome) => outcome !== "note")
    .flatMap((outcome) => itemsOf(judged, outcome).map(({ finding }) => ({ finding, outcome })));
  if (first === undefined) return "";
  const { finding, outcome } = first;
  const ask = "Think we got it wrong?";
  if (commands === true) return `${ask} Reply ${code(`/false-alarm ${idOf(finding)}`)} and a few words why.`;
  if (finding.family === "manifest") return "";
  if (outcome === "stop") return `${ask} Tell Dev.`;
  return `${ask} Put ${code(`handrail-ignore: ${finding.ruleId} because`)} and your reason in a comment on that line.`;
}
