import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDockerfile } from "../../src/text/dockerfile.js";
import { allBlocks, parseHcl } from "../../src/text/hcl.js";
import { parseIni } from "../../src/text/ini.js";
import { parseJson } from "../../src/text/json.js";
import { parseMakefile } from "../../src/text/makefile.js";
import { parseShell } from "../../src/text/shell.js";
import { at, itemsOf, scalarsIn, stringAt, textAt, textOf } from "../../src/text/tree.js";
import { commandsIn, workflowOf } from "../../src/text/workflow.js";
import { parseYaml } from "../../src/text/yaml.js";
import { growsInProportion } from "../support/growth.js";

const PARSERS = {
  yaml: parseYaml,
  json: parseJson,
  hcl: parseHcl,
  shell: parseShell,
  dockerfile: parseDockerfile,
  ini: parseIni,
  makefile: parseMakefile,
  workflow: (text: string) => workflowOf({ text }),
} as const;

const pieces = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        '"',
        "'",
        "`",
        "$(",
        "${",
        "${{",
        "}}",
        "{{",
        "<<EOF\n",
        "EOF\n",
        "\n",
        "\r\n",
        "\\\n",
        "#",
        "//",
        "/*",
        "*/",
        "= ",
        ": ",
        "- ",
        "| ",
        "&a ",
        "*a ",
        "<<: ",
        "!Ref ",
        "---\n",
        "on:",
        "jobs:",
        "run: |\n",
        "resource ",
        "FROM x",
        "all:\n\t",
        "sh -c ",
        "\ufeff",
        "\t",
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe.each(Object.entries(PARSERS))("%s", (_, parse) => {
  test("never throws", () => {
    fc.assert(
      fc.property(pieces, (text) => void parse(text)),
      { numRuns: 300 },
    );
  });

  test.each([
    "{",
    "[",
    "(",
    "$(",
    '"',
    "`",
    "a: &a [",
    "- ",
    "<<E\n",
    "x {\n",
    "a:\n ",
    "/*",
    "${{",
    "\\\n",
    "a: 1\n",
    "<(",
    "*a ",
    "sh -c '",
    "{{ ",
  ])("reads %j over and over in time that grows in proportion", async (piece) => {
    const read = (size: number) => parse(piece.repeat(Math.ceil(size / piece.length)));
    expect(await growsInProportion(read, 10_000)).toBe(true);
  });
});

