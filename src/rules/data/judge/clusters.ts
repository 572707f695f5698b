import type { Person } from "../people/people.js";
import { isGeneratorName } from "../people/vocabulary.js";

/** A part of a table has to have this many people before it is looked at by itself. */
const LEAST = 20;
const SEGMENTS = 8;

/** Parts of a table that may be real while the rest is made up: every part is looked at by itself. */
export function partsOf(people: readonly Person[]): readonly (readonly Person[])[] {
  const usable = people.filter(({ key }) => key !== "");
  const parts = [
    usable.filter(({ standing }) => standing === "free"),
    usable.filter(({ standing }) => standing === "custom" || standing === "own"),
    usable.filter((person) => !isMarked(person)),
    ...segments(usable),
  ];
  return parts.filter((part) => part.length >= LEAST && part.length < people.length * 0.98);
}

function segments(people: readonly Person[]): readonly (readonly Person[])[] {
  const size = Math.max(LEAST, Math.ceil(people.length / SEGMENTS));
  return Array.from({ length: Math.ceil(people.length / size) }, (_, i) => people.slice(i * size, (i + 1) * size));
}

/** One row that looks as libraries make them. */
function isMarked({ local, phone, names, standing }: Person): boolean {
  return (
    standing === "generator" ||
    /^\p{Lu}/u.test(local) ||
    /\d\s*x\d{2,5}$/.test(phone) ||
    (names.length === 2 && names.every(isGeneratorName) && (standing === "free" || standing === "custom"))
  );
}
