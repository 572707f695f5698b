// Fits the weights of src/catalogue/data/weights.ts.
//
//   node tools/fit-data-weights.mjs --date 2026-01-31 REPOSITORY…
//
// Real people are the authors of the git repositories that are given: public, read at run time, kept nowhere. Made-up
// people come from faker's locales and from small scripts. Half of the repositories and of the generators is fitted
// on, and the other half tells how well. What these sets can't show (addresses, identifiers, the company's own domain)
// keeps its weight by hand: the fit is drawn towards those.
import { basename, dirname } from "node:path";
import { authors, directory, fakerRows, LOCALES, numbers, scriptRows } from "../bench/data/people.mjs";
import { load } from "./lib/load.mjs";
import { finish, output } from "./lib/output.mjs";

const { assessable } = await load("src/rules/data/judge/assess.ts");
const { EVIDENCE_FAMILIES } = await load("src/rules/data/evidence/evidence.ts");
const { REAL, strongest, shrunk } = await load("src/rules/data/judge/combine.ts");

const BY_HAND = {
  reserved: 5,
  generator: 5,
  mail: 2,
  names: 2.5,
  agreement: 1.5,
  shapes: 2.5,
  geography: 2,
  time: 1.5,
  identifiers: 2,
  dirt: 1,
  provenance: 2,
  beside: 3,
  organization: 4,
  declaration: 2,
};
const PRIOR = -1;
const SIZES = [15, 20, 30, 50, 100, 300];
const DRAWS = 4;
const TOWARDS_HAND = 0.003;
/** No family but the plain marks may decide alone. */
const MOST = 4;
const OWN = "acme-works.example";

const args = process.argv.slice(2);
const dated = args.indexOf("--date");
const date = dated < 0 ? null : args[dated + 1];
const repositories = args.filter((_, i) => dated < 0 || (i !== dated && i !== dated + 1));
if (date === null || repositories.length < 6) {
  console.error("Usage: node tools/fit-data-weights.mjs --date YYYY-MM-DD REPOSITORY REPOSITORY … (six or more)");
  process.exit(2);
}

/** Some of the rows, in their order. */
function sample(rows, n, draw) {
  const picked = new Set();
  while (picked.size < Math.min(n, rows.length)) picked.add(draw(rows.length));
  return [...picked].sort((a, b) => a - b).map((i) => rows[i]);
}

const draw = numbers(20);
const groupsOfReal = repositories
  .map((path, number) => ({ name: basename(dirname(path)), number, rows: authors(path) }))
  .filter(({ rows }) => rows.length >= 15);
const real = groupsOfReal.flatMap(({ number, rows }) =>
  SIZES.filter((n) => n <= rows.length).flatMap((n) =>
    Array.from({ length: DRAWS }, (_, i) => {
      const some = i === 0 ? rows.slice(0, n) : sample(rows, n, draw);
      const isDirectory = i === DRAWS - 1;
      return { isReal: 1, group: number, n, isDirectory, rows: isDirectory ? directory(some, OWN) : some };
    }),
  ),
);
const generators = [
  ...LOCALES.flatMap((locale) => [true, false].map((linked) => (n, seed) => fakerRows(locale, n, linked, seed))),
  ...[0, 1, 2, 3, 4, 5, "mixed"].map((recipe) => (n, seed) => scriptRows(n, recipe, seed)),
];
const madeUp = generators
  .flatMap((make, group) =>
    SIZES.flatMap((n, i) => [
      { isReal: 0, group, n, rows: make(n, 100 + i) },
      { isReal: 0, group, n, isDirectory: true, rows: directory(make(n, 200 + i), OWN) },
    ]),
  )
  .filter(({ rows }) => rows.length >= 10);

