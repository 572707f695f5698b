import { isGeneratorName } from "../people/vocabulary.js";
import { between, type Cluster, type Evidence, percent, shareOf } from "./evidence.js";

const LEAST = 5;
const LATIN = /^[a-z]{2,}$/;

/** How many names lie outside the lists that generators draw from. Names in other scripts are left out. */
export function names({ people }: Cluster): readonly Evidence[] {
  const latin = people.filter(({ names: words }) => words.length > 1 && words.every((word) => LATIN.test(word)));
  if (latin.length < LEAST || latin.length < people.length * 0.3) return [];
  const outside = shareOf(latin, ({ names: words }) => !words.every(isGeneratorName));
  const says = `${percent(outside)} of the names are outside the lists that generators draw from`;
  return [{ family: "names", value: between(outside, 0.1, 0.45), n: latin.length, says }];
}
