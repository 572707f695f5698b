// Tables of people: real ones out of public git authorship, built at run time and never kept, and made-up ones.
import { execFileSync } from "node:child_process";
import { allFakers } from "@faker-js/faker";
import { FIRST, LAST } from "./records.mjs";

const BOT = /\[bot\]|noreply|no-reply|dependabot|renovate|greenkeeper|actions@|bot@|root@|localhost|\(none\)/i;

/** The authors of a repository, one row for each address: public, and real. */
export function authors(repository, most = 500) {
  const log = execFileSync("git", ["-C", repository, "log", "--reverse", "--format=%an%x09%ae%x09%aI"], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  const seen = new Map();
  for (const line of log.split("\n")) {
    const [name, email, time] = line.split("\t");
    if (!email?.includes("@") || BOT.test(`${name} ${email}`) || seen.has(email.toLowerCase())) continue;
    seen.set(email.toLowerCase(), { name, email, time: time.replace("T", " ").slice(0, 19) });
  }
  return [...seen.values()].slice(0, most);
}

/** Real names as a company would write them into its directory. */
export function directory(rows, domain) {
  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z ]/g, "");
  return rows
    .map((row) => ({ ...row, words: fold(row.name).split(" ").filter(Boolean) }))
    .filter(({ words }) => words.length > 1)
    .map(({ name, time, words }) => ({ name, time, email: `${words[0]}.${words.at(-1)}@${domain}` }));
}

export const LOCALES = [
  "en",
  "en_US",
  "en_GB",
  "de",
  "fr",
  "es",
  "it",
  "nl",
  "pl",
  "pt_BR",
  "sv",
  "tr",
  "ja",
  "ru",
  "cs_CZ",
  "da",
  "fi",
  "ro",
  "id_ID",
  "en_IN",
];

/** Rows of a faker locale; with `linked` the address is made from the name. */
export function fakerRows(locale, n, linked, seed) {
  const faker = allFakers[locale];
  faker.seed(seed);
  return Array.from({ length: n }, () => {
    const [firstName, lastName] = [faker.person.firstName(), faker.person.lastName()];
    return {
      name: `${firstName} ${lastName}`,
      email: linked ? faker.internet.email({ firstName, lastName }) : faker.internet.email(),
      time: faker.date.past({ years: 3, refDate: "2026-01-01" }).toISOString().replace("T", " ").slice(0, 19),
    };
  });
}

/** A small generator of numbers: the same seed gives the same numbers. */
export function numbers(seed) {
  let state = seed >>> 0 || 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const RECIPES = [
  (f, l) => `${f}.${l}@gmail.com`,
  (f, l) => `${f[0]}${l}@yahoo.com`,
  (f, l) => `${f}${l}@outlook.com`,
  (f, l, i) => `${f}.${l}${i}@hotmail.com`,
  (f, l) => `${f}_${l}@company.com`,
  (f) => `${f}@techmail.io`,
];

/** What people write by hand or with a small script: thirty first names, thirty last names, one recipe or all of them. */
export function scriptRows(n, recipe, seed) {
  const draw = numbers(seed);
  return Array.from({ length: n }, (_, i) => {
    const [first, last] = [FIRST[draw(FIRST.length)], LAST[draw(LAST.length)]];
    const make = RECIPES[recipe === "mixed" ? draw(RECIPES.length) : recipe];
    const day = new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10);
    return {
      name: `${first} ${last}`,
      email: make(first.toLowerCase(), last.toLowerCase(), i),
      time: `${day} ${String(8 + draw(10)).padStart(2, "0")}:00:00`,
    };
  });
}
