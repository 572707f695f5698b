import { getInput, setOutput } from "@actions/core";

/** The Action's public contract, compared with action.yml by a test. The only calls of getInput and setOutput. */

export const INPUTS = [
  "github-token",
  "policy",
  "mode",
  "fail-on",
  "base",
  "working-directory",
  "sarif-file",
  "report-file",
  "comment",
  "app-url",
] as const;

export const OUTPUTS = [
  "verdict",
  "conclusion",
  "triggers",
  "findings",
  "handoff-suggested",
  "report-file",
  "sarif-file",
] as const;

export type InputName = (typeof INPUTS)[number];
export type OutputName = (typeof OUTPUTS)[number];

export type Inputs = Readonly<Record<InputName, string>>;
export type Outputs = Readonly<Record<OutputName, string>>;

/** All inputs, trimmed; an absent one is empty. */
export function readInputs(): Inputs {
  return Object.fromEntries(INPUTS.map((name) => [name, getInput(name)])) as Record<InputName, string>;
}

export function writeOutputs(outputs: Outputs): void {
  for (const name of OUTPUTS) setOutput(name, outputs[name]);
}
