import { AI_SERVICES } from "../../catalogue/ai/services.js";
import { defineRule, type Example, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { isPackageList } from "../../text/package-lists.js";
import { isPromptPath, isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { codeOf, sourceOf } from "../../text/source-code.js";
import { codeEvidence } from "./destinations/clients.js";
import type { Evidence } from "./destinations/evidence.js";
import { KEYWORDS } from "./destinations/keywords.js";
import { matchOf } from "./destinations/match.js";
import { packageEvidence } from "./destinations/packages.js";
import { mayShowService } from "./destinations/quick-look.js";
import { settingsEvidence } from "./destinations/settings.js";

const LOCK_FILE =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|[\w.-]{1,60}\.lock|pnpm-lock\.yaml|go\.sum|uv\.lock)$/i;

function evidenceIn(file: SourceFile, { organization }: Surroundings): readonly Evidence[] {
  if (isPackageList(file.path)) return packageEvidence(file.path, file.text);
  if (file.kind === "code" || file.kind === "notebook") {
    if (!mayShowService(sourceOf(file))) return [];
    const code = codeOf(file);
    return codeEvidence(code, organization).map((evidence) => ({ ...evidence, ...code.placeOf(evidence.range) }));
  }
  return file.kind === "config" ? settingsEvidence(file.text, organization) : [];
}

/** One match for each service and address: a file that says it twenty times says it once. */
function strongestOfEach(matches: readonly Match[]): readonly Match[] {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const key = match.identity ?? "";
    const known = best.get(key);
    if (known === undefined || (known.suggests === "note" && match.suggests === "advice")) best.set(key, match);
  }
  return [...best.values()];
}

const examples = (pick: "yes" | "no"): readonly Example[] =>
  AI_SERVICES.flatMap((service) =>
    service.examples[pick].map((example) =>
      typeof example === "string" ? { path: "app.py", text: example } : { path: example.path, text: example.text },
    ),
  );

export default defineRule({
  id: "ai/service",
  family: "ai-service",
  summary: "An AI service is used.",
  why: "Every AI service sees what is sent to it. Which ones are right for company work, and for which data, is the organisation's list to say; the address tells which service it really is, whatever the library is called.",
  remedy: "Add the service to `ai:` in ai-experiment.yml, or ask Dev through the request form which one to use.",
  trigger: null,
  confidence: "high",
  suggests: "advice",
  appliesTo: { keywords: KEYWORDS },
  detect: (file, surroundings) => {
    if (isTestPath(file.path) || isVendoredPath(file.path) || isPromptPath(file.path) || LOCK_FILE.test(file.path))
      return [];
    return strongestOfEach(evidenceIn(file, surroundings).map(matchOf));
  },
  limits:
    "An address that is only known at run time can't be seen. Code in other languages than Python and JavaScript is read for addresses only. Prompts, documents and comments are never looked at.",
  examples: { match: examples("yes"), skip: examples("no") },
});
