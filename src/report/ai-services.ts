import type { Finding, Subject } from "../model/finding.js";
import type { Verdict } from "../model/verdict.js";

type AiSubject = Extract<Subject, { kind: "ai-service" }>;

/** Subjects that speak of an account and not of a service. */
const ACCOUNTS = new Set(["own-key", "personal-account"]);

/** The AI services that were seen, each once, whatever the policy makes of them. */
export function serviceFindings({ aiServices, judged }: Verdict): readonly { finding: Finding; subject: AiSubject }[] {
  const findings = aiServices ?? judged.map(({ finding }) => finding);
  return findings.flatMap((finding) => {
    const { subject } = finding;
    return subject?.kind === "ai-service" && !ACCOUNTS.has(subject.service) ? [{ finding, subject }] : [];
  });
}
