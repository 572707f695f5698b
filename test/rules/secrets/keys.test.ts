import { describe, expect, test } from "@jest/globals";
import type { KeyForm, Provider } from "../../../src/catalogue/secrets/provider.js";
import { PROVIDERS } from "../../../src/catalogue/secrets/providers.js";
import { DOCUMENTED_PIECES, PUBLIC_SHAPES } from "../../../src/catalogue/secrets/public.js";
import type { Finding } from "../../../src/model/finding.js";
import { BUILT_IN_POLICY, productionNames } from "../../../src/model/policy.js";
import { SECRET_WINDOW } from "../../../src/model/redacted.js";
import { keysIn } from "../../../src/rules/secrets/keys/find.js";
import { forms, isKnownShape } from "../../../src/rules/secrets/keys/forms.js";
import { SAYABLE } from "../../../src/rules/secrets/keys/key-match.js";
import { sampleKey, sampleLine } from "../../../src/rules/secrets/keys/samples.js";
import liveKeys from "../../../src/rules/secrets/live-key.js";
import providerKeys from "../../../src/rules/secrets/provider-key.js";
import { scan } from "../../../src/scan/scan.js";
import { sourceFile } from "../../../src/scan/source-file.js";
import { awsAccountOf } from "../../../src/text/checksums.js";
import { sampleOf, seeded } from "../../../src/text/shape.js";
import { growsInProportion } from "../../support/growth.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

const RULES = [...liveKeys, ...providerKeys];
const PRODUCTION = productionNames(BUILT_IN_POLICY);

async function find(path: string, content: string | Uint8Array, given = {}): Promise<readonly Finding[]> {
  const { findings, failures } = await scan([rawFile(path, content)], RULES, surroundings([], given), "test");
  expect(failures).toEqual([]);
  return findings;
}

