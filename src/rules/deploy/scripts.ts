import { defineRule, type Match } from "../../model/rule.js";
import type { SourceFile } from "../../model/source-file.js";
import type { Surroundings } from "../../model/surroundings.js";
import { type DeployCommand, deployCommand, recognise } from "./engine/commands.js";
import { argumentLegs, factLegs } from "./engine/environment.js";
import { higher, type Leg, levelFrom } from "./engine/leg.js";
import { localNameLegs } from "./engine/local-name.js";
import { basename } from "./engine/paths.js";
import { isSkipped, matchesFor } from "./engine/report.js";
import { repositoryOf } from "./engine/repository.js";
import { type Script, scriptsOf } from "./engine/scripts.js";

const WHY = "A script is ready to run: one command, and what it changes is changed for everybody.";

function detect(file: SourceFile, surroundings: Surroundings): readonly Match[] {
  if (isSkipped(file.path)) return [];
  return scriptsOf(file).flatMap((script) => scriptMatches(file, script, surroundings));
}

function scriptMatches(file: SourceFile, script: Script, surroundings: Surroundings): readonly Match[] {
  const all = script.commands.flatMap((command) => deployCommand(command, recognise(command)) ?? []);
  const cluster = all.some(({ record }) => record.does === "local-cluster" || record.does === "local-cloud");
  const lasting = all.filter(({ record, local }) => !local && !record.does.startsWith("local"));
  const commands = cluster ? [] : lasting.filter(({ record }) => record.does === "deploy" || record.does === "publish");
  const [first] = commands;
  if (first === undefined) return [];
  const caller = repositoryOf(surroundings).calledFromCi.get(`${file.path}#${script.name}`);
  const places = whereTo(script, commands, file, surroundings);
  const home = localNameLegs(script.name === "" ? basename(file.path) : script.name, script, commands, places);
  const legs = [...commands.map(deployLeg), ...places, ...home, ...calledBy(caller)];
  const own = caller === undefined ? "L1" : commands.map(({ record }) => record.level).reduce(higher);
  const real = commands.some(({ record }) => record.level !== "L1");
  const quiet = (caller === undefined && !real) || home.length > 0;
  const level = quiet ? "L1" : levelFrom(own, legs);
  const environment = legs.find(({ environment }) => environment !== undefined)?.environment ?? "";
  return matchesFor({
    file,
    level,
    message: sentence(file, script, first, caller),
    why: WHY,
    legs,
    missed:
      caller === undefined
        ? ["a pipeline that runs it"]
        : ["a dry run", ...(home.length > 0 ? [] : ["a cluster on your computer"])],
    start: first.start,
    end: first.end,
    identity: ["script", script.name, ...new Set(commands.map(({ id }) => id)), environment].join("|"),
  });
}

const deployLeg = ({ record, start, end }: DeployCommand): Leg => ({
  role: "deploys",
  says: `it ${record.says}`,
  start,
  end,
});

/** What the commands and the name of the script say of the place. */
function whereTo(
  script: Script,
  commands: readonly DeployCommand[],
  file: SourceFile,
  { production }: Surroundings,
): readonly Leg[] {
  const named = commands.flatMap(({ command, record, start, end }): readonly Leg[] => [
    ...argumentLegs([...command.argv, ...command.assignments], { start, end }, production),
    ...(record.production !== undefined && command.argv.some((word) => record.production?.test(word))
      ? [{ role: "production", says: "it asks for production itself", start, end } as const]
      : []),
  ]);
  const at = { start: script.start, end: script.end };
  const target =
    script.name === ""
      ? []
      : argumentLegs(["", script.name], at, production).map((leg) => ({
          ...leg,
          says: `its name is "${script.name.slice(0, 60)}"`,
        }));
  return [...named, ...target, ...factLegs(file, production)];
}

function calledBy(caller: string | undefined): readonly Leg[] {
  return caller === undefined ? [] : [{ role: "deploys", says: `${caller} runs it`, start: 0, end: 0 }];
}

function sentence(file: SourceFile, script: Script, { record }: DeployCommand, caller: string | undefined): string {
  const who = script.name === "" ? `The script ${basename(file.path)}` : `"${script.name}" in ${basename(file.path)}`;
  return caller === undefined
    ? `${who} ${record.says} when somebody runs it.`
    : `${who} ${record.says}, and a pipeline runs it.`;
}

export default defineRule({
  id: "deploy/scripts",
  family: "deploy-config",
  summary: "A script or a Makefile target deploys or publishes something.",
  why: "A script is ready to run: one command, and what it changes is changed for everybody.",
  remedy: "Keep trying things out on your own computer, and start a handoff when this should really run.",
  trigger: "production-systems",
  confidence: "medium",
  suggests: "handoff",
  appliesTo: {
    paths: [
      "**/makefile",
      "**/gnumakefile",
      "**/*.{mk,just,sh,bash,zsh}",
      "**/justfile",
      "**/.justfile",
      "**/taskfile.{yml,yaml}",
      "**/package.json",
    ],
    keywords: [
      "kubectl",
      "helm",
      "terraform",
      "tofu",
      "terragrunt",
      "pulumi",
      "deploy",
      "publish",
      "apply",
      "rollout",
      "aws ",
      "gcloud",
      "gsutil",
      "az ",
      "rsync",
      "scp ",
      "ssh ",
      "ansible-playbook",
      "push",
      "release",
      "upload",
      "docker",
      "sam ",
      "cdk ",
      "sls ",
      "fly ",
      "flyctl",
      "railway",
      "vercel",
      "netlify",
      "wrangler",
      "firebase",
      "heroku",
      "modal ",
      "bundle",
      "azd ",
      "nomad",
      "argocd",
      "flux",
    ],
  },
  detect,
  limits: "Commands that are put together from variables, and scripts in other languages, are not seen.",
  examples: {
    match: [
      { path: "Makefile", text: "deploy:\n\tkubectl apply -f k8s/\n", level: "L1", suggests: "note" },
      {
        path: "Makefile",
        text: "deploy:\n\tkubectl apply -f k8s/\n",
        around: {
          ".github/workflows/ship.yml": "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make deploy\n",
        },
        level: "L2",
        suggests: "handoff",
      },
      { path: "Makefile", text: "up-kind-prod:\n\tkubectl apply -f k8s/\n", level: "L3" },
      { path: "deploy.sh", text: "#!/bin/sh\nSTAGE=x\nsls deploy --stage prod\n", level: "L3" },
      { path: "package.json", text: '{"scripts": {"ship": "npx wrangler deploy"}}', level: "L1" },
      { path: "package.json", text: '{"scripts": {"ship": "vercel --prod"}}', level: "L1" },
    ],
    skip: [
      { path: "Makefile", text: "deploy:\n\tdocker compose up -d\n\t@echo 'kubectl apply -f k8s'\n" },
      { path: "try.sh", text: "kind create cluster\nkubectl apply -f k8s/\n" },
      { path: "plan.sh", text: "terraform plan\nhelm template ./chart\n# terraform apply\n" },
    ],
  },
});
