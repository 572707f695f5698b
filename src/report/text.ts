import pc from "picocolors";
import type { Verdict, VerdictKind } from "../model/verdict.js";
import type { Outcome } from "../model/vocabulary.js";
import type { ReportContext } from "./context.js";
import { countsOf, settled } from "./counts.js";
import { terminal } from "./escape/terminal.js";
import { gapGroups } from "./gaps.js";
import { type Item, placeText } from "./items.js";
import { policyPages, policyUrl, requestForm } from "./links.js";
import { type Chapter, chaptersOf, fineOf, leadOf, manifestHint, policyLine, SCOPE } from "./story.js";
import { titleOf } from "./titles.js";
import { plural } from "./words.js";
import { hang, shorten } from "./wrap.js";

export interface TerminalOptions extends ReportContext {
  readonly colour: boolean;
  /** Columns; 80 to 100 reads best, and nothing is wider than asked but for a long word. */
  readonly width: number;
}

type Colours = ReturnType<typeof pc.createColors>;
type Paint = "green" | "cyan" | "yellow" | "red" | "magenta" | "dim";

const BY_VERDICT = {
  clear: "green",
  advice: "cyan",
  handoff: "yellow",
  stop: "red",
  unknown: "magenta",
} as const satisfies Record<VerdictKind, Paint>;

const BY_OUTCOME = { stop: "red", handoff: "yellow", advice: "cyan", note: "dim" } as const satisfies Record<
  Outcome,
  Paint
>;

/** As many things of a kind as an ordinary screen has room for. */
const MOST = { stop: 10, handoff: 5, advice: 4, note: 3 } as const satisfies Record<Outcome, number>;
const MOST_PLACES = 3;
const MOST_REASONS = 6;
const MOST_PROBLEMS = 5;

/** What somebody reads who ran `handrail check`: one screen for an ordinary result, with a line feed at the end. */
export function renderText(verdict: Verdict, options: TerminalOptions): string {
  const colours = pc.createColors(options.colour);
  const width = Math.max(40, options.width);
  const page = { colours, width };
  const blocks = [
    [
      colours.bold(colours[BY_VERDICT[verdict.kind]](titleOf(verdict, options))),
      ...hang("", leadOf(verdict, options), width),
    ],
    ...chaptersOf(verdict).flatMap((chapter) => chapterBlocks(chapter, page)),
    problems(verdict, page),
    hint(verdict, page),
    fine(verdict, page),
    gaps(verdict, page),
    footer(verdict, options, page),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

interface Page {
  readonly colours: Colours;
  readonly width: number;
}

type Lines = readonly string[];

function chapterBlocks({ outcome, heading, items }: Chapter, page: Page): readonly Lines[] {
  const { colours } = page;
  const shown = items.slice(0, MOST[outcome]);
  const more = items.length - shown.length;
  const blocks = shown.map((item, number) => {
    const isSaid = shown[number - 1]?.finding.remedy === item.finding.remedy;
    return itemLines(item, outcome, isSaid ? "The same as above." : item.finding.remedy, page);
  });
  const [first = [], ...others] = blocks;
  const rest = more === 0 ? [] : [[colours.dim(`  and ${more} more; --format json lists every one`)]];
  return [[colours.bold(heading), ...first], ...others, ...rest];
}

function itemLines({ finding, places }: Item, outcome: Outcome, next: string, { colours, width }: Page): Lines {
  const [first = "", ...others] = places
    .slice(0, MOST_PLACES)
    .map((place) => `  ${shorten(terminal(placeText(place)), width - 4)}`);
  const more = places.length - 1 - others.length;
  const label = (name: string, text: string) => labelled(name, text, width, colours);
  const because = outcome === "note" ? [] : finding.because.slice(0, MOST_REASONS);
  const hasRoom = first.length + 2 + finding.ruleId.length <= width;
  return [
    colours[BY_OUTCOME[outcome]](first) + (hasRoom ? `  ${colours.dim(finding.ruleId)}` : ""),
    ...others.map(colours[BY_OUTCOME[outcome]]),
    ...(more > 0 ? [`  and ${plural(more, "more place")}`] : []),
    ...hang("    ", terminal(finding.message), width),
    ...because.flatMap((reason, number) => label(number === 0 ? "Why" : "", reason)),
    ...label("Next", next),
    ...(hasRoom ? [] : label("Rule", finding.ruleId)),
  ];
}

const LABEL = 10;

/** A dim word in front of a paragraph. The prefix is painted after it is wrapped, so that paint has no width. */
function labelled(name: string, text: string, width: number, colours: Colours): Lines {
  const prefix = `    ${name}`.padEnd(LABEL);
  const [first = prefix, ...rest] = hang(prefix, terminal(text), width);
  return [colours.dim(prefix) + first.slice(prefix.length), ...rest];
}

function problems({ manifest, policy }: Verdict, { colours, width }: Page): Lines {
  const name = manifest.path ?? "ai-experiment.yml";
  const lines = (title: string, all: typeof manifest.problems): Lines => {
    if (all.length === 0) return [];
    const shown = all.slice(0, MOST_PROBLEMS);
    return [
      colours.bold(terminal(title)),
      ...shown.flatMap(({ line, message, replacement }) => [
        ...hang("  ", `Line ${line}: ${terminal(message)}`, width),
        ...(replacement === undefined ? [] : [`    ${colours.green(terminal(replacement))}`]),
      ]),
      ...(all.length > shown.length ? [`  and ${all.length - shown.length} more`] : []),
    ];
  };
  return [...lines(`In ${name}`, manifest.problems), ...lines("In the policy file", policy.problems)];
}

function hint(verdict: Verdict, { colours, width }: Page): Lines {
  const text = manifestHint(verdict);
  return text === null ? [] : [colours.bold("One small file to add"), ...hang("  ", text, width)];
}

function fine(verdict: Verdict, { colours, width }: Page): Lines {
  const counted = settled(countsOf(verdict.judged));
  const lines = [...fineOf(verdict), ...(counted === null ? [] : [`Found, and nothing to do: ${counted}.`])];
  if (lines.length === 0) return [];
  return [colours.bold("What is fine"), ...lines.flatMap((line) => hang("  ", terminal(line), width))];
}

function gaps({ gaps: all }: Verdict, { colours, width }: Page): Lines {
  if (all.length === 0) return [];
  const lines = gapGroups(all).flatMap(({ reason, paths }) => {
    const shown = paths.slice(0, 2).map((path) => shorten(terminal(path), 60));
    const more = paths.length > shown.length ? `, and ${paths.length - shown.length} more` : "";
    return hang("  ", `${plural(paths.length, "file")}: ${terminal(reason)} (${shown.join(", ")}${more})`, width);
  });
  return [colours.bold("What we could not look at"), ...lines];
}

function footer(verdict: Verdict, options: TerminalOptions, { colours, width }: Page): Lines {
  const form = requestForm(verdict, options);
  const url = policyUrl(verdict);
  const pages = policyPages(verdict).map((page) => (page.url === null ? page.title : `${page.title}: ${page.url}`));
  const time = options.milliseconds === undefined ? "" : ` in ${Math.round(options.milliseconds)} ms`;
  return [
    form === null ? "Questions? Ask Dev." : `Questions? Ask Dev: ${form}`,
    ...hang("", terminal(`Policy: ${policyLine(verdict)}`), width),
    ...(url === null ? [] : [`  ${url}`]),
    ...pages.map((page) => `  ${terminal(page)}`),
    ...hang("", `${plural(verdict.stats.files, "file")} looked at${time}. ${SCOPE}`, width),
  ].map(colours.dim);
}