const provider = (id: string): Provider => {
  const found = PROVIDERS.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const live = (id: string, seed = 1) => sampleKey(provider(id).live?.[0] as KeyForm, seed);
const neutral = (id: string, number = 0) => sampleKey(provider(id).neutral?.[number] as KeyForm, 5);
const words = (findings: readonly Finding[]) => findings.map(({ ruleId, suggests }) => `${ruleId} ${suggests}`);

describe("the table", () => {
  test("holds at least seventy providers, each id once, each with a source and a day", () => {
    expect(PROVIDERS.length).toBeGreaterThanOrEqual(70);
    expect(new Set(PROVIDERS.map(({ id }) => id)).size).toBe(PROVIDERS.length);
    for (const one of PROVIDERS) {
      expect(one.source).toMatch(/^https:\/\//);
      expect(one.keys).toMatch(/^https:\/\//);
      expect(one.checked).toMatch(/^2026-\d\d-\d\d$/);
      expect((one.live ?? []).length + (one.neutral ?? []).length).toBeGreaterThan(0);
    }
  });

  test.each(PROVIDERS.map((one) => [one.id, one] as const))(
    "%s: every form is found under its own rule, three times over",
    async (id, one) => {
      for (const [kind, list] of [
        ["live", one.live ?? []],
        ["neutral", one.neutral ?? []],
      ] as const) {
        for (const form of list) {
          for (const seed of [21, 22, 23]) {
            const line = sampleLine(form, sampleKey(form, seed));
            const found = await find("app.py", line);
            expect(found.map(({ ruleId }) => ruleId)).toEqual([
              `secrets/${id}-${kind === "live" ? "live-key" : "key"}`,
            ]);
          }
        }
      }
    },
  );

  test.each(PROVIDERS.map((one) => [one.id, one] as const))(
    "%s: keys for tests and for the public stay silent",
    async (_, one) => {
      for (const shape of [...(one.test ?? []), ...(one.public ?? [])]) {
        for (const seed of [31, 32])
          expect(words(await find("app.py", `key = "${sampleOf(shape, seeded(seed))}"`))).toEqual([]);
      }
    },
  );

  test.each(PUBLIC_SHAPES.map(({ name, shape }) => [name, shape]))(
    "%s: made to be public, silent",
    async (_, shape) => {
      const value = sampleOf(shape, seeded(41));
      expect(await find("app.ts", `const key = "${value}"`)).toEqual([]);
      expect(isKnownShape(value)).toBe(true);
    },
  );

  test("a value with a documented piece in it is a sample", async () => {
    for (const { piece } of DOCUMENTED_PIECES) {
      const value = ["sk", "live", piece.replace(/[^A-Za-z0-9]/g, "").padEnd(24, "q7Zp1Xw9Kd3Rt5Vb8Nm2")].join("_");
      if (value.includes(piece)) expect(await find("app.py", `k="${value}"`)).toEqual([]);
    }
  });
});

describe("nothing of a key is shown", () => {
  test.each(PROVIDERS.map((one) => [one.id, one] as const))("%s", async (_, one) => {
    for (const form of [...(one.live ?? []), ...(one.neutral ?? [])]) {
      const value = sampleKey(form, 51);
      const told = JSON.stringify(
        (await find("app.py", sampleLine(form, value))).map((f) => [f.message, f.evidence, f.because, f.remedy]),
      );
      for (const part of value.split(SAYABLE)) {
        for (let i = 0; i + SECRET_WINDOW <= part.length; i++) {
          expect(told).not.toContain(part.slice(i, i + SECRET_WINDOW));
        }
      }
      expect(told).not.toContain("…");
    }
  });
});

describe("live, test and neither", () => {
  test("a GitHub token with a wrong checksum was made up", async () => {
    const token = live("github");
    const wrong = `${token.slice(0, -1)}${token.endsWith("a") ? "b" : "a"}`;
    expect(words(await find("app.py", `t = "${token}"`))).toEqual(["secrets/github-live-key stop"]);
    expect(await find("app.py", `t = "${wrong}"`)).toEqual([]);
  });

  test("a live key counts in documentation and in tests too", async () => {
    const key = live("stripe");
    for (const path of ["docs/setup.md", "tests/test_pay.py", "README.md"]) {
      expect(words(await find(path, `use ${key} here`))).toEqual(["secrets/stripe-live-key stop"]);
    }
  });

  test.each([
    ["a live host", "https://connect.squareup.com", "secrets/square-key stop"],
    ["a name", "", "secrets/square-key stop"],
    ["nothing", "", "secrets/square-key advice"],
  ])("%s decides for a key whose form does not", async (how, host, expected) => {
    const name = how === "a name" ? "PROD_SQUARE_TOKEN" : "SQUARE_TOKEN";
    expect(words(await find("pay.py", `url = "${host}"\n${name} = "${neutral("square")}"`))).toEqual([expected]);
  });

  test("the sandbox's host makes it silent, a test environment's name a note", async () => {
    const key = neutral("square");
    expect(await find("pay.py", `url = "https://connect.squareupsandbox.com"\ntoken = "${key}"`)).toEqual([]);
    expect(words(await find("pay.py", `SQUARE_SANDBOX_TOKEN = "${key}"`))).toEqual(["secrets/square-key note"]);
  });

  test("a setting near the key decides", async () => {
    const secret = neutral("plaid");
    expect(words(await find(".env", `PLAID_ENV=production\nPLAID_SECRET=${secret}`))).toEqual([
      "secrets/plaid-key stop",
    ]);
    expect(words(await find(".env", `PLAID_ENV=sandbox\nPLAID_SECRET=${secret}`))).toEqual(["secrets/plaid-key note"]);
  });

  test("the name of a settings file decides, the name of a source file doesn't", async () => {
    const line = `SLACK_BOT_TOKEN=${neutral("slack")}\n`;
    expect(words(await find(".env.production", line))).toEqual(["secrets/slack-key stop"]);
    expect(words(await find(".env.staging", line))).toEqual(["secrets/slack-key note"]);
    expect(words(await find("src/production.py", line))).toEqual(["secrets/slack-key advice"]);
  });

  test("an AI service's key is advice, whatever is near", async () => {
    const found = await find("app.py", `client = OpenAI(api_key="${neutral("openai")}")`);
    expect(found).toMatchObject([{ ruleId: "secrets/openai-key", suggests: "advice", trigger: null }]);
  });
});

describe("AWS", () => {
  const id = live("aws", 3).replace(/^ASIA/, "AKIA");
  const pair = `aws_access_key_id = ${id}\naws_secret_access_key = ${sampleOf("{b64:40}", seeded(9))}\n`;

  test("a pair stops, a lone id is advice", async () => {
    expect(words(await find("credentials.ini", pair))).toEqual(["secrets/aws-live-key stop"]);
    expect(words(await find("credentials.ini", `id = ${id}\n`))).toEqual(["secrets/aws-live-key advice"]);
  });

  test("the organisation's list of production accounts decides", async () => {
    const account = awsAccountOf(id) ?? "";
    const listed = { production: { ...PRODUCTION, accounts: [account] } };
    const other = { production: { ...PRODUCTION, accounts: ["111122223333"] } };
    expect(words(await find("credentials.ini", `id = ${id}`, listed))).toEqual(["secrets/aws-live-key handoff"]);
    expect(words(await find("credentials.ini", pair, other))).toEqual(["secrets/aws-live-key advice"]);
  });
});

describe("where people put keys", () => {
  const key = live("stripe", 7);
  const cell = (source: string[], outputs: unknown[] = []) => ({ cell_type: "code", metadata: {}, source, outputs });
  const notebook = (cells: unknown[]) => JSON.stringify({ cells, nbformat: 4, nbformat_minor: 5 }, null, 1);

  test("in a notebook's source: the cell and its line are told", async () => {
    const text = notebook([cell(["# pay\n"]), cell(["import stripe\n", `stripe.api_key = "${key}"\n`])]);
    const [found] = await find("pay.ipynb", text);
    expect(found?.location).toMatchObject({ cell: 2, startLine: 2 });
  });

  test("in what a cell printed, but not in an image or in metadata", async () => {
    const printed = [{ output_type: "stream", name: "stdout", text: [`key: ${key}\n`] }];
    const image = [{ output_type: "display_data", data: { "image/png": `iVBOR${key}` }, metadata: { hash: key } }];
    expect(words(await find("a.ipynb", notebook([cell(["print(k)"], printed)])))).toEqual([
      "secrets/stripe-live-key stop",
    ]);
    expect(await find("a.ipynb", notebook([cell(["show()"], image)]))).toEqual([]);
  });

  test.each([
    ["a log", "run.log", `12:00 POST /v1/charges -u ${key}:\n`],
    ["shell history", ".bash_history", `curl https://api.stripe.com/v1/charges -u ${key}:\n`],
    ["a URL", "notes.txt", `https://x.example/?key=${key}&a=1`],
    ["an encoded URL", "notes.txt", `https://x.example/?u=key%3D${key}%26a`],
    ["YAML", "values.yaml", `stripe:\n  key: ${key}\n`],
    ["compose", "compose.yaml", `services:\n  a:\n    environment:\n      - STRIPE=${key}\n`],
    ["JSON text in JSON", "flow.json", JSON.stringify({ a: JSON.stringify({ key: `\n${key}\n` }) })],
    ["one line of megabytes", "big.json", `{"a":"${"x1 ".repeat(1_000_000)}","k":"${key}"}`],
  ])("in %s", async (_, path, text) => {
    expect(words(await find(path, text))).toEqual(["secrets/stripe-live-key stop"]);
  });

  test("in UTF-16", async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`key=${key}\r\n`, "utf16le")]);
    expect(words(await find("keys.txt", bytes))).toEqual(["secrets/stripe-live-key stop"]);
  });

  test("one value is one finding, wherever it stands and whatever the file is called", async () => {
    const [twice, ...others] = await find("a.py", `a = "${key}"\nb = "${key}"\n`);
    const [moved] = await find("moved/b.env", `# new\n\nKEY=${key}\n`);
    const [changed] = await find("a.py", `a = "${live("stripe", 8)}"`);
    expect(others).toEqual([]);
    expect(twice?.alsoAt).toHaveLength(1);
    expect(moved?.fingerprint).toBe(twice?.fingerprint);
    expect(changed?.fingerprint).not.toBe(twice?.fingerprint);
  });
});

