import type { Annotation, CheckButton, CheckRunDocument } from "../model/plan.js";
import type { Verdict } from "../model/verdict.js";
import { annotationsOf, MOST_PER_REQUEST } from "./annotations.js";
import { assemble } from "./assemble.js";
import type { ReportContext } from "./context.js";
import { sentence } from "./escape/markdown.js";
import { bodyOf, footer, handoffLink } from "./markdown.js";
import { leadOf, manifestHint } from "./story.js";
import { titleOf } from "./titles.js";

/** The name under which the check is known, and required where somebody requires it. */
export const CHECK_NAME = "AI experiment";

const LONGEST = 65_535;

/** What the check run shows: the short story as its summary, all of it as its text. */
export function checkRun(verdict: Verdict, context: ReportContext = {}): CheckRunDocument {
  const hint = manifestHint(verdict);
  const summary = [
    sentence(leadOf(verdict, context)),
    handoffLink(context),
    hint === null ? "" : sentence(hint),
    footer(verdict, context),
  ];
  const text = assemble(bodyOf(verdict, context).slice(1, -1), LONGEST);
  return {
    title: titleOf(verdict, context),
    summary: assemble(summary, LONGEST),
    ...(text.trim() === "" ? {} : { text }),
    conclusion: verdict.conclusion,
    annotations: annotationsOf(verdict, context),
    buttons: buttonsOf(verdict),
  };
}

const START: CheckButton = {
  label: "Start the handoff",
  description: "Opens a handoff with Dev",
  identifier: "start-handoff",
};
const MADE_UP: CheckButton = {
  label: "The data is made up",
  description: "Notes it for these files, with your name",
  identifier: "made-up",
};
const AGAIN: CheckButton = { label: "Check again", description: "Looks at the newest commit", identifier: "recheck" };

function buttonsOf({ kind, judged, handoff }: Verdict): readonly CheckButton[] {
  const asked = judged.filter(({ disposition }) => disposition.kind === "handoff" || disposition.kind === "advice");
  const isDue = judged.some(({ disposition }) => disposition.kind === "handoff");
  return [
    ...(isDue && (handoff === "none" || handoff === "withdrawn") ? [START] : []),
    ...(asked.some(({ finding }) => finding.family === "real-data") ? [MADE_UP] : []),
    ...(kind === "clear" ? [] : [AGAIN]),
  ];
}

/** Annotations in batches that one request takes. */
export function batches(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const count = Math.ceil(annotations.length / MOST_PER_REQUEST);
  return Array.from({ length: count }, (_, number) =>
    annotations.slice(number * MOST_PER_REQUEST, (number + 1) * MOST_PER_REQUEST),
  );
}
