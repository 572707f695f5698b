import { AI_SERVICES } from "../../../catalogue/ai/services.js";

/** Shorter words are in nearly every file, and slow the search for all the others. */
const SHORTEST = 4;

/** Words of which at least one is in every file that shows an AI service. */
export const KEYWORDS: readonly string[] = [
  ...new Set(
    [
      ...AI_SERVICES.flatMap((service) => [
        ...service.hosts.map(longestPart),
        ...[...(service.npm ?? []), ...(service.sharedNpm ?? [])].map((name) => quotedIfShort(name)),
        ...[...(service.pypi ?? []), ...(service.sharedPypi ?? [])].flatMap((name) => [
          name,
          name.replaceAll("-", "_"),
        ]),
        ...(service.modules ?? []),
        ...(service.clients ?? []),
        ...(service.clientsWith ?? []).map(({ first }) => first),
        ...(service.models ?? []),
        ...(service.variables ?? []),
      ]),
      "base_url",
      "baseurl",
      "api_base",
      "llm_endpoint",
      "gemini-",
      "claude-",
    ]
      .map((word) => word.toLowerCase())
      .filter((word) => word.length >= SHORTEST),
  ),
];

function longestPart(host: string): string {
  return host.split("*").reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

function quotedIfShort(name: string): string {
  return name.length >= SHORTEST ? name : `"${name}"`;
}
