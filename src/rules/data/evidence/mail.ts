import { GENERATOR_FREE_MAIL } from "../../../catalogue/data/email-domains.js";
import { between, type Cluster, countsOf, type Evidence, percent } from "./evidence.js";

const TRIO: ReadonlySet<string> = new Set(GENERATOR_FREE_MAIL);
const LEAST = 5;

/**
 * How free mail spreads over its providers. People flock to one, with a tail of many; generators draw evenly from
 * three. A table in which everybody uses the same one says nothing: it was typed as easily as it was collected.
 */
export function mail({ people }: Cluster): readonly Evidence[] {
  const free = people.filter(({ standing }) => standing === "free").map(({ domain }) => domain);
  if (free.length < LEAST) return [];
  const counts = [...countsOf(free).values()].sort((a, b) => b - a);
  const lead = (counts[0] ?? 0) / free.length;
  const providers = new Set(free);
  const isTrio = providers.size > 1 && [...providers].every((domain) => TRIO.has(domain));
  const says = `${percent(free.length / people.length)} have free mail, ${percent(lead)} of it with one provider, ${providers.size} in all (generators: about 33% each of three)`;
  if (isTrio && lead < 0.5) return [{ family: "mail", value: -1, n: free.length, says }];
  const value = providers.size === 1 ? 0 : between(lead, 0.35, 0.7) * (providers.size === 2 ? 0.5 : 1);
  return [{ family: "mail", value, n: free.length, says }];
}
