import type { Problem } from "../model/problem.js";
import type { Verdict } from "../model/verdict.js";
import type { ReportContext } from "./context.js";
import { countsOf, settled } from "./counts.js";
import { html } from "./escape/html.js";
import { safeUrl } from "./escape/url.js";
import { gapGroups } from "./gaps.js";
import { type Item, idOf, placeText } from "./items.js";
import { policyPages, policyUrl, requestForm } from "./links.js";
import { type Chapter, chaptersOf, fineOf, leadOf, manifestHint, policyLine, SCOPE } from "./story.js";
import { titleOf } from "./titles.js";
import { plural } from "./words.js";

const MOST_ITEMS = 200;
const MOST_PLACES = 20;

const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --paper: #ffffff; --tint: #f6f8fa; --link: #0969da; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --soft: #9198a1; --line: #3d444d; --paper: #0d1117; --tint: #151b23; --link: #4493f8; } }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1rem 3rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .6rem; padding-left: .8rem; border-left: .35rem solid var(--mark); }
h2 { font-size: 1.1rem; margin: 2rem 0 .6rem; }
article { border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; margin: .6rem 0; }
article p { margin: .3rem 0; }
code { font: .875em/1.4 ui-monospace, monospace; background: var(--tint); border-radius: .25rem; padding: .1rem .3rem; overflow-wrap: anywhere; }
details { margin-top: .4rem; color: var(--soft); }
a { color: var(--link); }
summary { cursor: pointer; }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
.clear { --mark: #1a7f37; } .advice { --mark: #0969da; } .handoff { --mark: #9a6700; } .stop { --mark: #cf222e; } .unknown { --mark: #8250df; }
`;

/** The report as one page that needs nothing else: no script, and nothing is loaded from anywhere. */
export function renderHtml(verdict: Verdict, context: ReportContext = {}): string {
  const title = html(titleOf(verdict, context));
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
    `<title>${title}</title><style>${STYLE}</style></head>`,
    `<body class="${verdict.kind}"><main>`,
    `<h1>${title}</h1><p>${sentence(leadOf(verdict, context))}</p>`,
    handoff(context),
    ...chaptersOf(verdict).map(chapter),
    problems(verdict),
    hint(verdict),
    fine(verdict),
    gaps(verdict),
    `</main>${footer(verdict, context)}</body></html>`,
    "",
  ]
    .filter((part, number, all) => part !== "" || number === all.length - 1)
    .join("\n");
}

/** A sentence of ours that may quote hostile words: what stands in backticks becomes code. */
function sentence(text: string): string {
  return text
    .split(/`([^`]{1,200})`/)
    .map((part, number) => (number % 2 === 1 ? `<code>${html(part)}</code>` : html(part)))
    .join("");
}

function anchor(text: string, url: string | null | undefined): string {
  const safe = safeUrl(url ?? undefined);
  return safe === null ? html(text) : `<a href="${html(safe)}" rel="noreferrer">${html(text)}</a>`;
}

function handoff({ handoff: known }: ReportContext): string {
  return known === undefined ? "" : `<p>${anchor(`The handoff with Dev, number ${known.number}`, known.url)}</p>`;
}

function chapter({ heading, items }: Chapter): string {
  const more = items.length > MOST_ITEMS ? `<p>and ${items.length - MOST_ITEMS} more in the JSON report</p>` : "";
  return `<section><h2>${html(heading)}</h2>${items.slice(0, MOST_ITEMS).map(article).join("")}${more}</section>`;
}

function article({ finding, places }: Item): string {
  const shown = places.slice(0, MOST_PLACES).map((place) => `<code>${html(placeText(place))}</code>`);
  const more = places.length > shown.length ? ` and ${plural(places.length - shown.length, "more place")}` : "";
  const because = finding.because.map((reason) => `<li>${sentence(reason)}</li>`).join("");
  return [
    `<article><p>${shown.join(" ")}${more}</p><p>${sentence(finding.message)}</p>`,
    `<p><strong>Next:</strong> ${sentence(finding.remedy)}</p>`,
    `<details><summary>Why we think so</summary><ul>${because}<li>Seen: <code>${html(finding.evidence)}</code></li>`,
    `<li>Rule <code>${html(finding.ruleId)}</code>, finding <code>${html(idOf(finding))}</code></li></ul></details></article>`,
  ].join("");
}

function problems({ manifest, policy }: Verdict): string {
  return (
    section(`In ${manifest.path ?? "ai-experiment.yml"}`, manifest.problems.map(problem)) +
    section("In the policy file", policy.problems.map(problem))
  );
}

function problem({ line, message, replacement }: Problem): string {
  const ready = replacement === undefined ? "" : ` Write <code>${html(replacement)}</code>.`;
  return `Line ${line}: ${sentence(message)}${ready}`;
}

function section(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `<section><h2>${html(heading)}</h2><ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul></section>`;
}

function hint(verdict: Verdict): string {
  const text = manifestHint(verdict);
  return text === null ? "" : `<section><h2>One small file to add</h2><p>${sentence(text)}</p></section>`;
}

function fine(verdict: Verdict): string {
  const counted = settled(countsOf(verdict.judged));
  const lines = [...fineOf(verdict), ...(counted === null ? [] : [`Found, and nothing to do: ${counted}.`])];
  return section("What is fine", lines.map(sentence));
}

function gaps({ gaps: all }: Verdict): string {
  const lines = gapGroups(all).map(({ reason, paths }) => {
    const shown = paths.slice(0, MOST_ITEMS).map((path) => `<code>${html(path)}</code>`);
    const more = paths.length > shown.length ? ` and ${paths.length - shown.length} more` : "";
    return `${plural(paths.length, "file")}: ${sentence(reason)} <details><summary>Which</summary>${shown.join(" ")}${more}</details>`;
  });
  return section("What we could not look at", lines);
}

function footer(verdict: Verdict, context: ReportContext): string {
  const form = requestForm(verdict, context);
  const ask = form === null ? "Questions? Ask Dev." : `Questions? ${anchor("Ask Dev", form)}.`;
  const pages = policyPages(verdict).map(({ title, url }) => `<br>${anchor(title, url)}`);
  const files = plural(verdict.stats.files, "file");
  return `<footer>${ask}<br>${files} looked at. Policy: ${anchor(policyLine(verdict), policyUrl(verdict))}${pages.join("")}<br>${SCOPE}</footer>`;
}
