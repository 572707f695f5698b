// An offline GitHub for the demo and for tests: the organisation `acme` with Maria, who experiments, and Dana of the Dev
// team; an experiment, an intake and a `.github`; and our App, installed on all three.
import { Octokit } from "@octokit/rest";
import { createEmulator } from "emulate";
import { freePort } from "./ports.mjs";

export const ORG = "acme";
export const EXPERIMENT = { owner: ORG, repo: "invoice-sorter" };
export const INTAKE = { owner: ORG, repo: "dev-intake" };
const APP_ID = 4711;

export async function openOfflineGitHub({ port, secret, policy }) {
  const emulator = await createEmulator({ service: "github", port: await freePort(), seed: seed(port, secret) });
  const as = (login) =>
    new Octokit({ auth: `${login}-token`, baseUrl: emulator.url, log: SILENT, request: { fetch: patient } });
  await people(as("dana"), policy);
  const privateKey = emulator.generatedSecrets.find(({ kind }) => kind === "github.app_private_key")?.value ?? "";
  return { url: emulator.url, appId: APP_ID, privateKey, as, close: () => emulator.close() };
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** It closes connections that were idle: the next request on one of them is sent again. */
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
  for (const [repository, permission] of [
    [EXPERIMENT, "push"],
    [INTAKE, "pull"],
  ])
    await dana.request("PUT /repos/{owner}/{repo}/collaborators/{username}", {
      ...repository,
      username: "maria",
      permission,
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
      repos: [repo(EXPERIMENT.repo, true), repo(INTAKE.repo, true), repo(".github", false)],
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
