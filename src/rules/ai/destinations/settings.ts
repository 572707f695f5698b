import { AI_SERVICES } from "../../../catalogue/ai/services.js";
import type { Organization } from "../../../model/policy.js";
import { addressesIn, hostOf } from "../../../text/hosts.js";
import { at } from "./clients.js";
import { addressed, type Evidence, serviceAt, usualHost } from "./evidence.js";
import { mayReachService } from "./quick-look.js";

/** Variables that tell an AI client where to go, whatever its SDK is called. */
const ADDRESS_NAME =
  /(?:OPENAI|ANTHROPIC|LITELLM|LLM|AI_GATEWAY|AZURE_OPENAI|AZURE_API|OPENROUTER|GEMINI|GOOGLE_GEMINI|MISTRAL)_(?:API_)?(?:BASE_URL|BASE|ENDPOINT|HOST|URL|PROXY)/;
const ADDRESS_VARIABLE = new RegExp(`\\b(${ADDRESS_NAME.source})["']?[ \\t]*[:=][ \\t]*["']?([^\\s"'#]{4,300})`, "g");
const SERVICE_OF = new Map(
  AI_SERVICES.flatMap((service) => (service.variables ?? []).map((name) => [name, service] as const)),
);
/** One of these is in every text that says something, unless it holds an address. */
const MAY_SAY = new RegExp(`\\b(?:${ADDRESS_NAME.source}|(?:${[...SERVICE_OF.keys()].join("|")})\\b)`);
const NAME = /\b[A-Z][A-Z0-9]{0,30}_[A-Z0-9_]{2,60}\b/g;
const MAY_HOLD_ADDRESS = /_(?:BASE|ENDPOINT|HOST|URL|PROXY)/;
const SWITCHED_OFF = /^["']?[ \t]*[:=][ \t]*["']?(0|false|no|off)\b/i;
const COMMENT = /^[ \t]*(#|\/\/|;)/;
const LONGEST = 500_000;
const LONGEST_LINE = 4000;

/** What settings say: addresses, variables that hold an address, and variables that hold a service's key. */
export function settingsEvidence(text: string, organization: Organization): readonly Evidence[] {
  if (text.length > LONGEST || !(MAY_SAY.test(text) || mayReachService(text))) return [];
  const found: Setting[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (!COMMENT.test(line) && line.length <= LONGEST_LINE) found.push(...lineEvidence(line, start, organization));
    start += line.length + 1;
  }
  const elsewhere = pointedElsewhere(text);
  return found.filter(({ variable }) => variable === undefined || !elsewhere.has(vendorOf(variable)));
}

interface Setting extends Evidence {
  /** The variable that holds a key, where that is all there is. */
  readonly variable?: string;
}

const vendorOf = (variable: string) => variable.slice(0, variable.indexOf("_"));

/** Vendors whose clients these settings point at some address: a key beside it says nothing more. */
function pointedElsewhere(text: string): ReadonlySet<string> {
  const lines = text
    .split("\n")
    .filter((line) => line.length <= LONGEST_LINE && MAY_HOLD_ADDRESS.test(line) && !COMMENT.test(line));
  return new Set(
    lines.flatMap((line) => [...line.matchAll(ADDRESS_VARIABLE)].map((found) => vendorOf(found[1] ?? ""))),
  );
}

function lineEvidence(line: string, offset: number, organization: Organization): readonly Setting[] {
  const code = line.replace(/[ \t]#[ \t].*$/, "");
  return [...named(code, offset, organization), ...addresses(code, offset), ...keys(code, offset)];
}

function named(line: string, offset: number, organization: Organization): readonly Evidence[] {
  if (!MAY_HOLD_ADDRESS.test(line)) return [];
  return [...line.matchAll(ADDRESS_VARIABLE)].flatMap((found) => {
    const host = hostOf(found[2] ?? "");
    const range = [offset + found.index, offset + found.index + found[0].length] as const;
    const evidence = host === null ? null : at(host, range, organization);
    if (evidence === null) return [];
    return [
      evidence.strength === "use" ? { ...evidence, shows: `${found[1]} is set to an address at ${host}.` } : evidence,
    ];
  });
}

function addresses(line: string, offset: number): readonly Evidence[] {
  if (!line.includes("://")) return [];
  return addressesIn(line).flatMap(({ host, path, start, end }) => {
    const service = serviceAt(host);
    if (service === null || !path.startsWith(service.mentionPath ?? "")) return [];
    return [addressed(service, host, "settings", [offset + start, offset + end])];
  });
}

function keys(line: string, offset: number): readonly Setting[] {
  return [...line.matchAll(NAME)].flatMap((found) => {
    const name = found[0];
    const service = SERVICE_OF.get(name);
    if (service === undefined || SWITCHED_OFF.test(line.slice(found.index + name.length))) return [];
    const host = usualHost(service);
    const range = [offset + found.index, offset + found.index + name.length] as const;
    const shows = `There is a setting called ${name}.`;
    return [
      { service, variable: name, strength: "mention" as const, shows, range, ...(host === undefined ? {} : { host }) },
    ];
  });
}
