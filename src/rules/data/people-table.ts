import { DATA_FILES } from "../../catalogue/data/data-files.js";
import { defineRule, type Match, type Unread } from "../../model/rule.js";
import { exampleTable, MOCK_TABLE, tableExample } from "./explain/examples.js";
import { counted, matchOf } from "./explain/explain.js";
import { type Analysis, analysed } from "./judge/analyse.js";
import { isHandoff } from "./judge/assess.js";

function matches({ judgements, gaps }: Analysis): readonly (Match | Unread)[] {
  const first = judgements[0];
  const found = first !== undefined && isHandoff(first) ? [first] : [];
  return [
    ...gaps.map((gap) => ({ gap })),
    ...found.map((judgement) => ({
      ...matchOf(judgement),
      message: `This looks like data about real people: ${counted(judgement).replace(/,$/, "")}.`,
    })),
  ];
}

export default defineRule({
  id: "data/people-table",
  family: "real-data",
  summary: "A file looks like it holds data about real people.",
  why: "Real customers and colleagues are behind these rows. Data about them needs a home with the right care, and Dev knows one. Made-up data is welcome and does for nearly every experiment.",
  remedy:
    "Replace the file with a made-up twin: `handrail mock FILE` writes one with the same columns. Do you need the real rows? Start a handoff with Dev. A deleted file stays in git's history; Dev can help with that too.",
  trigger: "sensitive-data",
  confidence: "high",
  suggests: "handoff",
  appliesTo: { paths: DATA_FILES },
  detect: (file, surroundings) => analysed(file, surroundings, matches),
  limits:
    "Fewer than ten people with contact data say too little to tell. Company directories are told only where the organisation's mail domain is known. Data whose names and addresses were replaced looks made up, and may still be about somebody. Images, sound, and vectors without their text are not looked into. In a file with fewer than five different addresses, columns about people are looked for in its first 64 KB. The evidence about names covers names that fold to a-z; other scripts are judged by the rest. A made-up table that was written with great care can look real.",
  examples: {
    match: [tableExample("data/customers.csv", () => exampleTable(60), { suggests: "handoff" })],
    skip: [
      { path: "data/customers.csv", text: MOCK_TABLE },
      tableExample("data/customers.csv", () => exampleTable(4)),
      tableExample("AUTHORS", () => exampleTable(60)),
    ],
  },
});
