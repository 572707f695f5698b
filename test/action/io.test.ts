import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { INPUTS, OUTPUTS } from "../../action/io.js";
import { readSettings } from "../../action/settings.js";

const published = parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8"));

test("the inputs in action.yml are the ones that the code reads", () => {
  expect(Object.keys(published.inputs)).toEqual([...INPUTS]);
});

test("the outputs in action.yml are the ones that the code writes", () => {
  expect(Object.keys(published.outputs)).toEqual([...OUTPUTS]);
});

test("each input and output is described, and no input is required", () => {
  for (const one of [
    ...Object.values<{ description?: string; required?: boolean }>(published.inputs),
    ...Object.values<{ description?: string; required?: boolean }>(published.outputs),
  ]) {
    expect(one.description).toMatch(/\.$/);
    expect(one.required).toBeUndefined();
  }
});

test("the Action runs the committed bundle on Node 24", () => {
  expect(published.runs).toEqual({ using: "node24", main: "action/dist/index.js" });
});

const defaults = Object.fromEntries(INPUTS.map((name) => [name, published.inputs[name].default])) as Parameters<
  typeof readSettings
>[0];

test("the defaults in action.yml leave everything to the policy", () => {
  expect(readSettings(defaults)).toEqual({ mode: null, failOn: null, wantsComment: false });
});

test("a word that isn't one of ours is named, with the words that are", () => {
  expect(() => readSettings({ ...defaults, mode: "strict" })).toThrow(
    'The input `mode` is "strict", and can be advise, enforce.',
  );
});
