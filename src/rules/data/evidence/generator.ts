import { GENERATOR_ENDINGS } from "../../../catalogue/data/email-domains.js";
import { mainLabel } from "../people/addresses.js";
import type { Person } from "../people/people.js";
import { isGeneratorName } from "../people/vocabulary.js";
import { type Cluster, clip, type Evidence, percent, shareOf } from "./evidence.js";

const LEAST = 8;

/** Marks that tools for made-up data leave, each of them enough by itself where most rows have it. */
export function generator(cluster: Cluster): readonly Evidence[] {
  const { people } = cluster;
  const withMail = people.filter(({ domain }) => domain !== "");
  const custom = withMail.filter(({ standing }) => standing === "custom");
  const phones = people.filter(({ phone }) => phone !== "");
  return [
    mark(withMail, ({ standing }) => standing === "generator", 0.5, "addresses are on the domains of a name generator"),
    mark(
      withMail,
      ({ local }) => /^\p{Lu}/u.test(local) && /\p{Ll}/u.test(local),
      0.5,
      "addresses start with a capital, as a library writes them",
    ),
    mark(
      phones,
      ({ phone }) => /\d\s*(?:x|ext\.?)\s*\d{2,5}$/i.test(phone),
      0.25,
      "phone numbers end in an extension, as libraries write them",
    ),
    mark(custom, isSurnameDomain, 0.4, "mail domains are made of surnames, as libraries make them"),
    mark(
      custom,
      ({ domain }) => GENERATOR_ENDINGS.some((ending) => domain.endsWith(`.${ending}`)),
      0.22,
      "mail domains end as libraries pick them",
    ),
    mark(withMail, (person) => isMockaroo(person), 0.6, "addresses count the rows, as Mockaroo makes them"),
    mark(
      withMail,
      ({ local }) => /[^\u0000-\u007f]|\s|['’]/u.test(local),
      0.1,
      "addresses have accents or blanks in them, as people's never do",
    ),
    ...counting(withMail),
  ].flat();
}

function mark(
  people: readonly Person[],
  holds: (person: Person) => boolean,
  most: number,
  what: string,
): readonly Evidence[] {
  if (people.length < LEAST) return [];
  const share = shareOf(people, holds);
  if (share < most / 2) return [];
  const hard = share >= most ? { isHard: true as const } : {};
  return [
    {
      family: "generator",
      value: -clip(share / most),
      n: people.length,
      says: `${percent(share)} of ${what}`,
      ...hard,
    },
  ];
}

/** `lopez.com`, `lopez-ruiz.org`, `lopez-ruiz-shah.biz`: every part of the domain is somebody's name. */
function isSurnameDomain({ domain }: Person): boolean {
  const parts = mainLabel(domain).split("-");
  return parts.length <= 3 && parts.every((part) => part.length > 2 && isGeneratorName(part));
}

/** The initial, the surname and the row's number in base 36. */
function isMockaroo({ local, names, row }: Person): boolean {
  const [first, last] = [names[0] ?? "", names.at(-1) ?? ""];
  return last !== "" && local === `${first[0]}${last}${row.toString(36)}`;
}

/** `user1`, `user2`, `user3`: addresses that differ in a running number only. */
function counting(people: readonly Person[]): readonly Evidence[] {
  if (people.length < LEAST) return [];
  const stems = new Map<string, number>();
  for (const { local } of people) {
    const stem = /^(.*?)[._-]?\d+$/.exec(local)?.[1];
    if (stem !== undefined) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  }
  const most = Math.max(0, ...stems.values()) / people.length;
  return most < 0.5
    ? []
    : [
        {
          family: "generator",
          value: -1,
          n: people.length,
          says: `${percent(most)} of the addresses differ in a running number only`,
          isHard: true,
        },
      ];
}
