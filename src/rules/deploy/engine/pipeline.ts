import type { PipelineRecord } from "../../../catalogue/deploy/kind.js";
import type { Match } from "../../../model/rule.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Surroundings } from "../../../model/surroundings.js";
import type { DeployLevel } from "../../../model/vocabulary.js";
import type { Command } from "../../../text/shell.js";
import { itemsOf, type Tree, textAt, textOf } from "../../../text/tree.js";
import { ciScripts } from "./ci.js";
import { type DeployCommand, deployCommand, recognise } from "./commands.js";
import { argumentLegs, environmentLeg, factLegs } from "./environment.js";
import { jenkinsCommands } from "./jenkins.js";
import { higher, type Leg, levelFrom } from "./leg.js";
import { basename } from "./paths.js";
import { matchesFor } from "./report.js";
import { holds, type Keyed, nodesAt } from "./tests.js";
import { parsedAs } from "./view.js";

const WHY =
  "A pipeline runs by itself, with keys that its author may never see, so whatever it changes is changed for everybody.";

/** One job of a pipeline: its part of the tree and the commands that stand in it. */
interface PipelineJob {
  readonly name: string;
  readonly tree: Tree | undefined;
  readonly start: number;
  readonly end: number;
  readonly commands: readonly (Command & { readonly at: number })[];
}

/** What the jobs of a pipeline deploy, one finding for each job. */
export function pipelineMatches(
  pipeline: PipelineRecord,
  file: SourceFile,
  surroundings: Surroundings,
): readonly Match[] {
  const trees: readonly (Tree | undefined)[] =
    pipeline.format === "text" ? [undefined] : parsedAs(file, pipeline.format).documents;
  return trees.slice(0, 20).flatMap((tree) => {
    if (holds(pipeline.confirm, { file, format: pipeline.format, tree, surroundings }) === null) return [];
    return jobsOf(pipeline, file, tree).flatMap((job) => jobMatches(pipeline, job, file, surroundings));
  });
}

/** Whether a file is a pipeline of this system at all. */
export function isPipeline(pipeline: PipelineRecord, file: SourceFile, surroundings: Surroundings): boolean {
  const { format, confirm } = pipeline;
  const trees: readonly (Tree | undefined)[] = format === "text" ? [undefined] : parsedAs(file, format).documents;
  return trees.some((tree) => holds(confirm, { file, format, tree, surroundings }) !== null);
}

function jobsOf({ jobs, format }: PipelineRecord, file: SourceFile, tree: Tree | undefined): readonly PipelineJob[] {
  const scripts = format === "text" ? jenkinsCommands(file) : ciScripts(file).flatMap(({ commands }) => commands);
  const nodes: readonly Keyed[] = jobs.flatMap((place) => nodesAt(tree, place)).filter(({ kind }) => kind === "map");
  if (nodes.length === 0)
    return [{ name: basename(file.path), tree, start: 0, end: file.text.length, commands: scripts }];
  return nodes.slice(0, 200).map((node) => ({
    name: node.key === "" ? (textAt(node, "name")?.value ?? "") : node.key,
    tree: node,
    start: node.start,
    end: node.end,
    commands: [...scripts.filter(({ at }) => at >= node.start && at < node.end), ...builderCommand(node)],
  }));
}

