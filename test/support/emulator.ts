import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Octokit } from "@octokit/rest";
import type { Settings } from "../../src/app/settings.js";
import { openOfflineGitHub } from "../../tools/lib/offline-github.mjs";
import { freePort } from "../../tools/lib/ports.mjs";
import { withCluster } from "./database.js";

/** An offline GitHub with two people, a Dev team, an experiment and an intake, and our App installed. */
export interface Stage {
  readonly url: string;
  readonly settings: Settings;
  readonly as: (login: "maria" | "dana") => Octokit;
  readonly close: () => Promise<void>;
}

const SECRET = ["a test secret", "that is", "long enough"].join(" ");

export async function stage(policy: string): Promise<Stage> {
  const port = await freePort();
  const github = await openOfflineGitHub({ port, secret: SECRET, policy });
  const folder = await mkdtemp(join(tmpdir(), "handrail-stage-"));
  const settings: Settings = {
    appId: github.appId,
    privateKey: github.privateKey,
    webhookSecret: SECRET,
    oldWebhookSecret: null,
    apiUrl: github.url,
    port,
    host: "127.0.0.1",
    logLevel: "warn",
    database: { kind: "embedded", folder: withCluster(folder) },
    role: "both",
    workers: 4,
  };
  const close = async () => {
    await github.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: github.url, settings, as: github.as, close };
}

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
