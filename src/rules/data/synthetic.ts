import { DATA_FILES } from "../../catalogue/data/data-files.js";
import { defineRule, type Match } from "../../model/rule.js";
import { exportTable, fakerTable, MOCK_TABLE, tableExample } from "./explain/examples.js";
import { matchOf } from "./explain/explain.js";
import { type Analysis, analysed } from "./judge/analyse.js";
import { isHandoff, type Judgement } from "./judge/assess.js";

/** Smaller tables are plainly mock data, and a word about each of them would be noise. */
const LEAST_ROWS = 50;
const SURE = -4;

function isWorthPraise(judgement: Judgement): boolean {
  const { table, exportedFrom, columns, publicSet } = judgement;
  if (publicSet !== null) return table.total >= LEAST_ROWS;
  if (table.total < LEAST_ROWS && exportedFrom === null) return false;
  const reaches = columns.some(({ kind }) => kind === "email" || kind === "phone");
  if (!reaches || judgement.outcome !== "synthetic") return false;
  return judgement.weighed.isHardMarked || judgement.weighed.score <= SURE;
}

function matches({ judgements }: Analysis): readonly Match[] {
  const fine = judgements.some(isHandoff) ? undefined : judgements.find(isWorthPraise);
  if (fine === undefined) return [];
  const what = fine.publicSet === null ? "made-up people" : `public data (${fine.publicSet})`;
  return [
    { ...matchOf(fine), message: `Looked through ${fine.table.total} rows: ${what}, and just right for experiments.` },
  ];
}

export default defineRule({
  id: "data/synthetic",
  family: "real-data",
  summary: "A file that could have been real data is made up or public, and fine.",
  why: "Made-up and public data are what experiments should run on. It is good to know that somebody looked.",
  remedy: "Nothing to do. Keep going.",
  trigger: null,
  confidence: "medium",
  suggests: "note",
  appliesTo: { paths: DATA_FILES },
  detect: (file, surroundings) => analysed(file, surroundings, matches),
  limits: "Says nothing of tables of fewer than 50 rows, unless they have the header of a known export.",
  examples: {
    match: [tableExample("data/customers.csv", () => fakerTable(60), { suggests: "note" })],
    skip: [{ path: "data/customers.csv", text: MOCK_TABLE }, tableExample("data/contacts.csv", () => exportTable(14))],
  },
});
