import type { Manifest } from "../model/manifest.js";
import { code, link, prose } from "./escape/markdown.js";
import { safeUrl } from "./escape/url.js";
import { shorten } from "./wrap.js";

export interface DevRequest {
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryUrl: string;
  readonly manifest: Manifest | null;
  /** In the asker's words; nothing when the manifest's `needs: help` asked. */
  readonly question: string | null;
  /** A link to where it was asked. */
  readonly askedAt: string | null;
}

/** A question to Dev. It is never a handoff, and says so. */
export function renderDevRequest(request: DevRequest): { readonly title: string; readonly body: string } {
  const { manifest, repository, repositoryUrl, question, askedAt } = request;
  const name = shorten((manifest?.name ?? repository).replace(/[@#]/g, "$&\u200b"), 90);
  const url = safeUrl(repositoryUrl);
  const asked = safeUrl(askedAt ?? undefined);
  const about = manifest?.summary ?? null;
  return {
    title: `Dev request: ${name}`,
    body: [
      question === null ? "The team would like Dev's advice." : quoted(question),
      `- Experiment: ${url === null ? code(repository) : link(repository, url)}`,
      ...(about === null ? [] : [`- About: ${prose(shorten(about, 300))}`]),
      ...(asked === null ? [] : [`- Asked ${link("here", asked)}`]),
      "",
      "This is a request for advice or resources. It is not a handoff, and the team keeps experimenting meanwhile.",
    ].join("\n"),
  };
}

function quoted(question: string): string {
  const lines = question.slice(0, 3000).split("\n").slice(0, 40);
  return `${lines.map((line) => `> ${prose(line)}`).join("\n")}\n`;
}
