import type { RuleId, Subject } from "../model/finding.js";
import { DATA_WORDS, type DataWord, type Manifest } from "../model/manifest.js";
import type { AiService } from "../model/policy.js";
import { anyGlob } from "../text/globs.js";

/** The rule that says which service is used; other rules about AI say how it is used. */
export const AI_SERVICE_RULE: RuleId = "ai/service";

type AiSubject = Extract<Subject, { kind: "ai-service" }>;

/** The organisation's entry for what was seen: by host first, since the destination decides; then model, id and package. */
export function serviceFor(services: readonly AiService[], subject: AiSubject): AiService | null {
  const { host, model, packageName, service } = subject;
  const by = (field: "hosts" | "models" | "packages", value: string | undefined) =>
    value === undefined ? undefined : services.find(({ match }) => anyGlob(match?.[field] ?? [])(value));
  const found = by("hosts", host) ?? by("models", model) ?? services.find(({ id }) => id === service);
  return found ?? (host === undefined ? by("packages", packageName) : undefined) ?? null;
}

/** From harmless to sensitive; what nobody is sure of counts as internal. */
const SENSITIVITY: Readonly<Record<DataWord, number>> = {
  none: 0,
  "made-up": 0,
  public: 1,
  internal: 2,
  "not-sure": 2,
  sensitive: 3,
};

/** The most sensitive data that the manifest declares, where the service may not see it. */
export function tooSensitiveFor(service: AiService, manifest: Manifest | null): DataWord | null {
  const most = service["most-sensitive-data"];
  if (most === undefined || manifest === null) return null;
  const declared = DATA_WORDS.filter((word) => manifest.data.some(({ kind }) => kind === word));
  const worst = declared.reduce<DataWord>((a, b) => (SENSITIVITY[b] >= SENSITIVITY[a] ? b : a), "none");
  return SENSITIVITY[worst] > SENSITIVITY[most] ? worst : null;
}
