import type { Person } from "../people/people.js";
import { between, type Cluster, clip, countsOf, type Evidence, percent, shareOf } from "./evidence.js";

const LEAST = 5;

/** Whether addresses fit the names beside them: for people they do in about three of four rows, for generators in none or all. */
export function agreement({ people }: Cluster): readonly Evidence[] {
  const both = people.filter((person) => person.names.length > 0 && choseTheirOwn(person) && isLatin(person.names));
  if (both.length < LEAST) return [];
  const share = shareOf(both, fits);
  const value = share < 0.5 ? between(share, 0.12, 0.5) : clip(1 - Math.max(0, share - 0.93) * 20);
  const says = `addresses fit the names in ${percent(share)} of the rows (generators: none or all)`;
  return [{ family: "agreement", value, n: both.length, says }];
}

/** In how many ways addresses are made from names: people choose many, a generator has one or a few. */
export function shapes({ people }: Cluster): readonly Evidence[] {
  const locals = people.filter(choseTheirOwn);
  if (locals.length < LEAST) return [];
  const sample = locals.slice(0, 500);
  const bits = entropy([...countsOf(sample.map(template)).values()], sample.length);
  const expected = Math.min(3.6, 0.78 * Math.log2(sample.length));
  const says = `addresses are made in ${bits < expected - 1 ? "few" : "many"} different ways (${bits.toFixed(1)} bits)`;
  return [{ family: "shapes", value: between(bits, expected - 1, expected + 0.2), n: sample.length, says }];
}

/** A company gives its people addresses by one recipe: on its own domain that says nothing. */
const choseTheirOwn = ({ local, standing }: Person): boolean => local !== "" && standing !== "own";
const isLatin = (names: readonly string[]): boolean => names.every((name) => /^[a-z]+$/.test(name));

function fits({ names, foldedLocal }: Person): boolean {
  const isNamed = names.some((name) => name.length > 2 && foldedLocal.includes(name.slice(0, 8)));
  return isNamed || foldedLocal.includes(initials(names));
}

function initials(names: readonly string[]): string {
  const letters = names.map((name) => name[0]).join("");
  return letters.length > 1 ? letters : "\0";
}

/** `maria.lopez82` of Maria Lopez is `F.L2`: whole names, initials, other letters by their number, digits by theirs. */
export function template({ names, foldedLocal }: Person): string {
  let rest = foldedLocal;
  const [first, last] = [names[0] ?? "", names.at(-1) ?? ""];
  if (first.length > 1) rest = rest.replace(first, "\u0001");
  if (last.length > 1) rest = rest.replace(last, "\u0002");
  return rest
    .replace(/\d+/g, (digits) => `${Math.min(digits.length, 5)}`)
    .replace(/[a-z]+/g, (letters) =>
      letters.length === 1 && names.some((name) => name[0] === letters)
        ? "i"
        : letters.length > 8
          ? "w"
          : "w".repeat(Math.ceil(letters.length / 3)),
    );
}

function entropy(counts: readonly number[], total: number): number {
  return -counts.reduce((sum, count) => sum + (count / total) * Math.log2(count / total), 0);
}
