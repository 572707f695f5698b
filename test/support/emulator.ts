import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";
import { createEmulator } from "emulate";
import type { Settings } from "../../src/app/settings.js";

/** An offline GitHub with two people, a Dev team, an experiment and an intake, and our App installed. */
export interface Stage {
  readonly url: string;
  readonly settings: Settings;
  readonly as: (login: "maria" | "dana") => Octokit;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

const APP_ID = 12345;
export const SECRET = ["a test secret", "that is", "long enough"].join(" ");

export async function stage(options: { readonly policy?: string } = {}): Promise<Stage> {
  const port = await freePort();
  const emulator = await createEmulator({ service: "github", port: await freePort(), seed: seed(port) });
  const folder = await mkdtemp(join(tmpdir(), "handrail-stage-"));
  const key = emulator.generatedSecrets.find(({ kind }) => kind === "github.app_private_key")?.value ?? "";
  const as: Stage["as"] = (login) =>
    new Octokit({ auth: `${login}-token`, baseUrl: emulator.url, log: SILENT, request: { fetch: patient } });
  const { data: team } = await as("dana").request("POST /orgs/{org}/teams", { org: "acme", name: "dev" });
  await as("dana").request("PUT /orgs/{org}/teams/{team_slug}/memberships/{username}", {
    org: "acme",
    team_slug: team.slug,
    username: "dana",
    role: "member",
  });
  for (const repo of ["invoice-sorter", "dev-intake"])
    await as("dana").request("PUT /repos/{owner}/{repo}/collaborators/{username}", {
      owner: "acme",
      repo,
      username: "maria",
      permission: repo === "dev-intake" ? "pull" : "push",
    });
  if (options.policy !== undefined) await write(as("dana"), ".github", "ai-experiment-policy.yml", options.policy);
  const settings: Settings = {
    appId: APP_ID,
    privateKey: key,
    webhookSecret: SECRET,
    oldWebhookSecret: null,
    apiUrl: emulator.url,
    port,
    host: "127.0.0.1",
    logLevel: "warn",
    database: { kind: "embedded", folder: join(folder, "data") },
    role: "both",
    workers: 4,
  };
  const close = async () => {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: emulator.url, settings, as, folder, close };
}

/** The emulator closes connections that were idle: the next request on one of them is sent again. */
async function patient(...request: Parameters<typeof fetch>): Promise<Response> {
  try {
    return await fetch(...request);
  } catch {
    return fetch(...request);
  }
}

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export async function write(person: Octokit, repo: string, path: string, text: string, branch = "main"): Promise<void> {
  await person.request("PUT /repos/{owner}/{repo}/contents/{path}", {
    owner: "acme",
    repo,
    path,
    branch,
    message: `Add ${path}`,
    content: Buffer.from(text).toString("base64"),
  });
}

/** A branch with these files on top of main, and a pull request from it. Returns its number and head. */
export async function propose(
  person: Octokit,
  repo: string,
  branch: string,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly number: number; readonly head: string }> {
  const at = { owner: "acme", repo };
  const { data: main } = await person.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...at, ref: "heads/main" });
  await person.request("POST /repos/{owner}/{repo}/git/refs", {
    ...at,
    ref: `refs/heads/${branch}`,
    sha: main.object.sha,
  });
  for (const [path, text] of Object.entries(files)) await write(person, repo, path, text, branch);
  const { data: pull } = await person.request("POST /repos/{owner}/{repo}/pulls", {
    ...at,
    title: `Add ${branch}`,
    head: branch,
    base: "main",
  });
  return { number: pull.number, head: pull.head.sha };
}

function seed(port: number) {
  const repo = (name: string, isPrivate = true) => ({ owner: "acme", name, private: isPrivate, auto_init: true });
  return {
    tokens: {
      "maria-token": { login: "maria", scopes: ["repo", "user"] },
      "dana-token": { login: "dana", scopes: ["repo", "user", "admin:org"] },
    },
    github: {
      users: [{ login: "maria" }, { login: "dana" }],
      orgs: [{ login: "acme", members: [{ login: "dana", role: "admin" }, { login: "maria" }] }],
      repos: [repo("invoice-sorter"), repo("dev-intake"), repo(".github", false)],
      apps: [
        {
          app_id: APP_ID,
          slug: "handrail",
          name: "Handrail",
          permissions: {
            checks: "write",
            contents: "write",
            issues: "write",
            pull_requests: "write",
            metadata: "read",
            members: "read",
          },
          events: ["pull_request", "issue_comment", "issues", "check_run", "check_suite", "push"],
          webhook_url: `http://127.0.0.1:${port}/api/github/webhooks`,
          webhook_secret: SECRET,
          installations: [{ installation_id: 100, account: "acme", repository_selection: "all" }],
        },
      ],
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Asks again and again until there is an answer. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  within = 15_000,
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
