import type { Match } from "../../../model/rule.js";
import type { Evidence } from "./evidence.js";

/** What a person reads about one service, from one sign of it. */
export function matchOf(evidence: Evidence): Match {
  const { service, host, packageName, model, range, shows, cell } = evidence;
  const id = typeof service === "string" ? service : service.id;
  const concrete = host === undefined || host.includes("*") ? undefined : host;
  return {
    range,
    message: messageOf(evidence, concrete),
    because: [shows, ...standing(evidence)],
    remedy: remedyOf(evidence),
    identity: `${id}@${host ?? ""}`,
    suggests: suggests(evidence),
    confidence: evidence.strength === "use" ? "high" : "medium",
    subject: {
      kind: "ai-service",
      service: id,
      ...(host === undefined ? {} : { host }),
      ...(packageName === undefined ? {} : { packageName }),
      ...(model === undefined ? {} : { model }),
    },
    ...(cell === undefined ? {} : { cell }),
  };
}

function suggests({ service, strength }: Evidence): "note" | "advice" {
  if (strength === "mention" || service === "company-gateway") return "note";
  return typeof service !== "string" && service.kind === "search" ? "note" : "advice";
}

function messageOf({ service, strength }: Evidence, host: string | undefined): string {
  if (service === "company-gateway")
    return `This talks to an AI service at ${host}, one of the company's own addresses.`;
  if (service === "custom-endpoint") return `This talks to an AI service at ${host}, an address we don't know.`;
  const where = host === undefined ? "" : ` (${host})`;
  return strength === "use" ? `This uses ${service.name}${where}.` : `This may use ${service.name}${where}.`;
}

function standing({ service }: Evidence): readonly string[] {
  if (typeof service === "string") return [];
  if (service.access === "company") return ["It is reached through a cloud account that a company can hold."];
  if (service.access === "gateway")
    return ["It passes requests on to other services; who else sees the data depends on its settings."];
  return ["It is the vendor's public address, which works with any account: a company's or a person's own."];
}

function remedyOf({ service }: Evidence): string {
  if (service === "company-gateway")
    return "Nothing to do if that is the gateway Dev offers; add its id to `ai:` in ai-experiment.yml.";
  if (service === "custom-endpoint") return "Tell Dev in one line who runs this address; they can add it to the list.";
  if (service.access === "company")
    return `If this is the company's own account, add \`${service.id}\` to \`ai:\` in ai-experiment.yml.`;
  return `Ask Dev which account the company offers for ${service.name}, or which service does the same; the Dev request form is the way.`;
}
