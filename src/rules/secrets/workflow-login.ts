import { SECRET_ACTIONS, type SecretAction } from "../../catalogue/secrets/workflow-actions.js";
import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { type Step, workflowOf } from "../../text/workflow.js";
import { mayNameProduction } from "./evidence/mentions.js";
import { factsIn, type Position } from "./evidence/production.js";
import { REFERENCE_WORDS, referenceMatch } from "./evidence/reference.js";

const path = ".github/workflows/report.yml";
const step = (uses: string, input: string) => ({
  path,
  text: `on: push\njobs:\n  report:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${uses}\n        with:\n          ${input}\n`,
});
const role = (name: string) =>
  step("aws-actions/configure-aws-credentials@v4", `role-to-assume: arn:aws:iam::111122223333:role/${name}`);

export default defineRule({
  ...REFERENCE_WORDS,
  id: "secrets/workflow-login",
  summary: "A step of this workflow logs in to production or fetches its secrets.",
  appliesTo: { paths: ["**/.github/workflows/*.{yml,yaml}"], keywords: SECRET_ACTIONS.map(({ uses }) => uses) },
  detect: (file, surroundings) =>
    ((mayNameProduction(file, surroundings.production) ? workflowOf(file) : null)?.jobs ?? [])
      .flatMap(({ steps }) => steps)
      .flatMap((one) => look(one, file, surroundings)),
  examples: {
    match: [
      { ...role("report-prod"), suggests: "handoff" },
      { ...step("Azure/get-keyvault-secrets@v1", "keyvault: acme-prod-kv"), suggests: "handoff" },
      { ...step("dopplerhq/secrets-fetch-action@v1", "doppler-config: prd"), suggests: "handoff" },
    ],
    skip: [
      role("report-test"),
      step("Azure/get-keyvault-secrets@v1", "keyvault: acme-dev-kv"),
      step("dopplerhq/secrets-fetch-action@v1", "doppler-config: dev"),
      step("aws-actions/configure-aws-credentials@v4", "role-to-assume: ${{ vars.ROLE }}"),
    ],
  },
});

function look(one: Step, file: SourceFile, surroundings: Surroundings): readonly Match[] {
  const name = one.uses?.value.toLowerCase().split("@")[0] ?? "";
  const action = SECRET_ACTIONS.find(({ uses }) => uses === name);
  if (action === undefined || one.uses === undefined) return [];
  const positions = positionsOf(action, one);
  const said = positions.map(({ value }) => value).join(" ");
  const place = { range: [one.uses.start, one.uses.end] as const };
  return referenceMatch(
    { what: action.what, quoted: `${one.uses.value} ${said}`.trim(), positions, place },
    file,
    surroundings,
  );
}

function positionsOf({ inputs }: SecretAction, one: Step): readonly Position[] {
  return Object.entries(inputs).flatMap(([input, kind]) => {
    const value = one.with.get(input)?.value;
    return value === undefined || value.includes("${{") ? [] : [...factsIn(value), { kind, value }];
  });
}
