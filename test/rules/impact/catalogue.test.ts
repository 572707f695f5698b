import { describe, expect, test } from "@jest/globals";
import { ACTS } from "../../../src/catalogue/impact/acts.js";
import { AREAS } from "../../../src/catalogue/impact/areas.js";
import type { ActExample, ActRecord } from "../../../src/catalogue/impact/record.js";
import rules from "../../../src/rules/impact/acts.js";
import { runRule } from "../../support/run-rule.js";

const ruleOf = ({ area }: ActRecord) => {
  const rule = rules.find(({ id }) => id === `impact/${area}`);
  if (rule === undefined) throw new Error(area);
  return rule;
};
const run = (record: ActRecord, path: string, text: string) => runRule(ruleOf(record), { path, text });
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
    for (const { path, text } of record.examples.yes.map(asFile)) {
      const findings = await run(record, path, text);
      expect([text, findings.map(({ suggests }) => suggests)]).toEqual([
        text,
        [expect.stringMatching(/^(note|advice)$/)],
      ]);
    }
    for (const { path, text } of (record.examples.handoff ?? []).map(asFile)) {
      expect([text, (await run(record, path, text)).map(({ suggests }) => suggests)]).toEqual([text, ["handoff"]]);
    }
    for (const { path, text } of record.examples.no.map(asFile))
      expect([text, await run(record, path, text)]).toEqual([text, []]);
  });

  test("no name in it is dead", async () => {
    for (const [what, path, text] of signsOf(record))
      expect([what, (await run(record, path, text)).length]).toEqual([what, 1]);
  });

  test("every word of a sandbox silences it", async () => {
    const [sign] = signsOf(record);
    if (sign === undefined) throw new Error(record.id);
    for (const word of record.sandbox) {
      expect([word, await run(record, sign[1], `${sign[2]}\nx = "${word}"`)]).toEqual([word, []]);
    }
    for (const { name, value } of record.sandboxOptions ?? []) {
      expect([name, await run(record, sign[1], `${sign[2]}\nx = {"${name}": "${value}"}`)]).toEqual([name, []]);
    }
  });

  test("every word of the live system counts", async () => {
    const sign =
      signsOf(record).find(([, , text]) => !(record.live ?? []).some((word) => text.includes(word))) ??
      signsOf(record)[0];
    if (sign === undefined) throw new Error(record.id);
    const most = AREAS.find(({ id }) => id === record.area)?.most;
    const outcome = async (text: string) =>
      (await run(record, sign[1], `${sign[2]}\n${text}`)).map(({ suggests }) => suggests);
    for (const word of record.live ?? []) expect([word, await outcome(`x = "${word}"`)]).toEqual([word, [most]]);
    for (const { name, value } of record.liveOptions ?? [])
      expect([name, await outcome(`f(${name}=${value})`)]).toEqual([name, [most]]);
    if (record.vendor !== undefined)
      expect(await outcome(`k = os.environ["${record.vendor}_PROD_KEY"]`)).toEqual([most]);
  });
});

test("no id is used twice, and every area has records", () => {
  const ids = ACTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of AREAS) expect([id, ACTS.some(({ area }) => area === id)]).toEqual([id, true]);
});