describe("time", () => {
  const MEGABYTE = 1_000_000;

  /** What comes closest to a match and then fails, over and over. */
  const worst = (lead: string, length: number) => {
    const piece = lead === "" ? "aB3dE6gH9jK2mN5pQ8sT" : `${lead}aB3dE6gH9jK2`;
    return piece.repeat(Math.ceil(length / piece.length));
  };

  test("every pattern takes time in proportion on its own worst case", async () => {
    for (const { findIn, lead, form } of forms()) {
      const line = worst(lead, 0.2 * MEGABYTE);
      const matchAll = (size: number) => Array.from(findIn(line.slice(0, size)));
      const inProportion = await growsInProportion(matchAll, 0.05 * MEGABYTE);
      expect({ shape: form.shape, inProportion }).toEqual({ shape: form.shape, inProportion: true });
    }
  });

  test("all of them together do so on one line of 2 MB", async () => {
    const piece = forms()
      .map(({ keywords, lead }) => `${keywords[0]} ${lead}aB3dE6gH9jK2`)
      .join("=");
    const line = piece.repeat(Math.ceil((2 * MEGABYTE) / piece.length));
    const find = (size: number) => keysIn(sourceFile(rawFile("big.json", line.slice(0, size))));
    expect(await growsInProportion(find, 0.5 * MEGABYTE)).toBe(true);
  });
});