describe("YAML", () => {
  test("every document, with places", () => {
    const text = "a: 1\n---\nb:\n  - c: two\n";
    const { documents, problem } = parseYaml(text);
    expect(problem).toBeNull();
    expect(documents).toHaveLength(2);
    const found = textAt(documents[1], "b", 0, "c");
    expect(text.slice(found?.start, found?.end)).toBe("two");
  });

  test("CloudFormation tags are no problem", () => {
    const { documents, problem } = parseYaml(
      "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    N: !If [X, !Ref Y, !Sub 'a-${Z}']\n",
    );
    expect(problem).toBeNull();
    expect(stringAt(documents[0], "Resources", "B", "Type")).toBe("AWS::S3::Bucket");
  });

  test("template actions are blanked, and it says so", () => {
    const text =
      "{{- if .Values.on }}\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}-x\n{{- end }}\n";
    const { documents, templated, problem } = parseYaml(text);
    expect([templated, problem, stringAt(documents[0], "kind")]).toEqual([true, null, "Deployment"]);
  });

  test("what cannot be read is said, with its place", () => {
    const { problem } = parseYaml("a: 1\n b: [\n");
    expect(problem?.message).toMatch(/valid YAML/);
    expect(problem?.offset).toBeGreaterThan(0);
  });

  test("aliases and merges are resolved, a bomb is not", () => {
    const { documents } = parseYaml("base: &b {x: 1}\nuse:\n  <<: *b\n  y: 2\nagain: *b\n");
    expect([textAt(documents[0], "use", "x")?.value, textAt(documents[0], "again", "x")?.value]).toEqual(["1", "1"]);
    const bomb = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
    for (let i = 1; i < 12; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(",")}]`,
      );
    expect(scalarsIn(parseYaml(bomb.join("\n")).documents[0], 1e9).length).toBeLessThan(250_000);
  });
});

test("JSON with comments and trailing commas has places", () => {
  const text = '// hello\n{"a": [1, {"b": "two",}],}';
  const { documents } = parseJson(text);
  const found = textAt(documents[0], "a", 1, "b");
  expect(text.slice(found?.start, found?.end)).toBe('"two"');
  expect(itemsOf(at(documents[0], "a")).map((item) => textOf(item)?.value)).toEqual(["1", undefined]);
  expect(parseJson('{"a": ').problem).not.toBeNull();
});

describe("HCL", () => {
  const text = [
    'resource "aws_s3_bucket" "b" { # { not a block',
    '  bucket = "x-${var.env == "prod" ? "a" : "b"}"',
    "  policy = <<-EOT",
    '    resource "fake" "one" {',
    "  EOT",
    '  tags = { Environment = "prod" }',
    "  lifecycle { prevent_destroy = true }",
    "}",
    '/* resource "no" "no" {} */',
    'variable "env" { default = "prod" }',
  ].join("\n");

  test("blocks, labels, attributes", () => {
    const file = parseHcl(text);
    expect(file.broken).toBe(false);
    expect(allBlocks(file).map(({ type, labels }) => [type, ...labels])).toEqual([
      ["resource", "aws_s3_bucket", "b"],
      ["lifecycle"],
      ["variable", "env"],
    ]);
    expect(file.blocks[1]?.attributes.get("default")?.string).toBe("prod");
    expect(file.blocks[0]?.attributes.get("bucket")?.string).toBeUndefined();
    expect(text.slice(file.blocks[0]?.start, file.blocks[0]?.end)).toMatch(/^resource[\s\S]*true \}\n\}$/);
  });

  test("a broken file says so", () => {
    expect(parseHcl('resource "a" "b" {').broken).toBe(true);
  });
});

describe("shell", () => {
  const argv = (text: string) => parseShell(text).map((command) => command.argv.join(" "));
  test.each<[string, readonly string[]]>([
    ["kubectl apply -f x.yaml", ["kubectl apply -f x.yaml"]],
    ["# kubectl apply -f x", []],
    ["echo hi # kubectl apply", ["echo hi"]],
    ["echo 'kubectl apply -f x; helm install'", ["echo kubectl apply -f x; helm install"]],
    ["cat <<EOF > f\nkubectl apply\nEOF\nls", ["cat", "ls"]],
    ["cat <<'E' | kubectl apply -f -\na: b\nE\n", ["cat", "kubectl apply -f -"]],
    ["a && b; c | d || e &", ["a", "b", "c", "d", "e"]],
    ["terraform apply \\\n  -auto-approve", ["terraform apply -auto-approve"]],
    ["if true; then sudo -E helm upgrade x y; fi", ["true", "helm upgrade x y", "fi"]],
    ["STAGE=prod FOO='a b' sls deploy 2>&1 >/dev/null", ["sls deploy"]],
    [
      'x=$(terraform output -raw y) && echo "$(kubectl get pods)"',
      ["terraform output -raw y", "kubectl get pods", "echo $(kubectl get pods)"],
    ],
    ['bash -c "cd x && cdk deploy"', ["bash -c cd x && cdk deploy", "cd x", "cdk deploy"]],
    ["for f in *; do kubectl apply -f $f; done", ["for f in *", "kubectl apply -f $f", "done"]],
    ["(cd a; pulumi up)", ["cd a", "pulumi up"]],
    ["az webapp up --name ${{ secrets.NAME }} -g 'r'", ["az webapp up --name ${{ secrets.NAME }} -g r"]],
    ["timeout 300 helm install a b", ["helm install a b"]],
    ["docker run -e A=b x", ["docker run -e A=b x"]],
  ])("%j", (text, expected) => {
    expect(argv(text)).toEqual(expected);
  });

  test("keeps assignments and places", () => {
    const text = "ls\nSTAGE=prod sls deploy\n";
    const [, command] = parseShell(text);
    expect(command?.assignments).toEqual(["STAGE=prod"]);
    expect(text.slice(command?.start, command?.end)).toMatch(/^STAGE=prod sls deploy/);
  });
});

describe("workflow", () => {
  const text = [
    "name: Ship",
    "on:",
    "  push:",
    "    branches: [main]",
    "jobs:",
    "  deploy:",
    "    environment: { name: production, url: https://app.acme.example }",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: azure/webapps-deploy@v3",
    "        with: { app-name: x }",
    "      - run: |",
    "          # nothing here",
    "          cd app",
    "          kubectl apply -f k8s/",
    "  call:",
    "    uses: acme/x/.github/workflows/d.yml@main",
    "    secrets: inherit",
  ].join("\n");

  test("has its parts with their places", () => {
    const workflow = workflowOf({ text });
    expect(workflow?.triggers.map(({ event, branches }) => [event, ...branches])).toEqual([["push", "main"]]);
    const [deploy, call] = workflow?.jobs ?? [];
    expect([deploy?.id, deploy?.environment?.value, deploy?.steps[0]?.with.get("app-name")?.value]).toEqual([
      "deploy",
      "production",
      "x",
    ]);
    expect([call?.uses?.value, call?.secrets]).toEqual(["acme/x/.github/workflows/d.yml@main", "inherit"]);
    const run = deploy?.steps[1]?.run;
    const commands = run === undefined ? [] : commandsIn(text, run);
    expect(commands.map(({ argv, at }) => [argv[0], text.slice(at, at + 7)])).toEqual([
      ["cd", "cd app\n"],
      ["kubectl", "kubectl"],
    ]);
  });

  test("CRLF changes nothing but places", () => {
    const crlf = text.replaceAll("\n", "\r\n");
    const run = workflowOf({ text: crlf })?.jobs[0]?.steps[1]?.run;
    const found = run === undefined ? [] : commandsIn(crlf, run);
    expect(found.map(({ at }) => crlf.slice(at, at + 7))[1]).toBe("kubectl");
  });

  test("another YAML file is none", () => {
    expect(workflowOf({ text: "jobs: []" })).toBeNull();
  });
});

test("Dockerfile instructions", () => {
  const found = parseDockerfile(
    "# syntax\nFROM node:20 AS b\nRUN a && \\\n  # why\n  b\nRUN <<EOF\nEXPOSE 1\nEOF\nenv NODE_ENV=production\n",
  );
  expect(found.map(({ name, argument }) => [name, argument])).toEqual([
    ["FROM", "node:20 AS b"],
    ["RUN", "a && b"],
    ["RUN", "<<EOF"],
    ["ENV", "NODE_ENV=production"],
  ]);
});

test("INI sections", () => {
  const [unit, service] = parseIni("[Unit]\nDescription=x\n; no\n[Service]\nExecStart=/bin/x --a=b\n");
  expect([unit?.name, service?.lines[0]?.key, service?.lines[0]?.value]).toEqual(["Unit", "ExecStart", "/bin/x --a=b"]);
});

test("Makefile targets", () => {
  const text =
    "X := 1\n.PHONY: deploy\ndeploy: build\n\t@kubectl apply -f k8s\n\t-@echo done\n\nbuild:\n\tdocker build .\n";
  const found = parseMakefile(text);
  expect(found.map(({ name, needs, commands }) => [name, needs, commands.map(({ argv }) => argv[0])])).toEqual([
    [".PHONY", ["deploy"], []],
    ["deploy", ["build"], ["kubectl", "echo"]],
    ["build", [], ["docker"]],
  ]);
  expect(text.slice(found[1]?.commands[0]?.start).startsWith("kubectl apply")).toBe(true);
});
