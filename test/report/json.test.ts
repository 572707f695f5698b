import { expect, test } from "@jest/globals";
import { Result } from "../../src/model/result.js";
import { renderJson } from "../../src/report/json.js";
import { judged, verdict } from "../support/verdicts.js";

const crossing = verdict({
  judged: [judged("advice", { location: at("b.ts", 2) }), judged("stop", { location: at("a.ts", 9) })],
});

function at(path: string, line: number) {
  return { path, startLine: line, startColumn: 1, endLine: line, endColumn: 5 };
}

test("equal verdicts give equal bytes, whatever order the findings come in", () => {
  const turned = { ...crossing, judged: [...crossing.judged].reverse() };
  expect(renderJson(turned, { milliseconds: 1 })).toBe(renderJson(crossing, { milliseconds: 1 }));
});

test("only the milliseconds differ between two runs", () => {
  const [a, b] = [renderJson(crossing, { milliseconds: 1 }), renderJson(crossing, { milliseconds: 22 })];
  expect(b.replace('"milliseconds": 22', '"milliseconds": 1')).toBe(a);
});

test("findings are sorted by path, and the shape is the published one", () => {
  const result = Result.parse(JSON.parse(renderJson(crossing, { milliseconds: 1 })));
  expect(result.findings.map(({ path }) => path)).toEqual(["a.ts", "b.ts"]);
  expect(result.counts).toEqual({ shown: 2, declared: 0, waived: 0, suppressed: 0, baseline: 0 });
});
