import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { RULES } from "../../../src/rules/index.js";
import { scan } from "../../../src/scan/scan.js";
import { growsInProportion } from "../../support/growth.js";
import { rawFile, surroundings } from "../../support/run-rule.js";

const DEPLOY = RULES.filter(({ id }) => id.startsWith("deploy/"));
const PATHS = [
  ".github/workflows/a.yml",
  ".gitlab-ci.yml",
  "azure-pipelines.yml",
  "Jenkinsfile",
  "cloudbuild.yaml",
  "main.tf",
  "a.tf.json",
  "terragrunt.hcl",
  "prod.tfvars",
  "a.yaml",
  "a.json",
  "docker-compose.prod.yml",
  "serverless.yml",
  "wrangler.toml",
  "fly.toml",
  "samconfig.toml",
  "Makefile",
  "package.json",
  "deploy.sh",
  "README.md",
  "app.py",
  "nginx.conf",
  "Caddyfile",
  "crontab",
  "a.service",
  "hosts",
  "main.bicep",
  "Procfile",
  "chart/values-prod.yaml",
  "config/deploy/production.rb",
  "solution.xml",
];
const WORDS = [
  "apiVersion: v1\n",
  "kind: A\n",
  "metadata:\n  name: a\n",
  "Resources:\n",
  "  Type: AWS::A::B\n",
  "jobs:\n",
  "on: push\n",
  "  a:\n",
  "    steps:\n",
  "      - run: |\n",
  "          kubectl apply -f ${{ x }}\n",
  "      - uses: azure/login@v1\n",
  "environment: prod\n",
  "services:\n",
  "script:\n",
  "- ",
  "{{ ",
  "}}",
  "${{",
  "${",
  "$(",
  '"',
  "'",
  "{",
  "}",
  "[",
  "]",
  'resource "aws_a" "b" {\n',
  "hosts: all\n",
  "deploy:\n\t",
  "terraform apply -chdir=",
  "prod",
  "\u0000",
  "\r\n",
  "*a",
  "&a ",
  "<<EOF\n",
  "server_name a.b.c",
  "a".repeat(300),
  "-".repeat(50),
  "((",
  "publishConfig",
  "share=True",
  "launch(",
];

const hostile = fc.record({
  path: fc.constantFrom(...PATHS),
  text: fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), { maxLength: 60 })
    .map((parts) => parts.join("")),
});

test("no text makes a rule of the family throw", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 4 }), async (files) => {
      const raw = files.map(({ path, text }) => rawFile(path, text));
      const { failures } = await scan(raw, DEPLOY, surroundings(raw), "test");
      expect(failures).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const ONE_OF_EACH = [
  ".github/workflows/a.yml",
  "a.yaml",
  "main.tf",
  "Makefile",
  "nginx.conf",
  "Jenkinsfile",
  "wrangler.toml",
];

test.each([
  "apiVersion: v1\nkind: A\nmetadata: {name: a}\n---\n",
  "server_name a.b.c.d.e.f;\n",
  "Resources: {a: {Type: 'AWS::S3::B'}}\n",
  "  - run: kubectl apply -f $(a)\n",
  "a-".repeat(100),
  "{{ a }}",
  "prod-",
  "deploy: ${{ x && 'prod' }}\n",
])(
  "a long file of %j is read in time that grows in proportion",
  async (piece) => {
    const read = (size: number) => {
      const text = `apiVersion: services: jobs: on: hosts: provider\n${piece.repeat(Math.ceil(size / piece.length))}`;
      const raw = ONE_OF_EACH.map((path) => rawFile(path, text));
      return scan(raw, DEPLOY, surroundings(raw), "test");
    };
    expect(await growsInProportion(read, 2500)).toBe(true);
  },
  30_000,
);
