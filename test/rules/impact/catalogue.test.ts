import { describe, expect, test } from "@jest/globals";
import { ACTS } from "../../../src/catalogue/impact/acts.js";
import { AREAS } from "../../../src/catalogue/impact/areas.js";
import type { ActExample, ActRecord } from "../../../src/catalogue/impact/record.js";
import type { Match } from "../../../src/model/rule.js";
import rules from "../../../src/rules/impact/acts.js";
import { sourceFile } from "../../../src/scan/source-file.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

const NOWHERE = surroundings();

const ruleOf = ({ area }: ActRecord) => {
  const rule = rules.find(({ id }) => id === `impact/${area}`);
  if (rule === undefined) throw new Error(area);
  return rule;
};
interface File {
  readonly path: string;
  readonly text: string;
}

/** What each file comes to by itself. The rule is run without the choice of files, which the examples test. */
async function outcomes(record: ActRecord, files: readonly File[]) {
  const found: (readonly string[])[] = [];
  for (const { path, text } of files) {
    const own = sourceFile(rawFile(path, text));
    const matches = [...(await ruleOf(record).detect(own, NOWHERE))] as readonly Match[];
    found.push(matches.map(({ suggests }) => suggests ?? "note"));
  }
  return found;
}

const asFile = (example: ActExample) => (typeof example === "string" ? { path: "app.py", text: example } : example);
const asCall = (written: string, rest = "") => {
  const [ending = "", needs] = written.split(/[()]/);
  return needs === undefined ? `x.${ending}(a${rest})` : `x.${ending}(${needs}=a${rest})`;
};

/** Every call and every address of a record, as the only act of a file. */
function signsOf(record: ActRecord): readonly (readonly [what: string, path: string, text: string])[] {
  const python = (record.modules ?? []).find((name) => /^[\w.]+$/.test(name) && name !== "gs:") ?? "nothing";
  const calls = (record.calls ?? []).map((written) =>
    /^[A-Z]\w*App\./.test(written)
      ? ([written, "Code.gs", asCall(written)] as const)
      : ([written, "a.py", `import ${python}\n${asCall(written)}`] as const),
  );
  const modules = (record.modules ?? [])
    .filter((name) => name !== "gs:" && (record.calls ?? []).length > 0)
    .map((name) => {
      const call = (record.calls ?? []).find((written) => !/^[A-Z]\w*App\./.test(written)) ?? "";
      return [
        name,
        "a.ts",
        `import y from "${name}";\n${asCall(call)
          .replace("=", ":")
          .replace(/\((\w+):a/, "({ $1: a }")}`,
      ] as const;
    });
  const posts = (record.posts ?? []).map(({ host, path }) => {
    const address = `https://${host.replaceAll("*", "acme-1.io")}${(path ?? "/x").replaceAll("*", "y")}`;
    return [address, "a.py", `requests.post("${address}", json=b)`] as const;
  });
  return [...calls, ...modules, ...posts];
}

describe.each(ACTS.map((record) => [record.id, record] as const))("%s", (_, record) => {
  test("has a source, a date and examples of both kinds", () => {
    expect(record.source).toMatch(/^https:\/\//);
    expect(record.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect([record.examples.yes.length, record.examples.no.length].every((count) => count > 0)).toBe(true);
    expect(record.id.startsWith(`${record.area}/`)).toBe(true);
  });

  test("examples split: yes is seen and no handoff, handoff is one, no is silent", async () => {
    const { yes, no, handoff = [] } = record.examples;
    for (const found of await outcomes(record, yes.map(asFile)))
      expect(found).toEqual([expect.stringMatching(/^(note|advice)$/)]);
    for (const found of await outcomes(record, handoff.map(asFile))) expect(found).toEqual(["handoff"]);
    for (const found of await outcomes(record, no.map(asFile))) expect(found).toEqual([]);
  });

  test("no name in it is dead", async () => {
    const signs = signsOf(record);
    const found = await outcomes(
      record,
      signs.map(([, path, text]) => ({ path, text })),
    );
    expect(signs.filter((_, number) => found[number]?.length !== 1).map(([what]) => what)).toEqual([]);
  });

  /** A file with the record's first sign and one line more. */
  const withLine = ([, path, text]: ReturnType<typeof signsOf>[number], line: string) => ({
    path,
    text: `${text}\n${line}`,
  });

  test("every word of a sandbox silences it", async () => {
    const [sign] = signsOf(record);
    if (sign === undefined) throw new Error(record.id);
    const lines = [
      ...record.sandbox.map((word) => `x = "${word}"`),
      ...(record.sandboxOptions ?? []).map(({ name, value }) => `x = {"${name}": "${value}"}`),
    ];
    const found = await outcomes(
      record,
      lines.map((line) => withLine(sign, line)),
    );
    expect(lines.filter((_, number) => found[number]?.length !== 0)).toEqual([]);
  });

  test("every word of the live system counts", async () => {
    const sign =
      signsOf(record).find(([, , text]) => !(record.live ?? []).some((word) => text.includes(word))) ??
      signsOf(record)[0];
    if (sign === undefined) throw new Error(record.id);
    const most = AREAS.find(({ id }) => id === record.area)?.most ?? "";
    const lines = [
      ...(record.live ?? []).map((word) => `x = "${word}"`),
      ...(record.liveOptions ?? []).map(({ name, value }) => `f(${name}=${value})`),
      ...(record.vendor === undefined ? [] : [`k = os.environ["${record.vendor}_PROD_KEY"]`]),
    ];
    const found = await outcomes(
      record,
      lines.map((line) => withLine(sign, line)),
    );
    expect(lines.filter((_, number) => !found[number]?.includes(most))).toEqual([]);
  });
});

test("no id is used twice, and every area has records", () => {
  const ids = ACTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of AREAS) expect([id, ACTS.some(({ area }) => area === id)]).toEqual([id, true]);
});
