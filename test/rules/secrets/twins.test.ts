import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { PROVIDERS } from "../../../src/catalogue/secrets/providers.js";
import type { Finding } from "../../../src/model/finding.js";
import { BUILT_IN_POLICY, type ProductionNames, productionNames } from "../../../src/model/policy.js";
import type { Rule } from "../../../src/model/rule.js";
import { RULES } from "../../../src/rules/index.js";
import { sampleKey, sampleLine } from "../../../src/rules/secrets/keys/samples.js";
import { scan } from "../../../src/scan/scan.js";
import { sourceFile } from "../../../src/scan/source-file.js";
import { sampleOf, seeded } from "../../../src/text/shape.js";
import { growsInProportion } from "../../support/growth.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

interface Pair {
  readonly name: string;
  readonly live: readonly [path: string, content: string | Uint8Array];
  readonly twin: readonly [path: string, content: string | Uint8Array];
}

const bench = (name: string) => import(new URL(`../../../bench/secrets/${name}.mjs`, import.meta.url).href);
const { twins } = (await bench("twins")) as { twins: (engine: unknown) => readonly Pair[] };
const { references } = (await bench("references")) as { references: () => readonly Pair[] };

const SECRETS = RULES.filter(({ family }) => family === "production-secret");
const PAIRS = twins({ PROVIDERS, sampleKey, sampleLine, sampleOf, seeded });
const REFERENCES = references();

async function find([path, content]: Pair["live"], production?: Partial<ProductionNames>): Promise<readonly Finding[]> {
  const given = { production: { ...productionNames(BUILT_IN_POLICY), ...production } };
  const { findings, failures } = await scan([rawFile(path, content)], SECRETS, surroundings([], given), "test");
  expect(failures).toEqual([]);
  return findings;
}

const told = (findings: readonly Finding[]) => findings.map(({ ruleId, suggests }) => `${ruleId} ${suggests}`);

describe("twins", () => {
  test("there are at least sixty pairs of each kind", () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(60);
    expect(REFERENCES.length).toBeGreaterThanOrEqual(60);
  });

  test.each(PAIRS.map((pair) => [pair.name, pair] as const))(
    "live key and harmless twin: %s",
    async (_, { live, twin }) => {
      expect((await find(live)).map(({ suggests }) => suggests)).toContain("stop");
      expect(told(await find(twin)).filter((word) => !word.endsWith(" note"))).toEqual([]);
    },
  );

  test.each(REFERENCES.map((pair) => [pair.name, pair] as const))(
    "reference and its twin: %s",
    async (_, { live, twin }) => {
      const found = await find(live);
      expect(found.map(({ suggests }) => suggests)).toContain("handoff");
      expect(found.map(({ trigger }) => trigger)).toContain("production-systems");
      expect(told(await find(twin)).filter((word) => !word.endsWith(" note"))).toEqual([]);
    },
  );
});

describe("what the organisation lists beats words", () => {
  test.each<[string, Pair["live"], Partial<ProductionNames>]>([
    [
      "an account",
      ["fetch.py", 'SecretId="arn:aws:secretsmanager:eu-west-1:444455556666:secret:dev/db-AbCdEf"'],
      { accounts: ["444455556666"] },
    ],
    ["a project", ["fetch.py", 'name = "projects/acme-core/secrets/db/versions/1"'], { projects: ["acme-core"] }],
    ["a vault", ["app.env", "DB=op://Finance/db/password"], { vaults: ["finance"] }],
    ["a vault's address", ["fetch.py", 'SecretClient("https://acme-core.vault.azure.net")'], { vaults: ["acme-core"] }],
    ["a host", ["fetch.py", 'psycopg.connect(host="db7.acme.example")'], { hosts: ["db7.acme.example"] }],
    ["a namespace", ["run.sh", "kubectl get secret db -n web"], { namespaces: ["web"] }],
    ["a cluster", ["run.sh", "kubectl get secret db --context blue"], { clusters: ["blue"] }],
    ["a word", ["run.sh", "doppler run -c drift -- python a.py"], { words: ["drift"] }],
  ])("%s", async (_, file, production) => {
    expect(await find(file)).toEqual([]);
    const [found] = await find(file, production);
    expect(found?.suggests).toBe("handoff");
    if (production.words === undefined) expect(found?.confidence).toBe("high");
  });
});

