import type { AiServiceRecord } from "../../../catalogue/ai/record.js";
import { AI_SERVICES } from "../../../catalogue/ai/services.js";
import { hostPattern, isPlaceholderHost } from "../../../text/hosts.js";

/** One sign that a file reaches an AI service. */
export interface Evidence {
  readonly service: AiServiceRecord | "company-gateway" | "custom-endpoint";
  /** Where it goes; `*` where a part is filled in at run time. */
  readonly host?: string;
  readonly packageName?: string;
  readonly model?: string;
  /** `use`: code or settings name the destination. `mention`: a package or a key that may also be used otherwise. */
  readonly strength: "use" | "mention";
  /** How that shows, as a sentence. */
  readonly shows: string;
  readonly range: readonly [start: number, end: number];
  readonly cell?: { readonly number: number; readonly line: number };
}

const BY_HOST = new Map(
  AI_SERVICES.flatMap((service) =>
    service.hosts.filter((host) => !host.includes("*")).map((host) => [host, service] as const),
  ),
);
const BY_PATTERN = AI_SERVICES.flatMap((service) =>
  service.hosts.filter((host) => host.includes("*")).map((host) => ({ service, matches: hostPattern(host) })),
);
const BY_ID = new Map(AI_SERVICES.map((service) => [service.id, service]));

export function serviceAt(host: string): AiServiceRecord | null {
  return BY_HOST.get(host) ?? BY_PATTERN.find(({ matches }) => matches(host))?.service ?? null;
}

export const serviceCalled = (id: string): AiServiceRecord | null => BY_ID.get(id) ?? null;

/** Where a service is reached when the code doesn't say; nothing where one record stands for several vendors. */
export function usualHost({ defaultHost, hosts }: AiServiceRecord): string | undefined {
  if (defaultHost !== undefined) return defaultHost;
  return hosts.length === 1 || hosts[0]?.includes("*") === true ? hosts[0] : undefined;
}

/** A host with a part that is filled in at run time says no more than the service's usual one, so it is written like that. */
export function wholeHost(service: AiServiceRecord, host: string): string {
  return host.includes("*") ? (usualHost(service) ?? host) : host;
}

/** A known service whose address stands in a text. "Put yours here" says less, and no host. */
export function addressed(service: AiServiceRecord, host: string, where: string, range: Evidence["range"]): Evidence {
  if (!isPlaceholderHost(host)) {
    return {
      service,
      host: wholeHost(service, host),
      strength: "use",
      shows: `The address of ${host} is in the ${where}.`,
      range,
    };
  }
  const usual = usualHost(service);
  const shows = `There is a place for an address of ${service.name}.`;
  return { service, strength: "mention", shows, range, ...(usual === undefined ? {} : { host: usual }) };
}
