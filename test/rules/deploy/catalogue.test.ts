import { describe, expect, test } from "@jest/globals";
import { ACTIONS } from "../../../src/catalogue/deploy/actions.js";
import { COMMANDS } from "../../../src/catalogue/deploy/commands.js";
import { DEPLOY_RULES, KINDS } from "../../../src/catalogue/deploy/index.js";
import type { DeployKind } from "../../../src/catalogue/deploy/kind.js";
import { recogniseKind } from "../../../src/rules/deploy/engine/kind.js";
import { sourceFile } from "../../../src/scan/source-file.js";
import { rawFile, surroundings } from "../../support/run-rule.js";
import { APP_ROWS } from "./rows/apps.js";
import { INFRASTRUCTURE_ROWS } from "./rows/infrastructure.js";
import { PLATFORM_ROWS } from "./rows/platforms.js";
import type { Sample } from "./rows/row.js";

const ROWS = [...INFRASTRUCTURE_ROWS, ...APP_ROWS, ...PLATFORM_ROWS];
const byId = new Map(KINDS.map((kind) => [kind.id, kind]));

function recognised(kind: DeployKind, [path, text, , around = {}]: Sample) {
  const own = rawFile(path, text);
  const others = Object.entries(around).map(([name, content]) => rawFile(name, content));
  return recogniseKind(kind, sourceFile(own), surroundings([own, ...others]));
}

const kindOf = (id: string): DeployKind => {
  const kind = byId.get(id);
  if (kind === undefined) throw new Error(`no kind ${id}`);
  return kind;
};

test("every row of the catalogue has examples of both sorts, so none can match nothing", () => {
  expect(ROWS.map(({ kind }) => kind).sort()).toEqual(KINDS.map(({ id }) => id).sort());
  for (const { kind, yes, no } of ROWS) expect([kind, yes.length > 0, no.length > 0]).toEqual([kind, true, true]);
});

describe.each(ROWS.map((row) => [row.kind, row] as const))("%s", (_, { kind, yes, no }) => {
  test.each(yes.map((sample, i) => [i + 1, sample] as const))("is example %i", (_number, sample) => {
    const found = recognised(kindOf(kind), sample);
    expect(found?.kind.id).toBe(kind);
    const [, , level] = sample;
    if (level !== undefined) expect(found?.level).toBe(level);
  });

  test.each(no.map((sample, i) => [i + 1, sample] as const))("is not example %i", (_number, sample) => {
    expect(recognised(kindOf(kind), sample)).toBeNull();
  });

  test.each(yes.map((sample, i) => [i + 1, sample] as const))(
    "stays what it is however example %i is written",
    (_number, sample) => {
      const [path, text, level, around] = sample;
      for (const [changedPath, changedText] of variations(path, text)) {
        if (around !== undefined && changedPath !== path) continue;
        const found = recognised(kindOf(kind), [changedPath, changedText, level ?? "L0", around ?? {}]);
        expect([changedPath, found?.level]).toEqual([changedPath, level ?? found?.level]);
      }
    },
  );
});

/** The same file as other people's editors and systems would write it. */
function variations(path: string, text: string): readonly (readonly [string, string])[] {
  const ending = /\.yml$/i.test(path) ? ".yaml" : ".yml";
  return [
    [path, text.replaceAll("\n", "\r\n")],
    [path, `\ufeff${text}`],
    [path, `${text}\n\n`],
    [path.replace(/\.ya?ml$/i, ending), text],
    [path.replace(/\.ya?ml$/i, (found) => found.toUpperCase()), text],
  ];
}

test("a rule that looks at a common ending asks for a word first", () => {
  const common = /^\*\*\/\*\.(\{?[\w,]*\b(ya?ml|json|py|toml|js|ts)\b)/;
  for (const { id } of DEPLOY_RULES) {
    const kinds = KINDS.filter(({ rule }) => rule === id);
    expect(kinds.length).toBeGreaterThan(0);
    const open = kinds.some(({ paths }) => paths.some((path) => common.test(path)));
    if (open)
      expect([id, kinds.filter(({ keywords }) => keywords === undefined).map((kind) => kind.id)]).toEqual([id, []]);
  }
});

test("every record says where it is from and when that was looked up", () => {
  for (const record of [...KINDS, ...ACTIONS, ...COMMANDS]) {
    expect(record.source.length).toBeGreaterThan(10);
    expect(record.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});