describe("a listed host is found however it is written", () => {
  const call = 'get("https://db7.acme.example")\n';
  const notebook = JSON.stringify({ cells: [{ cell_type: "code", source: [call] }] });
  test.each<[string, string, Pair["live"]]>([
    ["in capitals", "*.core.acme.example", ["fetch.py", 'get("https://ORDERS.Core.Acme.Example/v1")']],
    ["by one of several names", "{db6,db7}.acme.example", ["fetch.py", call]],
    ["by a glob with no word in it", "*.*", ["fetch.py", call]],
    ["as a setting", "db7.acme.example", ["app.yml", "host: db7.acme.example\n"]],
    ["in a notebook", "db7.acme.example", ["a.ipynb", notebook]],
    ["in a notebook with letters escaped", "db7.acme.example", ["a.ipynb", notebook.replace("acme", "\\u0061cme")]],
    ["in UTF-16", "*.acme.example", ["fetch.py", Buffer.from(`\ufeff${call}`, "utf16le")]],
  ])("%s", async (_, host, file) => {
    expect(told(await find(file, { hosts: [host] }))).toContain("secrets/organization-host handoff");
    expect(told(await find(file))).not.toContain("secrets/organization-host handoff");
  });
});

describe("plain switches are no secrets", () => {
  test.each([
    ["app.js", "if (process.env.NODE_ENV === 'production') minify()"],
    [".env", "NODE_ENV=production\nRAILS_ENV=production\nFLASK_ENV=production\n"],
    ["package.json", '{"scripts":{"build":"vite build --mode production","i":"npm ci --production"}}'],
    [
      ".github/workflows/pages.yml",
      "on: push\njobs:\n  a:\n    environment: github-pages\n    steps:\n      - run: x\n        env: { T: '${{ secrets.GITHUB_TOKEN }}' }\n",
    ],
    [
      ".github/workflows/ai.yml",
      "on: push\njobs:\n  a:\n    steps:\n      - run: x\n        env: { T: '${{ secrets.OPENAI_API_KEY }}' }\n",
    ],
    ["docs/setup.md", "Run `doppler run -c prd -- app`, or read op://production/db/password."],
    ["app.env.example", "PROD_DATABASE_URL=\nPROD_API_KEY=your-key-here\n"],
  ])("%s", async (path, text) => {
    expect(await find([path, text])).toEqual([]);
  });

  test("a reference in a test is a note", async () => {
    const found = await find(["tests/test_fetch.py", 'get_secret_value(SecretId="prod/orders/db")']);
    expect(told(found)).toEqual(["secrets/aws-secret note"]);
  });
});

describe("hostile input", () => {
  const words = [...new Set(SECRETS.flatMap(({ appliesTo }) => appliesTo.keywords ?? []))];
  const noise = fc.oneof(fc.constantFrom(...words), fc.string(), fc.constantFrom(..."{}[]()\"'`=:/@\\\n$".split("")));
  const paths = [
    "a.py",
    "a.ipynb",
    "a.yaml",
    "a.tf",
    ".env.production",
    ".github/workflows/a.yml",
    ".gitlab-ci.yml",
    "doppler.yaml",
  ];

  test("no rule throws, whatever the file holds", () => {
    const beside = surroundings();
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 60 }), fc.constantFrom(...paths), (parts, path) => {
        const file = sourceFile(rawFile(path, parts.join("")));
        for (const rule of SECRETS)
          expect([...(rule.detect(file, beside) as Iterable<unknown>)].length).toBeLessThan(5000);
      }),
      { numRuns: 60 },
    );
  });

  /** The rule's own keywords with what usually follows them, over and over on one line. */
  const worst = ({ appliesTo }: Rule, length: number) => {
    const piece = (appliesTo.keywords ?? ["key"]).map((word) => `${word}="aB3dE6gH9jK2mN5`).join("/");
    return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  };

  const detectAll = (rule: Rule, length: number) =>
    Array.from(rule.detect(sourceFile(rawFile("a.py", worst(rule, length))), surroundings()) as Iterable<unknown>);

  test("every rule takes time in proportion on a line of its own words", async () => {
    for (const rule of SECRETS) {
      const inProportion = await growsInProportion((length) => detectAll(rule, length), 20_000);
      expect({ rule: rule.id, inProportion }).toEqual({ rule: rule.id, inProportion: true });
    }
  }, 120_000);
});
