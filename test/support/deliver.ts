import { createHmac, randomUUID } from "node:crypto";
import { type FakeGitHub, type FakeIssue, pullJson, type Repo, repoJson } from "./fake-github.js";

/** What it takes to be GitHub for the App. */
export interface Sender {
  readonly url: string;
  readonly secret: string;
}

export interface Sent {
  readonly event: string;
  readonly payload: object;
  readonly guid?: string;
}

/** One delivery, signed. Returns the status; 0 when nobody answered. */
export async function deliver({ url, secret }: Sender, { event, payload, guid = randomUUID() }: Sent): Promise<number> {
  const body = JSON.stringify(payload);
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  try {
    const answer = await fetch(`${url}/api/github/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-github-event": event,
        "x-github-delivery": guid,
        "x-hub-signature-256": signature,
      },
      body,
    });
    await answer.text();
    return answer.status;
  } catch {
    return 0;
  }
}

const common = (repo: Repo, login: string) => ({
  repository: repoJson(repo),
  installation: { id: 100 },
  sender: { login, type: "User" },
});

export function pullEvent(github: FakeGitHub, repo: Repo, pull: FakeIssue, action = "opened", login = "maria"): Sent {
  const payload = { action, number: pull.number, pull_request: pullJson(github, repo, pull), ...common(repo, login) };
  return { event: "pull_request", payload };
}

export function commentEvent(repo: Repo, issue: FakeIssue, id: number, body: string, login: string): Sent {
  const described = { number: issue.number, state: issue.state, ...(issue.isPull ? { pull_request: {} } : {}) };
  const comment = { id, body, updated_at: "2026-03-02T10:00:00Z" };
  return { event: "issue_comment", payload: { action: "created", issue: described, comment, ...common(repo, login) } };
}

/** What somebody did to an issue itself: `edited`, `labeled` and so on, with the rest of the payload. */
export function issueEvent(repo: Repo, issue: FakeIssue, action: string, login: string, rest: object = {}): Sent {
  const described = { number: issue.number, state: issue.state };
  return { event: "issues", payload: { action, issue: described, ...common(repo, login), ...rest } };
}

export function pushEvent(repo: Repo, before: string, after: string): Sent {
  return { event: "push", payload: { ref: "refs/heads/main", before, after, ...common(repo, "maria") } };
}

export function mergeGroupEvent(repo: Repo, head: string, tree: string): Sent {
  const group = { head_sha: head, base_sha: repo.heads.get("main"), head_commit: { tree_id: tree } };
  return {
    event: "merge_group",
    payload: { action: "checks_requested", merge_group: group, ...common(repo, "maria") },
  };
}

export function buttonEvent(repo: Repo, head: string, identifier: string, login: string): Sent {
  const run = { head_sha: head, name: "AI experiment", app: { id: 1 } };
  const payload = {
    action: "requested_action",
    check_run: run,
    requested_action: { identifier },
    ...common(repo, login),
  };
  return { event: "check_run", payload };
}