/** A Cloud Build step: the image's name is the program, `args` are its words. */
function builderCommand(node: Tree): readonly (Command & { readonly at: number })[] {
  const name = textAt(node, "entrypoint") ?? textAt(node, "name");
  const args =
    node.kind === "map" ? itemsOf(node.entries.get("args")?.value).flatMap((item) => textOf(item)?.value ?? []) : [];
  if (name === undefined || args.length === 0) return [];
  const program = name.value.replace(/^.*\//, "").replace(/[:@].*$/, "");
  return [{ argv: [program, ...args], assignments: [], start: name.start, end: name.end, at: name.start }];
}

function jobMatches(
  pipeline: PipelineRecord,
  job: PipelineJob,
  file: SourceFile,
  surroundings: Surroundings,
): readonly Match[] {
  const all = job.commands.flatMap((command) => {
    const found = deployCommand(command, recognise(command));
    return found === undefined ? [] : [{ ...found, start: command.at, end: command.at + 1 }];
  });
  const onLocal = all.some(({ record }) => record.does === "local-cluster" || record.does === "local-cloud");
  const commands = onLocal ? [] : all.filter(({ record, local }) => !local && record.does !== "tunnel");
  const signs = pipeline.deploys.flatMap(({ when, says, level = "L2" }) => {
    const place = holds(when, { file, format: pipeline.format, tree: job.tree, surroundings });
    return place === null
      ? []
      : [
          {
            leg: { role: "deploys", says, start: place.start, end: Math.max(place.end, place.start + 1) } as const,
            level,
          },
        ];
  });
  if (commands.length === 0 && signs.length === 0) return [];
  const levels: readonly DeployLevel[] = [
    ...commands.map(({ record }) => record.level),
    ...signs.map(({ level }) => level),
  ];
  const legs: readonly Leg[] = [
    ...signs.map(({ leg }) => leg),
    ...commands.map(commandLeg),
    ...whereTo(pipeline, job, commands, file, surroundings),
  ];
  const environment = legs.find(({ environment }) => environment !== undefined)?.environment ?? "";
  const first = legs[0] ?? { start: job.start, end: job.start };
  return matchesFor({
    file,
    level: levelFrom(levels.reduce(higher), legs),
    message: sentence(pipeline, job, commands, signs.length > 0),
    why: WHY,
    legs,
    missed: ["a cluster on the runner", "a dry run"],
    start: first.start,
    end: Math.max(first.start, Math.min(first.end, first.start + 200)),
    identity: ["pipeline", pipeline.id, ...new Set(commands.map(({ id }) => id)), environment].join("|"),
  });
}

const commandLeg = ({ record, start, end }: DeployCommand): Leg => ({
  role: "deploys",
  says: `it ${record.says}`,
  start,
  end,
});

function whereTo(
  { environment }: PipelineRecord,
  job: PipelineJob,
  commands: readonly DeployCommand[],
  file: SourceFile,
  { production }: Surroundings,
): readonly Leg[] {
  const named = environment.flatMap((place) =>
    nodesAt(job.tree, place).flatMap((node): readonly Leg[] => {
      const text = textOf(node);
      if (text === undefined || text.value.length > 200) return [];
      const leg = environmentLeg(
        text.value,
        node.key === "" ? "environment" : node.key,
        { start: text.start, end: text.end },
        production,
      );
      return leg === null ? [] : [leg];
    }),
  );
  const argued = commands.flatMap(({ command, record, start, end }): readonly Leg[] => {
    const asks = record.production !== undefined && command.argv.some((word) => record.production?.test(word));
    const own: readonly Leg[] = asks ? [{ role: "production", says: "it asks for production itself", start, end }] : [];
    return [...own, ...argumentLegs(command.argv, { start, end }, production)];
  });
  const called = environmentLeg(job.name, "job", job, production);
  const hint: readonly Leg[] =
    called?.role === "production"
      ? [{ role: "hint", says: "the job's name speaks of production", start: job.start, end: job.start + 1 }]
      : [];
  return [...named, ...argued, ...hint, ...factLegs(file, production)];
}

function sentence(
  { name }: PipelineRecord,
  job: PipelineJob,
  commands: readonly DeployCommand[],
  byItself: boolean,
): string {
  const what =
    commands.length > 0 ? [...new Set(commands.map(({ record }) => record.says))].slice(0, 2).join(" and ") : "deploys";
  return `The ${name} pipeline ${commands.length === 0 && byItself ? "deploys" : what} (in "${job.name.slice(0, 60)}").`;
}
