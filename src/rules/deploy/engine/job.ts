import { ACTIONS } from "../../../catalogue/deploy/actions.js";
import type { ActionRecord } from "../../../catalogue/deploy/kind.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { DeployLevel } from "../../../model/vocabulary.js";
import type { PlacedText } from "../../../text/tree.js";
import { commandsIn, type Job, type Step } from "../../../text/workflow.js";
import { deployCommand, isClusterTool, recognise } from "./commands.js";

/** One thing that a job does, from an action or a command. */
export interface Doing {
  readonly does: ActionRecord["does"] | "tunnel";
  readonly level: DeployLevel;
  readonly says: string;
  /** Its name, without versions: what makes two jobs the same. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Texts that say where to: inputs, or the words of the command. */
  readonly inputs: ReadonlyMap<string, PlacedText>;
  readonly argv: readonly string[];
  readonly local: boolean;
  /** Says by itself that it is production: `--prod`, `channelId: live`. */
  readonly production: boolean;
}

const BY_NAME: ReadonlyMap<string, readonly ActionRecord[]> = actionsByName();

function actionsByName(): ReadonlyMap<string, readonly ActionRecord[]> {
  const index = new Map<string, ActionRecord[]>();
  for (const record of ACTIONS as readonly ActionRecord[]) {
    for (const name of record.uses) index.set(name, [...(index.get(name) ?? []), record]);
  }
  return index;
}

/** Everything that the steps of a job do, in order. */
export function doingsOf(file: SourceFile, steps: readonly Step[]): readonly Doing[] {
  return steps.flatMap((step) => (isOff(step.condition) ? [] : [...actionDoings(step), ...commandDoings(file, step)]));
}

/** `if: false` in its spellings. */
export const isOff = (condition: PlacedText | undefined): boolean =>
  condition !== undefined && /^\s*(\$\{\{\s*)?false(\s*\}\})?\s*$/i.test(condition.value);

function actionDoings({ uses, with: inputs }: Step): readonly Doing[] {
  if (uses === undefined) return [];
  const record = actionRecord(uses.value, inputs);
  if (record === undefined) return [];
  const { does, level, says, production } = record;
  return [
    {
      does,
      level,
      says,
      name: nameOf(uses.value),
      start: uses.start,
      end: uses.end,
      inputs,
      argv: [],
      local: false,
      production: anyInput(production, inputs),
    },
  ];
}

const nameOf = (uses: string) => uses.trim().replace(/@.*$/, "").toLowerCase();

/** The record for an action with these inputs. */
export function actionRecord(uses: string, inputs: ReadonlyMap<string, PlacedText>): ActionRecord | undefined {
  return BY_NAME.get(nameOf(uses))?.find(
    (record) => everyInput(record.with, inputs) && !anyInput(record.without, inputs),
  );
}

type Patterns = Readonly<Record<string, RegExp>> | undefined;

const inputOf = (inputs: ReadonlyMap<string, PlacedText>, name: string) => inputs.get(name)?.value ?? "";

function everyInput(patterns: Patterns, inputs: ReadonlyMap<string, PlacedText>): boolean {
  return Object.entries(patterns ?? {}).every(([name, pattern]) => pattern.test(inputOf(inputs, name)));
}

function anyInput(patterns: Patterns, inputs: ReadonlyMap<string, PlacedText>): boolean {
  return Object.entries(patterns ?? {}).some(([name, pattern]) => pattern.test(inputOf(inputs, name)));
}

const NO_INPUTS: ReadonlyMap<string, PlacedText> = new Map();

function commandDoings(file: SourceFile, { run }: Step): readonly Doing[] {
  if (run === undefined) return [];
  return commandsIn(file.text, run).flatMap((command) => {
    const found = deployCommand(command, recognise(command));
    if (found === undefined) return [];
    const { record, local } = found;
    const { argv } = command;
    const { does, level, says } = record;
    const end = command.at + Math.min(command.end - command.start, 200);
    const production = record.production !== undefined && argv.some((word) => record.production?.test(word));
    return [{ does, level, says, name: record.id, start: command.at, end, inputs: NO_INPUTS, argv, local, production }];
  });
}

const CLOUD_TOOLS = /^(aws|terraform|sam|cdk|pulumi|serverless|terragrunt|firebase)/;

/** What a job does to systems that stay, with everything left out that a local cluster or cloud of the same job takes. */
export function lasting(doings: readonly Doing[], job: Pick<Job, "images">): readonly Doing[] {
  const cluster = doings.some(({ does }) => does === "local-cluster");
  const cloud =
    doings.some(({ does }) => does === "local-cloud") ||
    job.images.some(({ value }) => /localstack|emulator/i.test(value));
  return doings.filter(({ does, name, local }) => {
    if (local || does === "credentials" || does === "local-cluster" || does === "local-cloud" || does === "tunnel")
      return false;
    return !(cluster && isClusterTool(name)) && !(cloud && CLOUD_TOOLS.test(name));
  });
}
