import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { withCluster } from "../support/database.js";
import { deliver, pullEvent, type Sent } from "../support/deliver.js";
import { addIssue, FakeGitHub, type Repo, type Request_ } from "../support/fake-github.js";
import { startPostgres } from "../support/postgres.js";
import { builtApp, type Running, startProcess } from "../support/process.js";
import { until } from "../support/until.js";

/** Whatever is delivered how often, and whoever is killed in the middle: one check per head, one comment, one handoff. */

jest.setTimeout(400_000);

const SECRET = ["a test secret", "that is long enough"].join(" ");
const POLICY = "dev: { team: acme/dev, intake-repo: acme/dev-intake }\n";
const MANIFEST = "name: Invoice sorter\nowner: maria\ndata: made-up\n";
const DEPLOY = (n: number) => `# ${n}
on: { push: { branches: [main] } }
jobs:
  deploy:
    environment: production
    runs-on: ubuntu-latest
    steps: [{ run: kubectl --context prod apply -f k8s/ }]
`;

let app: Awaited<ReturnType<typeof builtApp>>;
beforeAll(async () => {
  app = await builtApp();
});
afterAll(() => app.remove());

interface Scene {
  readonly github: FakeGitHub;
  readonly repo: Repo;
  readonly intake: Repo;
  readonly sent: readonly Sent[];
  readonly heads: readonly string[];
}

/** Five pull requests with four deliveries each, each delivered twice under one id: forty in all. */
async function scene(): Promise<Scene> {
  const github = new FakeGitHub();
  await github.start();
  github.commit(github.repo(".github"), { "ai-experiment-policy.yml": POLICY }, "main");
  const intake = github.repo("dev-intake");
  const repo = github.repo("exp-invoices");
  const main = { "ai-experiment.yml": MANIFEST };
  github.commit(repo, main, "main");
  const heads: string[] = [];
  const sent = Array.from({ length: 5 }, (_, n) => {
    const pull = addIssue(repo, { title: `Change ${n}`, isPull: true, login: "maria" });
    github.commit(repo, { ...main, ".github/workflows/deploy.yml": DEPLOY(n) }, `pull-${pull.number}`);
    const opened = pullEvent(github, repo, pull);
    heads.push(
      github.commit(
        repo,
        { ...main, ".github/workflows/deploy.yml": DEPLOY(n), "more.py": `print(${n})\n` },
        `pull-${pull.number}`,
      ),
    );
    return [
      opened,
      ...["synchronize", "edited", "ready_for_review"].map((action) => pullEvent(github, repo, pull, action)),
    ];
  }).flat();
  return { github, repo, intake, sent: sent.map((one) => ({ ...one, guid: randomUUID() })), heads };
}

/** All at once, each twice. What did not arrive is sent again, as GitHub's list of failed deliveries makes us do. */
async function sendAll(sent: readonly Sent[], url: () => string): Promise<void> {
  let open = [...sent, ...sent];
  while (open.length > 0) {
    const answers = await Promise.all(open.map((one) => deliver({ url: url(), secret: SECRET }, one)));
    open = open.filter((_, i) => answers[i] !== 202);
    if (open.length > 0) await new Promise((done) => setTimeout(done, 300));
  }
}

async function settled({ github, repo, intake, heads }: Scene): Promise<void> {
  await until(
    "every head to have its check and every pull request its comment",
    async () =>
      heads.every((head) => repo.checks.some(({ head_sha }) => head_sha === head)) &&
      [1, 2, 3, 4, 5].every((number) => repo.comments.some(({ issue }) => issue === number)) &&
      intake.issues.some(({ state }) => state === "open"),
    150_000,
  );
  let seen = { requests: -1, at: 0 };
  await until(
    "quiet",
    async () => {
      if (github.requests.length !== seen.requests) seen = { requests: github.requests.length, at: Date.now() };
      return Date.now() - seen.at > 2500;
    },
    150_000,
  );
}

function expectOnce({ github, repo, intake }: Scene): void {
  expect(github.deviations).toEqual([]);
  const perHead = counted(repo.checks.map(({ head_sha }) => head_sha));
  expect([...perHead.values()].filter((count) => count !== 1)).toEqual([]);
  expect(repo.comments.map(({ issue }) => issue).toSorted()).toEqual([1, 2, 3, 4, 5]);
  expect(intake.issues.filter(({ state }) => state === "open")).toHaveLength(1);
  expect(intake.issues).toHaveLength(1);
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The moments at which being killed hurts most: right after GitHub did it, before we know. */
const MOMENTS: readonly (readonly [string, (request: Request_) => boolean])[] = [
  ["right after the handoff issue was made", ({ method, path }) => method === "POST" && path.endsWith("/issues")],
  ["right after a check run was made", ({ method, path }) => method === "POST" && path.endsWith("/check-runs")],
  ["right after a comment was made", ({ method, path }) => method === "POST" && path.endsWith("/comments")],
];

/** The worst moment always; all of them where time is no matter. */
const CHOSEN = process.env.CI === undefined ? MOMENTS.slice(0, 1) : MOMENTS;

test.each(CHOSEN)("killed %s, and started again", async (_, isTheMoment) => {
  const here = await scene();
  const folder = mkdtempSync(join(tmpdir(), "handrail-once-"));
  const env = { GITHUB_API_URL: here.github.url, WEBHOOK_SECRET: SECRET, HANDRAIL_DATA: withCluster(folder) };
  let running: Running = await startProcess(app.path, env);
  let restarted: Promise<void> | null = null;
  here.github.onRequest = (request) => {
    if (restarted !== null || !isTheMoment(request)) return;
    const dying = running;
    restarted = new Promise<void>((done) => setImmediate(done))
      .then(() => dying.kill())
      .then(async () => {
        running = await startProcess(app.path, env);
      });
  };
  try {
    await sendAll(here.sent, () => running.url);
    await settled(here);
    expect(restarted).not.toBeNull();
    await restarted;
    expectOnce(here);
  } finally {
    await running.stop();
    await here.github.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("two workers and a web server on one Postgres, the worker that made the handoff issue killed right after it", async () => {
  const postgres = await startPostgres();
  if (postgres === null) return;
  const here = await scene();
  const env = { GITHUB_API_URL: here.github.url, WEBHOOK_SECRET: SECRET, DATABASE_URL: postgres.url };
  const web = await startProcess(app.path, { ...env, HANDRAIL_ROLE: "web" });
  const names = ["one", "two"];
  const workers = new Map<string, Running>();
  for (const name of names) {
    const known = { ...env, GITHUB_API_URL: here.github.urlFor(name), HANDRAIL_ROLE: "worker" };
    workers.set(name, await startProcess(app.path, known));
  }
  let killed: string | null = null;
  here.github.onRequest = ({ method, path, by }) => {
    if (killed !== null || method !== "POST" || !path.endsWith("/dev-intake/issues")) return;
    killed = by;
    setImmediate(() => void workers.get(by)?.kill());
  };
  try {
    await sendAll(here.sent, () => web.url);
    await settled(here);
    expect(names).toContain(killed);
    expectOnce(here);
  } finally {
    for (const one of [web, ...workers.values()]) await one.stop();
    await here.github.stop();
    postgres.stop();
  }
});
