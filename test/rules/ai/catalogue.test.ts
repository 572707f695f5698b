import { describe, expect, test } from "@jest/globals";
import type { AiServiceRecord, ServiceExample } from "../../../src/catalogue/ai/record.js";
import { AI_SERVICES } from "../../../src/catalogue/ai/services.js";
import rule from "../../../src/rules/ai/service.js";
import { runRule } from "../../support/run-rule.js";

const seen = async (path: string, text: string) =>
  (await runRule(rule, { path, text })).map(({ subject }) => (subject?.kind === "ai-service" ? subject.service : ""));

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
    for (const { path, text } of service.examples.yes.map(asFile))
      expect([text, await seen(path, text)]).toEqual([text, expect.arrayContaining([id])]);
    for (const { path, text } of service.examples.no.map(asFile))
      expect([text, await seen(path, text)]).toEqual([text, []]);
  });

  test("no name in it is dead", async () => {
    for (const [what, path, text] of signsOf(service)) {
      expect([what, await seen(path, text)]).toEqual([what, expect.arrayContaining([id])]);
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
