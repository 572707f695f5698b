import { beforeAll, describe, expect, test } from "@jest/globals";
import type { AiServiceRecord, ServiceExample } from "../../../src/catalogue/ai/record.js";
import { AI_SERVICES } from "../../../src/catalogue/ai/services.js";
import rule from "../../../src/rules/ai/service.js";
import { scan } from "../../../src/scan/scan.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

const asFile = (example: ServiceExample) => (typeof example === "string" ? { path: "app.py", text: example } : example);

/** Every single name in a record, as a file in which it is the only sign of the service. */
function signsOf(service: AiServiceRecord): readonly (readonly [what: string, path: string, text: string])[] {
  const pyModule = (service.pypi ?? service.sharedPypi ?? [])[0]?.replaceAll("-", "_") ?? service.modules?.[0];
  const npmPackage = (service.npm ?? service.sharedNpm ?? [])[0];
  const client = (callee: string): readonly [string, string, string] =>
    /^create|^[a-z]+\.connectTo/.test(callee) || pyModule === undefined
      ? [callee, "a.ts", `import x from "${npmPackage ?? "@langchain/core"}";\nx;${callee}({ apiKey });`]
      : [callee, "a.py", `import langchain_core\nimport ${pyModule}\nx = ${callee}(key)`];
  return [
    ...service.hosts.map((host) => {
      const concrete = host.replaceAll("*", "acme-1");
      return [host, "a.go", `req := post("https://${concrete}${service.mentionPath ?? ""}/v1/x")`] as const;
    }),
    ...[...(service.npm ?? []), ...(service.sharedNpm ?? [])].map(
      (name) => [name, "package.json", JSON.stringify({ dependencies: { [name]: "1" } })] as const,
    ),
    ...[...(service.pypi ?? []), ...(service.sharedPypi ?? [])].map(
      (name) => [name, "requirements.txt", `${name}>=1.0\n`] as const,
    ),
    ...(service.clients ?? []).map(client),
    ...(service.clientsWith ?? []).map(
      ({ name, first }) => [name, "a.py", `x = s.${name}("${first}-x")\nimport ${pyModule}`] as const,
    ),
    ...(service.models ?? []).map(
      (prefix) => [prefix, "a.py", `from litellm import completion\ncompletion(model="${prefix}some-model")`] as const,
    ),
    ...(service.variables ?? []).map((name) => [name, ".env.example", `${name}=\n`] as const),
  ];
}

interface Case {
  readonly service: string;
  readonly kind: "yes" | "no" | "sign";
  readonly what: string;
  readonly path: string;
  readonly text: string;
}

const CASES: readonly Case[] = AI_SERVICES.flatMap((service) => {
  const own = (kind: "yes" | "no") =>
    service.examples[kind].map(asFile).map(({ path, text }) => ({ service: service.id, kind, what: text, path, text }));
  const signs = signsOf(service).map(([what, path, text]) => ({
    service: service.id,
    kind: "sign" as const,
    what,
    path,
    text,
  }));
  return [...own("yes"), ...own("no"), ...signs];
});

/** The services that are seen in each case's file, in one scan for all of them. */
const SEEN = new Map<string, string[]>();

beforeAll(async () => {
  const { findings } = await scan(
    CASES.map(({ path, text }, number) => rawFile(`${number}/${path}`, text)),
    [rule],
    surroundings(),
    "test",
  );
  for (const { location, alsoAt, subject } of findings) {
    for (const { path } of [location, ...alsoAt]) {
      const number = path.slice(0, path.indexOf("/"));
      SEEN.set(number, [...(SEEN.get(number) ?? []), subject?.kind === "ai-service" ? subject.service : ""]);
    }
  }
});

const casesOf = (id: string, kind: Case["kind"]) =>
  CASES.flatMap((one, number) =>
    one.service === id && one.kind === kind ? [{ ...one, seen: SEEN.get(`${number}`) ?? [] }] : [],
  );

describe.each(AI_SERVICES.map((service) => [service.id, service] as const))("%s", (id, service) => {
  test("has a source, a date and examples of both kinds", () => {
    expect(service.source).toMatch(/^https:\/\//);
    expect(service.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(service.examples.yes.length).toBeGreaterThan(0);
    expect(service.examples.no.length).toBeGreaterThan(0);
  });

  test("every example splits as it says, and no name in it is dead", () => {
    const missed = [...casesOf(id, "yes"), ...casesOf(id, "sign")].filter(({ seen }) => !seen.includes(id));
    expect(missed.map(({ what }) => what)).toEqual([]);
    expect(casesOf(id, "no").filter(({ seen }) => seen.length > 0)).toEqual([]);
  });
});

test("no id, host, package or variable belongs to two services", () => {
  const names = AI_SERVICES.flatMap((service) => [
    service.id,
    ...new Set(
      [...service.hosts, ...(service.npm ?? []), ...(service.sharedNpm ?? []), ...(service.variables ?? [])].filter(
        (name) => name !== service.id,
      ),
    ),
  ]);
  expect(names.filter((name, number) => names.indexOf(name) !== number)).toEqual([]);
});
