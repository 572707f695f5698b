import { MANIFEST_PATHS } from "../model/change.js";
import type { Verdict } from "../model/verdict.js";
import type { ReportContext } from "./context.js";
import { link } from "./escape/markdown.js";
import { safeUrl } from "./escape/url.js";
import { footer } from "./markdown.js";

/** Where AI is used and nothing says so yet: a question, asked once per repository, with the file ready to be made. */
export function renderUndeclared(verdict: Verdict, context: ReportContext, newFileUrl: string): string {
  const value = "owner: \ndata: not-sure\n";
  const query = `filename=${encodeURIComponent(MANIFEST_PATHS[0])}&value=${encodeURIComponent(value)}`;
  const url = safeUrl(`${newFileUrl}?${query}`);
  const make = url === null ? "Make it" : link("Make it here, filled in", url);
  return [
    "**Building something with AI? Great.**",
    `A two-line file, \`${MANIFEST_PATHS[0]}\`, tells colleagues what this is and who to ask. ${make}: it takes about a minute.`,
    "Not an AI experiment? A maintainer can reply `/not-an-experiment`, and we'll stay quiet. This is asked once.",
    footer(verdict, context),
  ].join("\n\n");
}

/** Whether the change touches AI while no manifest speaks of it. */
export function isUndeclared({ manifest, judged, outOfScope }: Verdict): boolean {
  const usesAi = judged.some(({ finding }) => finding.family === "ai-service");
  return outOfScope === undefined && manifest.state === "missing" && usesAi;
}
