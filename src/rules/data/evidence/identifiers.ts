import type { Column } from "../columns/columns.js";
import { isSampleIdentifier } from "../columns/samples.js";
import { compact, IDENTIFIERS } from "../columns/values.js";
import { between, type Cluster, type Evidence, percent, shareOf, valuesOf } from "./evidence.js";

const LEAST = 3;
/** Check digits, looked at by the column: random numbers pass as often as chance has it, real ones always. */
export function identifiers(cluster: Cluster): readonly Evidence[] {
  return cluster.columns.flatMap((column) => ofColumn(cluster, column));
}

function ofColumn(cluster: Cluster, column: Column): readonly Evidence[] {
  const rule = IDENTIFIERS[column.kind];
  if (rule === undefined) return [];
  const values = valuesOf(cluster, column).filter((value) => value !== "");
  if (values.length < LEAST) return [];
  const samples = shareOf(values, (value) => isSampleIdentifier(column.kind, value));
  const passing = shareOf(values, (value) => rule.check(compact(value)));
  const n = values.length;
  if (samples > 0.3)
    return [
      {
        family: "identifiers",
        value: -1,
        n,
        says: `${percent(samples)} of the ${label(column)} are documented samples`,
        ...(samples >= 0.5 ? { isHard: true as const } : {}),
      },
    ];
  if (column.kind === "ssn") return areas(values.map(compact));
  const says = `${percent(passing)} of the ${label(column)} have a right check digit (by chance: ${percent(rule.random)})`;
  if (rule.random > 0.3) return [];
  return [
    {
      family: "identifiers",
      value: between(passing, Math.max(0.5, rule.random), 0.97) * (passing > 0.9 ? 0.6 : 1),
      n,
      says,
    },
  ];
}

/** Before June 2011 no number began with 734 to 749 or with more than 772: adults' numbers are below, drawn ones aren't. */
function areas(numbers: readonly string[]): readonly Evidence[] {
  const late = shareOf(numbers, (number) => Number(number.slice(0, 3)) > 772 || /^7[34]\d/.test(number));
  if (numbers.length < 20) return [];
  const says = `${percent(late)} of the social security numbers begin as adults' numbers don't (drawn evenly: about 16%)`;
  return [{ family: "identifiers", value: -between(late, 0.01, 0.08), n: numbers.length, says }];
}

const label = ({ kind }: Column): string => `${kind.replace("-", " ")} numbers`;