/** One number for each family: its strongest reason, shrunk. */
function features({ rows, isDirectory }) {
  const table = {
    name: "rows",
    columns: ["name", "email", "created_at"],
    rows: rows.map(({ name, email, time }) => [name, email, time]),
    total: rows.length,
    at: 0,
  };
  const evidence = assessable(table, isDirectory ? [OWN] : []);
  return EVIDENCE_FAMILIES.map((family) => {
    const reason = strongest(evidence.filter((one) => one.family === family));
    return reason === null ? 0 : reason.value * shrunk(reason);
  });
}

const data = [...real, ...madeUp].map((set) => ({ ...set, x: features(set) }));
const isFitted = ({ group }) => group % 2 === 0;
const fitted = data.filter(isFitted);
const held = data.filter((set) => !isFitted(set));

/**
 * Logistic regression by gradient descent; weights stay at zero or above, so that no sign turns round. That the company's
 * own staff is real is a fact and not an observation: its weight never falls. */
function fitModel(sets) {
  const hand = EVIDENCE_FAMILIES.map((family) => BY_HAND[family]);
  const least = EVIDENCE_FAMILIES.map((family) => (family === "organization" ? BY_HAND[family] : 0));
  let weights = [...hand];
  let prior = PRIOR;
  const share = [0, 1].map((label) => 0.5 / sets.filter(({ isReal }) => isReal === label).length);
  for (let step = 0; step < 4000; step++) {
    const gradient = weights.map((weight, i) => TOWARDS_HAND * (weight - hand[i]));
    let gradientOfPrior = TOWARDS_HAND * (prior - PRIOR);
    for (const { x, isReal } of sets) {
      const z = prior + x.reduce((sum, value, i) => sum + value * weights[i], 0);
      const error = (1 / (1 + Math.exp(-z)) - isReal) * share[isReal];
      for (let i = 0; i < x.length; i++) gradient[i] += error * x[i];
      gradientOfPrior += error;
    }
    weights = weights.map((weight, i) =>
      Math.min(Math.max(MOST, hand[i]), Math.max(least[i], weight - 0.5 * gradient[i])),
    );
    prior -= 0.5 * gradientOfPrior;
  }
  return { prior: half(prior), weights: weights.map(half) };
}

const half = (value) => Math.round(value * 2) / 2;
const model = fitModel(fitted);
const score = ({ x }) => model.prior + x.reduce((sum, value, i) => sum + value * model.weights[i], 0);
const share = (sets) => `${sets.filter((set) => score(set) >= REAL).length} of ${sets.length}`;

const most = (sets) => Math.max(...sets.map(score)).toFixed(1);
console.error(
  `made up, the highest score: fitted on ${most(fitted.filter(({ isReal }) => !isReal))}, held out ${most(held.filter(({ isReal }) => !isReal))}`,
);
for (const [name, sets] of [
  ["fitted on", fitted],
  ["held out", held],
]) {
  for (const n of SIZES) {
    const own = sets.filter((set) => set.n === n);
    console.error(
      `${name}, ${n} rows: real ${share(own.filter(({ isReal, isDirectory }) => isReal && !isDirectory))}, directories ${share(own.filter(({ isReal, isDirectory }) => isReal && isDirectory))}, made up ${share(own.filter(({ isReal }) => !isReal))}`,
    );
  }
}

const count = (sets) =>
  `${sets.filter(({ isReal }) => isReal).length} tables of authors of public git repositories and ${sets.filter(({ isReal }) => !isReal).length} tables from faker's locales and small scripts`;
output(
  "src/catalogue/data/weights.ts",
  `// Written by tools/fit-data-weights.mjs. Do not edit.

/** How much each family of evidence weighs, in log-odds at full strength. */
export const DATA_WEIGHTS = {
  fitted: "${date}",
  on: "${count(fitted)}, split from what they were tested on by repository and by generator; drawn towards weights by hand",
  repositories: ${groupsOfReal.filter(({ number }) => number % 2 === 0).length},
  /** What speaks before any evidence. */
  prior: ${model.prior},
  weights: {
${EVIDENCE_FAMILIES.map((family, i) => `    ${family}: ${model.weights[i]},`).join("\n")}
  },
} as const;
`,
);
finish("node tools/fit-data-weights.mjs");
