import {
  FAKE_NAME_GENERATOR_DOMAINS,
  FREE_MAIL,
  MACHINE_DOMAINS,
  PLACEHOLDER_LABELS,
  RESERVED_ENDINGS,
  ROLE_LOCALS,
  SAMPLE_DOMAINS,
} from "../../../catalogue/data/email-domains.js";

/** What a mail domain says about the address. */
export type Standing = "reserved" | "sample" | "placeholder" | "generator" | "machine" | "free" | "own" | "custom";

const RESERVED: ReadonlySet<string> = new Set(RESERVED_ENDINGS);
const SAMPLES: ReadonlySet<string> = new Set(SAMPLE_DOMAINS);
const GENERATORS: ReadonlySet<string> = new Set(FAKE_NAME_GENERATOR_DOMAINS);
const MACHINES: ReadonlySet<string> = new Set(MACHINE_DOMAINS);
const PLACEHOLDERS: ReadonlySet<string> = new Set(PLACEHOLDER_LABELS);
const ROLES: ReadonlySet<string> = new Set(ROLE_LOCALS);
const FREE: ReadonlySet<string> = new Set(Object.values(FREE_MAIL).flatMap((list) => list.split(" ")));

/** `own` are the organisation's domains, in lower case. */
export function standingOf(local: string, domain: string, own: ReadonlySet<string>): Standing {
  if (endsInAny(domain, own)) return "own";
  if (endsInAny(domain, RESERVED)) return "reserved";
  if (SAMPLES.has(domain)) return "sample";
  if (GENERATORS.has(domain)) return "generator";
  if (MACHINES.has(domain) || isMachine(local)) return "machine";
  if (FREE.has(domain))
    return /^(?:test|user|demo|foo|bar|example|someone|customer)[._-]?\w?\d*$/.test(local) ? "placeholder" : "free";
  return PLACEHOLDERS.has(mainLabel(domain)) ? "placeholder" : "custom";
}

/** Nobody can be reached there. */
export const isMadeUp = (standing: Standing): boolean =>
  standing === "reserved" || standing === "sample" || standing === "placeholder" || standing === "generator";

function isMachine(local: string): boolean {
  return (
    ROLES.has(local) ||
    local.includes("noreply") ||
    local.includes("no-reply") ||
    /\[bot\]|^bot[-_.]|[-_.]bot$|^[0-9a-f]{16,}$/.test(local)
  );
}

function endsInAny(domain: string, endings: ReadonlySet<string>): boolean {
  for (let at = 0; at >= 0; at = domain.indexOf(".", at) + 1 || -1) if (endings.has(domain.slice(at))) return true;
  return false;
}

/** The label that was registered: `acme` of `mail.acme.co.uk`. */
export function mainLabel(domain: string): string {
  const labels = domain.split(".");
  const isDouble = labels.length > 2 && /^(?:co|com|org|net|ac|gov|edu|ne|or|go)$/.test(labels.at(-2) ?? "");
  return labels.at(isDouble ? -3 : -2) ?? "";
}
