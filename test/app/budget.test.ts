import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mergeGroupEvent, pullEvent } from "../support/deliver.js";
import { addIssue, type FakeGitHub, type Repo } from "../support/fake-github.js";
import { type World, world } from "../support/service.js";

/** How often GitHub is asked is a promise: the figures are those of docs/app.md. */

const POLICY = `
dev: { team: acme/dev, intake-repo: acme/dev-intake }
scope: { exempt: { properties: { owner-type: dev }, repos: ["infra-*"] }, include: ["exp-*", "infra-*", "dev-*"] }
`;
const MANIFEST = "name: Invoice sorter\nowner: maria\ndata: made-up\n";
const CLEAN = { "ai-experiment.yml": MANIFEST, "README.md": "# Invoices\n" };
const DEPLOY = `on: { push: { branches: [main] } }
jobs:
  deploy:
    environment: production
    runs-on: ubuntu-latest
    steps: [{ run: kubectl --context prod apply -f k8s/ }]
`;

let here: World;
let github: FakeGitHub;
let send: World["send"];

beforeAll(async () => {
  here = await world(POLICY);
  ({ github, send } = here);
});

afterAll(() => here?.close());

beforeEach(() => void github.take());

function pullWith(repo: Repo, files: Readonly<Record<string, string>>) {
  const pull = addIssue(repo, { title: "A change", isPull: true, login: "maria" });
  const head = github.commit(repo, files, `pull-${pull.number}`);
  return { pull, head };
}

test("outside the scope: 0 calls", async () => {
  const repo = github.repo("website");
  await send(pullEvent(github, repo, pullWith(repo, { "a.txt": "hello" }).pull));
  github.take();
  const { pull } = pullWith(repo, { "b.txt": "hello" });
  await send(pullEvent(github, repo, pull));
  expect(github.take()).toEqual([]);
});

test("exempt by a property in the payload: nothing is read, and one write says success where it may be required", async () => {
  const repo = github.repo("exp-platform", { properties: { "owner-type": "dev" } });
  const { pull } = pullWith(repo, { "deploy.yml": DEPLOY });
  await send(pullEvent(github, repo, pull));
  expect(github.take()).toEqual(["POST /repos/acme/exp-platform/check-runs"]);
  expect(repo.checks.map(({ conclusion }) => conclusion)).toEqual(["success"]);
});

test("a clean push: cold 3 calls and a batch, warm 2, the same tree again at most 1", async () => {
  const repo = github.repo("exp-invoices");
  github.commit(repo, CLEAN, "main");
  const { pull, head } = pullWith(repo, { ...CLEAN, "sort.py": "print('sorted')\n" });
  await send(pullEvent(github, repo, pull));
  const cold = github.take();
  expect(cold.filter((line) => line.startsWith("POST /graphql"))).toHaveLength(1);
  expect(cold.filter((line) => !line.startsWith("POST /graphql"))).toEqual([
    `GET /repos/acme/exp-invoices/compare/${repo.heads.get("main")}...${head}`,
    `GET /repos/acme/exp-invoices/git/trees/${repo.heads.get("main")}`,
    "POST /repos/acme/exp-invoices/check-runs",
  ]);
  const next = github.commit(
    repo,
    { ...CLEAN, "sort.py": "print('sorted')\n", "more.py": "print(1)\n" },
    `pull-${pull.number}`,
  );
  await send(pullEvent(github, repo, pull, "synchronize"));
  expect(github.take()).toEqual([
    `GET /repos/acme/exp-invoices/compare/${repo.heads.get("main")}...${next}`,
    "POST /repos/acme/exp-invoices/check-runs",
  ]);
  await send(pullEvent(github, repo, pull, "edited"));
  expect(github.take()).toEqual([]);
  const tree = repo.commits.get(next)?.tree ?? "";
  const group = github.commit(repo, repo.commits.get(next)?.files ?? {}, "gh-readonly-queue/main/pr-1");
  await send(mergeGroupEvent(repo, group, tree));
  expect(github.take()).toEqual(["POST /repos/acme/exp-invoices/check-runs"]);
  expect(repo.checks.map(({ conclusion }) => conclusion)).toEqual(["success", "success", "success"]);
  expect(repo.comments).toEqual([]);
});

test("labels and the comment cost 2 each at most, the first handoff 3", async () => {
  const repo = github.repo("exp-growing");
  github.commit(repo, CLEAN, "main");
  await send(
    pullEvent(github, repo, pullWith(repo, { ...CLEAN, "a.py": "print(1)\n", ".github/workflows/x.yml": DEPLOY }).pull),
  );
  expect(github.repos.get("acme/dev-intake")?.issues).toHaveLength(1);
  const other = github.repo("exp-growing-2");
  github.commit(other, CLEAN, "main");
  const warm = pullWith(other, CLEAN);
  await send(pullEvent(github, other, warm.pull));
  github.take();
  github.commit(other, { ...CLEAN, ".github/workflows/x.yml": DEPLOY }, `pull-${warm.pull.number}`);
  await send(pullEvent(github, other, warm.pull, "synchronize"));
  const calls = github.take();
  const during = calls.slice(0, calls.findLastIndex((line) => line.includes("exp-growing-2")) + 1);
  const to = (part: string) => during.filter((line) => line.includes(part));
  expect(to("dev-intake/issues").slice(0, 3)).toEqual([
    "GET /repos/acme/dev-intake/issues",
    "POST /repos/acme/dev-intake/issues",
    "GET /repos/acme/dev-intake/issues",
  ]);
  expect(to("check-runs")).toHaveLength(1);
  expect(to("/comments")).toHaveLength(2);
  expect(github.repos.get("acme/dev-intake")?.issues).toHaveLength(2);
  expect(other.checks.at(-1)?.output.title).toBe("Handoff under way with Dev (#2)");
});

test("every request so far is one that GitHub takes", () => {
  expect(github.deviations).toEqual([]);
});
