import { describe, expect, test } from "@jest/globals";
import type { AiServiceRecord, ServiceExample } from "../../../src/catalogue/ai/record.js";
import { AI_SERVICES } from "../../../src/catalogue/ai/services.js";
import rule from "../../../src/rules/ai/service.js";
import { scan } from "../../../src/scan/scan.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

/** For each file, by its number, the services that are seen in it. One scan for all of them. */
async function seenIn(files: readonly { readonly path: string; readonly text: string }[]) {
  const raw = files.map(({ path, text }, number) => rawFile(`${number}/${path}`, text));
  const { findings } = await scan(raw, [rule], surroundings(), "test");
  return files.map((_, number) =>
    findings.flatMap(({ location, alsoAt, subject }) =>
      subject?.kind === "ai-service" && [location, ...alsoAt].some(({ path }) => path.startsWith(`${number}/`))
        ? [subject.service]
        : [],
    ),
  );
}

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

describe.each(AI_SERVICES.map((service) => [service.id, service] as const))("%s", (id, service) => {
  test("has a source, a date and examples of both kinds", () => {
    expect(service.source).toMatch(/^https:\/\//);
    expect(service.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(service.examples.yes.length).toBeGreaterThan(0);
    expect(service.examples.no.length).toBeGreaterThan(0);
  });

  test("every example splits as it says", async () => {
    const yes = service.examples.yes.map(asFile);
    const no = service.examples.no.map(asFile);
    const seen = await seenIn([...yes, ...no]);
    for (const [number, { text }] of yes.entries())
      expect([text, seen[number]]).toEqual([text, expect.arrayContaining([id])]);
    for (const [number, { text }] of no.entries()) expect([text, seen[yes.length + number]]).toEqual([text, []]);
  });

  test("no name in it is dead", async () => {
    const signs = signsOf(service);
    const seen = await seenIn(signs.map(([, path, text]) => ({ path, text })));
    for (const [number, [what]] of signs.entries()) {
      expect([what, seen[number]]).toEqual([what, expect.arrayContaining([id])]);
    }
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
