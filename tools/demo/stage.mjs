// The stage of the demo: an offline GitHub, and the App as it is built, in a process of its own.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";
import { createEmulator } from "emulate";
import { root } from "../lib/load.mjs";

export const ORG = "acme";
export const EXPERIMENT = { owner: ORG, repo: "invoice-sorter" };
export const INTAKE = { owner: ORG, repo: "dev-intake" };
const APP_ID = 4711;

export async function openStage(policy) {
  const port = await freePort();
  const secret = randomBytes(24).toString("hex");
  const emulator = await createEmulator({ service: "github", port: await freePort(), seed: seed(port, secret) });
  const as = (login) =>
    new Octokit({ auth: `${login}-token`, baseUrl: emulator.url, log: SILENT, request: { fetch: patient } });
  await people(as("dana"), policy);
  const folder = mkdtempSync(join(tmpdir(), "handrail-demo-"));
  const key = emulator.generatedSecrets.find(({ kind }) => kind === "github.app_private_key").value;
  const app = await startApp({
    APP_ID: String(APP_ID),
    PRIVATE_KEY: key,
    WEBHOOK_SECRET: secret,
    GITHUB_API_URL: emulator.url,
    PORT: String(port),
    HOST: "127.0.0.1",
    HANDRAIL_DATA: join(folder, "data"),
    LOG_LEVEL: "warn",
  });
  const close = async () => {
    await app.stop();
    await emulator.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { as, url: emulator.url, appUrl: `http://127.0.0.1:${port}`, close };
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** The offline GitHub closes connections that were idle: the next request on one of them is sent again. */
async function patient(...request) {
  try {
    return await fetch(...request);
  } catch {
    return fetch(...request);
  }
}

async function people(dana, policy) {
  const { data: team } = await dana.request("POST /orgs/{org}/teams", { org: ORG, name: "dev" });
  await dana.request("PUT /orgs/{org}/teams/{team_slug}/memberships/{username}", {
    org: ORG,
    team_slug: team.slug,
    username: "dana",
    role: "member",
  });
  await dana.request("PUT /repos/{owner}/{repo}/collaborators/{username}", {
    ...EXPERIMENT,
    username: "maria",
    permission: "push",
  });
  await dana.request("PUT /repos/{owner}/{repo}/contents/{path}", {
    owner: ORG,
    repo: ".github",
    path: "ai-experiment-policy.yml",
    message: "Our policy",
    content: Buffer.from(policy).toString("base64"),
  });
}

function seed(port, secret) {
  const repo = (name, isPrivate) => ({ owner: ORG, name, private: isPrivate, auto_init: true });
  return {
    tokens: {
      "maria-token": { login: "maria", scopes: ["repo", "user"] },
      "dana-token": { login: "dana", scopes: ["repo", "user", "admin:org"] },
    },
    github: {
      users: [{ login: "maria" }, { login: "dana" }],
      orgs: [{ login: ORG, members: [{ login: "dana", role: "admin" }, { login: "maria" }] }],
      repos: [repo("invoice-sorter", true), repo("dev-intake", true), repo(".github", false)],
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
          webhook_secret: secret,
          installations: [{ installation_id: 100, account: ORG, repository_selection: "all" }],
        },
      ],
    },
  };
}

/** `node dist/server.js`, until it says that it is ready. */
async function startApp(settings) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...settings };
  const child = spawn(process.execPath, [join(root, "dist/server.js")], {
    env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-8000);
  });
  const ended = new Promise((done) => child.once("exit", done));
  const ready = async () => (await fetch(`http://127.0.0.1:${settings.PORT}/readyz`).catch(() => null))?.status === 200;
  await until(
    "the App to start",
    async () => {
      if (child.exitCode !== null) throw new Error(`The App stopped while it started:\n${said}`);
      return ready();
    },
    120_000,
  );
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { stop };
}

/** Asks until there is an answer. */
export async function until(what, ask, within = 60_000) {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`The demo waited in vain for ${what}.`);
    await new Promise((done) => setTimeout(done, 150));
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
