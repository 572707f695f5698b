import type { Verdict } from "../model/verdict.js";
import type { ReportContext } from "./context.js";
import { type SafeUrl, safeUrl } from "./escape/url.js";

/** Where the organisation's Dev request form is, filled in as far as we know, or nothing where there is none. */
export function requestForm({ policy, manifest }: Verdict, { repository }: ReportContext): SafeUrl | null {
  const form = policy.policy.dev["request-form"];
  return safeUrl(
    form
      ?.replaceAll("{name}", () => encode(manifest.manifest?.name ?? ""))
      .replaceAll("{repo}", () => encode(repository ?? "")),
  );
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ""));
}

export interface Page {
  readonly title: string;
  readonly url: SafeUrl | null;
}

/** Where the policy itself can be read. */
export function policyUrl({ policy }: Verdict): SafeUrl | null {
  return safeUrl(policy.policy.policy.url);
}

/** The pages that the organisation lists. None listed: none shown. */
export function policyPages({ policy }: Verdict): readonly Page[] {
  return policy.policy.policy.pages.map((page) =>
    typeof page === "string" ? { title: page, url: safeUrl(page) } : { title: page.title, url: safeUrl(page.url) },
  );
}
