import { AREA_CODES, STATE_NAMES, ZIP_PREFIXES } from "../../../catalogue/data/us-geography.js";
import { between, type Cluster, type Evidence, percent, shareOf, valuesOf } from "./evidence.js";

const LEAST = 8;
const STATE_OF_ZIP = prefixes();
const STATE_OF_AREA: ReadonlyMap<string, string> = new Map(
  Object.entries(AREA_CODES).flatMap(([state, codes]) => codes.split(" ").map((code) => [code, state] as const)),
);
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(STATE_NAMES));

/** Whether ZIP codes and telephone area codes fit the state in the same row. Only US addresses are known here. */
export function geography(cluster: Cluster): readonly Evidence[] {
  const column = (kind: string) => cluster.columns.find((one) => one.kind === kind);
  if (column("state") === undefined) return [];
  const states = valuesOf(cluster, column("state")).map(stateOf);
  const zips = valuesOf(cluster, column("postal")).map(
    (zip) => STATE_OF_ZIP.get(zip.padStart(5, "0").slice(0, 3)) ?? "",
  );
  const areas = cluster.people.map(({ phone }) => STATE_OF_AREA.get(areaCode(phone)) ?? "");
  return [
    ...agreeing(states, zips, "ZIP codes", 0.25, 0.85),
    ...agreeing(states, areas, "telephone area codes", 0.1, 0.5),
  ];
}

function agreeing(
  states: readonly string[],
  others: readonly string[],
  what: string,
  low: number,
  high: number,
): readonly Evidence[] {
  const pairs = states
    .map((state, i) => [state, others[i] ?? ""] as const)
    .filter(([state, other]) => state !== "" && other !== "");
  if (pairs.length < LEAST) return [];
  const share = shareOf(pairs, ([state, other]) => state === other);
  const says = `${percent(share)} of the ${what} fit the state (generators: about 2%)`;
  return [{ family: "geography", value: between(share, low, high), n: pairs.length, says }];
}

function stateOf(text: string): string {
  const upper = text.toUpperCase();
  return upper in ZIP_PREFIXES ? upper : (NAMES.get(text.toLowerCase()) ?? "");
}

function areaCode(phone: string): string {
  const digits = phone.replace(/\s*(?:x|ext\.?)\s*\d+$/i, "").replace(/\D/g, "");
  return digits.length === 10
    ? digits.slice(0, 3)
    : digits.length === 11 && digits[0] === "1"
      ? digits.slice(1, 4)
      : "";
}

function prefixes(): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const [state, ranges] of Object.entries(ZIP_PREFIXES)) {
    for (const range of ranges.split(",")) {
      const [from = "", to = from] = range.split("-");
      for (let prefix = Number(from); prefix <= Number(to); prefix++)
        states.set(String(prefix).padStart(3, "0"), state);
    }
  }
  return states;
}
