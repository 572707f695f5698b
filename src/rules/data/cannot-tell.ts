import { DATA_FILES } from "../../catalogue/data/data-files.js";
import { defineRule, type Match } from "../../model/rule.js";
import { exportTable, MOCK_TABLE, tableExample } from "./explain/examples.js";
import { counted, manifestLine, matchOf } from "./explain/explain.js";
import { type Analysis, analysed } from "./judge/analyse.js";
import { isHandoff, isHigher, type Judgement } from "./judge/assess.js";

const LEAST = 10;

/** The header of an export, or rows with more at stake than an address, over rows that could be either. */
function isWorthAsking(judgement: Judgement): boolean {
  const { people, exportedFrom, sensitivity } = judgement;
  if (people < LEAST || (exportedFrom === null && !isHigher(sensitivity))) return false;
  return judgement.outcome === "cannot-tell" && (exportedFrom !== null || judgement.weighed.score > 0);
}

function matches(path: string, { judgements }: Analysis): readonly Match[] {
  const asked = judgements.some(isHandoff) ? undefined : judgements.find(isWorthAsking);
  if (asked === undefined) return [];
  const { exportedFrom } = asked;
  return [
    {
      ...matchOf(asked),
      message: `Where is this file from? ${counted(asked).replace(/,$/, "")}${exportedFrom === null ? "" : ` under the header of a ${exportedFrom} export`}, and we can't tell whether they are made up.`,
      remedy: `One line in ai-experiment.yml answers it: ${manifestLine(path)}. Are the people real? Then \`handrail mock FILE\` makes a twin that you can use freely.`,
    },
  ];
}

export default defineRule({
  id: "data/cannot-tell",
  family: "real-data",
  summary: "A file may hold data about real people: a line in the manifest tells.",
  why: "Made-up data is welcome, and real people's data needs more care. From the outside this file could be either, and you know which.",
  remedy:
    "Answer with one line in ai-experiment.yml, `data: [{paths, kind, source}]`, or replace the file with a made-up twin: `handrail mock FILE`.",
  trigger: null,
  confidence: "low",
  suggests: "advice",
  appliesTo: { paths: DATA_FILES },
  detect: (file, surroundings) => analysed(file, surroundings, (analysis) => matches(file.path, analysis)),
  limits:
    "Asks only where a file has the header of a known export, or holds more than contact data. Other files that could be either are left alone.",
  examples: {
    match: [tableExample("data/contacts.csv", () => exportTable(14), { suggests: "advice" })],
    skip: [{ path: "data/customers.csv", text: MOCK_TABLE }, tableExample("data/contacts.csv", () => exportTable(5))],
  },
});
