/** How much each family of evidence weighs. */
export const DATA_WEIGHTS = {
  fitted: "by hand",
  on: "hand weights, before fitting",
  /** What speaks before any evidence: against. */
  prior: -1,
  weights: {
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
  },
} as const;
