import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import * as z from "zod";
import { MANIFEST_KEYS } from "../../src/model/manifest.js";
import { ManifestFile } from "../../src/model/manifest-file.js";
import { BUILT_IN_POLICY } from "../../src/model/policy.js";
import { PolicyFile } from "../../src/model/policy-file.js";
import { readManifest } from "../../src/policy/read-manifest.js";
import { readPolicy } from "../../src/policy/read-policy.js";

const TODAY = new Date("2026-11-24T12:00:00Z");
const fixtures = (folder: string) =>
  readdirSync(`test/fixtures/${folder}`).map((name) => ({
    name,
    text: readFileSync(`test/fixtures/${folder}/${name}`, "utf8"),
  }));

const published = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const manifestSchema = published("schema/ai-experiment.v1.json");
const policySchema = published("schema/ai-experiment-policy.v1.json");

function validator(schema: object) {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

describe("the published schemas", () => {
  test.each([
    ["manifest", manifestSchema, ManifestFile],
    ["policy", policySchema, PolicyFile],
  ] as const)("of the %s is the one the code knows", (_, schema, of) => {
    const current = JSON.parse(JSON.stringify(z.toJSONSchema(of, { target: "draft-7", io: "input" })));
    expect(schema).toEqual({ ...current, patternProperties: { "^x-": {} }, additionalProperties: false });
  });

  test("ask for an owner and the data, and for nothing in a policy", () => {
    expect(manifestSchema.required).toEqual(["owner", "data"]);
    expect(policySchema.required).toBeUndefined();
  });

  test("have the keys and the defaults that the readers have", () => {
    expect(MANIFEST_KEYS).toEqual(Object.keys(ManifestFile.shape));
    expect(BUILT_IN_POLICY).toEqual(PolicyFile.parse({}));
  });

  test.each([...fieldsOf(manifestSchema), ...fieldsOf(policySchema)])("help with %s", (_, field) => {
    expect(String(field.description)).toMatch(/^[A-Z`].{4,}[.?]$/);
  });

  test("underline a slip and leave people's own keys alone", () => {
    const accepts = validator(manifestSchema);
    expect(accepts({ owner: "maria", data: "public", "x-anything": 1 })).toBe(true);
    expect(accepts({ owner: "maria", data: "public", staus: "idea" })).toBe(false);
    expect(accepts({ owner: "maria", data: [{ paths: "*", kind: "public", kinds: "" }] })).toBe(false);
  });
});

type Field = readonly [name: string, field: { readonly description?: unknown }];

function fieldsOf(schema: { readonly properties?: Record<string, object> }): readonly Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): readonly Field[] => [
    [name, field],
    ...fieldsOf(field).map(([inner, one]): Field => [`${name}.${inner}`, one]),
  ]);
}

describe("manifests", () => {
  const accepts = validator(manifestSchema);

  test.each(fixtures("manifests/valid"))("$name is valid, and read without a word", ({ name, text }) => {
    expect([accepts(parse(text)), accepts.errors]).toEqual([true, null]);
    const { state, problems } = readManifest({ path: name, text }, { today: TODAY });
    expect({ state, problems }).toEqual({ state: "ok", problems: [] });
  });

  test.each(fixtures("manifests/invalid"))("$name is not, and one message says why", ({ name, text }) => {
    expect(accepts(parse(text))).toBe(false);
    const { state, problems } = readManifest({ path: name, text }, { today: TODAY });
    expect(state).toBe("invalid");
    expect(problems.map(({ severity }) => severity)).toEqual(["error"]);
  });
});

describe("policies", () => {
  const accepts = validator(policySchema);

  test.each(fixtures("policies/valid"))("$name is valid, and read to the letter", ({ name, text }) => {
    const data = parse(text);
    expect([accepts(data), accepts.errors]).toEqual([true, null]);
    const { state, policy, problems } = readPolicy({ path: name, text });
    expect({ state, problems }).toEqual({ state: "ok", problems: [] });
    expect(policy).toEqual(PolicyFile.parse(data));
  });

  test.each(fixtures("policies/invalid"))("$name is not, and is read but for that part", ({ name, text }) => {
    expect(accepts(parse(text))).toBe(false);
    const { state, policy, problems } = readPolicy({ path: name, text });
    expect(state).toBe("ok");
    expect(problems).toHaveLength(1);
    expect(policy).toEqual(PolicyFile.parse({}));
  });
});
