import { DATA_FILES } from "../../catalogue/data/data-files.js";
import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { type DeclaredLine, declaredLine } from "./evidence/organization.js";
import { exampleTable, tableExample } from "./explain/examples.js";
import { counted, matchOf } from "./explain/explain.js";
import { analysed } from "./judge/analyse.js";
import { isHandoff, type Judgement } from "./judge/assess.js";

/**
 * A line for just this file settles what its data is, so it is asked about where the rows say otherwise. A source is
 * an answer: with one, made-up data is asked about gently and public data not at all.
 */
function detect(file: SourceFile, surroundings: Surroundings): readonly Match[] | Promise<readonly Match[]> {
  const line = declaredLine(file.path, surroundings.declared);
  if (line === null || !line.isForFile || (line.kind !== "made-up" && line.kind !== "public")) return [];
  if (line.kind === "public" && line.source !== null) return [];
  return analysed(file, surroundings, ({ judgements }) => {
    const [first] = judgements;
    return first !== undefined && isHandoff(first) ? [contradiction(first, line)] : [];
  });
}

function contradiction(judgement: Judgement, { kind, source }: DeclaredLine): Match {
  const isStrong = kind === "made-up" && source === null;
  return {
    ...matchOf(judgement),
    message: `The manifest says this file is ${kind}; to us it looks like real people: ${counted(judgement).replace(/,$/, "")}.`,
    suggests: isStrong ? "handoff" : "advice",
    trigger: isStrong ? "sensitive-data" : null,
  };
}

const declared = (source: string | null) => ({
  data: [{ paths: ["data/**"], kind: "made-up" as const, source }],
  ai: [],
  environments: [],
});

export default defineRule({
  id: "data/contradicts-manifest",
  family: "real-data",
  summary: "The manifest says that a file is made up or public, and it looks like real people.",
  why: "Files get copied, and a line in a manifest can outlive the file it was written for. A second look now is easier than one later.",
  remedy:
    "Is it made up or public? Add `source:` to its line in ai-experiment.yml, so that others see where it is from. Are the people real? `handrail mock FILE` makes a twin, and Dev helps with the original.",
  trigger: "sensitive-data",
  confidence: "medium",
  suggests: "handoff",
  appliesTo: { paths: DATA_FILES },
  detect,
  limits: "Looks only at lines of the manifest that name files. A source is taken at its word.",
  examples: {
    match: [
      tableExample("data/customers.csv", () => exampleTable(120), {
        given: { declared: declared(null) },
        suggests: "handoff",
      }),
      tableExample("data/customers.csv", () => exampleTable(120), {
        given: { declared: declared("our own generator") },
        suggests: "advice",
      }),
    ],
    skip: [
      tableExample("data/customers.csv", () => exampleTable(120)),
      tableExample("other/customers.csv", () => exampleTable(120), { given: { declared: declared(null) } }),
    ],
  },
});
