// Written by tools/fit-data-weights.mjs. Do not edit.

/** How much each family of evidence weighs, in log-odds at full strength. */
export const DATA_WEIGHTS = {
  fitted: "2026-11-24",
  on: "360 tables of authors of public git repositories and 276 tables from faker's locales and small scripts, split from what they were tested on by repository and by generator; drawn towards weights by hand",
  repositories: 18,
  /** What speaks before any evidence. */
  prior: -1.5,
  weights: {
    reserved: 5,
    generator: 5,
    mail: 2.5,
    names: 4,
    agreement: 3,
    shapes: 2.5,
    geography: 2,
    time: 1,
    identifiers: 2,
    dirt: 1.5,
    provenance: 2,
    beside: 3,
    organization: 4,
    declaration: 2,
  },
} as const;
