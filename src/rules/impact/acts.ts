import { ACTS } from "../../catalogue/impact/acts.js";
import { AREAS } from "../../catalogue/impact/areas.js";
import type { ActExample } from "../../catalogue/impact/record.js";
import { defineRule, type Example, type Match, type Rule } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { isTestPath, isVendoredPath } from "../../text/path-roles.js";
import { codeOf } from "../../text/source-code.js";
import { judge } from "./acts/judge.js";
import { keywordsFor } from "./acts/keywords.js";
import { mayAct } from "./acts/quick-look.js";
import { actsOf } from "./acts/signs.js";

type Area = (typeof AREAS)[number];

const asExample = (example: ActExample): Example =>
  typeof example === "string" ? { path: "app.py", text: example } : { path: example.path, text: example.text };

const inArea = (area: Area) => ACTS.filter((record) => record.area === area.id);

function detect(area: Area, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  if (isTestPath(file.path) || isVendoredPath(file.path)) return [];
  if (!inArea(area).some((record) => mayAct(record, file))) return [];
  const code = codeOf(file);
  const acts = actsOf(file).filter(({ record }) => record.area === area.id);
  const first = acts.filter(({ record }, i) => acts.findIndex((other) => other.record.id === record.id) === i);
  return first.flatMap((act) => judge(act, code, file, surroundings) ?? []);
}

function rule(area: Area): Rule {
  const records = inArea(area);
  return defineRule({
    id: `impact/${area.id}`,
    family: "real-world-impact",
    summary: `${area.title}.`,
    why: "Trying things out is safe as long as nothing leaves. Once a program writes to the world, other people feel what it does, so somebody should know how it is stopped and who answers for it.",
    remedy: `${area.ask} ${area.try}`,
    trigger: "real-world-impact",
    confidence: "medium",
    suggests: area.most,
    appliesTo: { kinds: ["code", "notebook"], keywords: keywordsFor(records) },
    detect: (file, surroundings) => detect(area, file, surroundings),
    limits:
      "An import alone is never a sign, and neither is a call to a test system. Without a sign that the live system is meant, this is a question and no more. A call through a wrapper of one's own is missed.",
    examples: {
      match: [
        ...records.flatMap(({ examples }) => examples.yes.map(asExample)),
        ...records.flatMap(({ examples }) =>
          (examples.handoff ?? []).map((example) => ({ ...asExample(example), suggests: area.most })),
        ),
      ],
      skip: records.flatMap(({ examples }) => examples.no.map(asExample)),
    },
  });
}

export default AREAS.map(rule);
