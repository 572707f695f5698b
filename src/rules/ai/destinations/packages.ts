import type { AiServiceRecord } from "../../../catalogue/ai/record.js";
import { AI_SERVICES } from "../../../catalogue/ai/services.js";
import { packagesIn } from "../../../text/package-lists.js";
import { type Evidence, usualHost } from "./evidence.js";

interface Known {
  readonly service: AiServiceRecord;
  readonly shared: boolean;
}

const NPM = index(
  ({ npm }) => npm,
  ({ sharedNpm }) => sharedNpm,
);
const PYPI = index(
  ({ pypi }) => pypi,
  ({ sharedPypi }) => sharedPypi,
);

type Pick = (service: AiServiceRecord) => readonly string[] | undefined;

function index(own: Pick, shared: Pick): ReadonlyMap<string, Known> {
  const entries = (pick: Pick, isShared: boolean) =>
    AI_SERVICES.flatMap((service) =>
      (pick(service) ?? []).map((name) => [name, { service, shared: isShared }] as const),
    );
  return new Map([...entries(shared, true), ...entries(own, false)]);
}

/** What a list of packages says. A list shows what may be used; code shows what is. */
export function packageEvidence(path: string, text: string): readonly Evidence[] {
  return packagesIn(path, text).flatMap(({ ecosystem, name, start, end }) => {
    const known = (ecosystem === "npm" ? NPM : PYPI).get(name);
    if (known === undefined) return [];
    const host = usualHost(known.service);
    const shows = known.shared
      ? `The package \`${name}\` is listed. It goes there unless the code says otherwise.`
      : `The package \`${name}\` is listed, and it goes nowhere else.`;
    const strength = known.shared ? ("mention" as const) : ("use" as const);
    const place = { service: known.service, packageName: name, strength, shows, range: [start, end] as const };
    return [host === undefined ? place : { ...place, host }];
  });
}
