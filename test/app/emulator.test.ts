import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Service, startService } from "../../src/app/service.js";
import { checkedFetch } from "../support/contract.js";
import { propose, type Stage, stage, write } from "../support/emulator.js";
import { until } from "../support/until.js";

const POLICY = `
dev: { team: acme/dev, intake-repo: acme/dev-intake }
`;
const MANIFEST = "name: Invoice sorter\nowner: maria\ndata: made-up\n";
const at = { owner: "acme", repo: "invoice-sorter" };

const noted: string[] = [];
let here: Stage;
let service: Service;

beforeAll(async () => {
  here = await stage(POLICY);
  service = await startService(here.settings, {
    quiet: process.env.LOUD === undefined,
    client: { fetch: checkedFetch(here.url, noted), pace: { write: 1, notifications: 1 } },
  });
});

afterAll(async () => {
  await service?.stop();
  await here?.close();
});

async function checksOn(sha: string) {
  const { data } = await here
    .as("dana")
    .request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", { ...at, ref: sha });
  return data.check_runs;
}

test("a clean pull request gets a green check and nothing else", async () => {
  const pull = await propose(here.as("maria"), "invoice-sorter", "first-try", {
    "ai-experiment.yml": MANIFEST,
    "sort.py": "print('hello invoices')\n",
  });
  const [check] = await until("the check", async () => {
    const runs = await checksOn(pull.head);
    return runs.length > 0 && runs;
  });
  expect(check).toMatchObject({ name: "AI experiment", conclusion: "success" });
  const { data: comments } = await here
    .as("maria")
    .request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...at,
      issue_number: pull.number,
    });
  expect(comments).toEqual([]);
});

test("work that grows up gets one check, labels, one comment and exactly one handoff, and Dev can accept it", async () => {
  const maria = here.as("maria");
  const dana = here.as("dana");
  const intake = { owner: "acme", repo: "dev-intake" };
  await write(maria, "invoice-sorter", "ai-experiment.yml", MANIFEST);
  const pull = await propose(maria, "invoice-sorter", "go-live", {
    "pay.py": `stripe.api_key = "${["sk", "live", "4eC39HqLyjWDarjtT1zdp7dcFakeFake"].join("_")}"\n`,
    ".github/workflows/deploy.yml": DEPLOY,
  });
  const [check] = await until("the check", async () => {
    const runs = await checksOn(pull.head);
    return runs.length > 0 && runs;
  });
  expect(check?.conclusion).toBe("neutral");
  const handoffs = async () =>
    (await maria.request("GET /repos/{owner}/{repo}/issues", { ...intake, state: "all" })).data;
  const [issue] = await until("the handoff", async () => {
    const all = await handoffs();
    return all.length > 0 && all;
  });
  expect(issue?.title).toBe("Handoff: Invoice sorter");
  expect(issue?.body).not.toContain("4eC39HqL");
  await until("the comment and the labels", async () => {
    const { data } = await maria.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
      ...at,
      pull_number: pull.number,
    });
    const comments = await maria.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...at,
      issue_number: pull.number,
    });
    return comments.data.length === 1 && data.labels.length >= 2;
  });
  const say = (number: number, body: string, who = dana) =>
    who.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...intake, issue_number: number, body });
  const replies = async (number: number) =>
    (
      await dana.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        ...intake,
        issue_number: number,
      })
    ).data.map(({ body }) => body ?? "");
  const number = issue?.number ?? 0;
  await say(number, "/accept", maria);
  await until("a kind refusal", async () =>
    (await replies(number)).some((body) => body.includes("is for a member of")),
  );
  await say(number, "/accept");
  await until("what is still open", async () => (await replies(number)).some((body) => body.includes("Still open")));
  const body = async () =>
    (await dana.request("GET /repos/{owner}/{repo}/issues/{issue_number}", { ...intake, issue_number: number })).data
      .body ?? "";
  // The App may be writing its own part at that very moment: who sees a tick undone ticks again.
  await until("ticks that stay", async () => {
    const ticked = (await body()).replaceAll("- [ ]", "- [x]");
    await dana.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
      ...intake,
      issue_number: number,
      body: ticked,
    });
    await new Promise((done) => setTimeout(done, 500));
    return (await body()).includes("- [x] What should it do");
  });
  await say(number, "/accept");
  await until("the pull request that says so", async () => {
    const { data } = await dana.request("GET /repos/{owner}/{repo}/pulls", at);
    return data.some(({ head }) => head.ref === "handrail/production");
  });
  const closed = await until("the end", async () => {
    const [one] = await handoffs();
    return one?.state === "closed" && one;
  });
  expect(closed.body).toContain("- [x] What should it do");
  expect(await handoffs()).toHaveLength(1);
});

test("every request so far is one that GitHub takes", () => {
  expect(noted).toEqual([]);
});

const DEPLOY = `name: deploy
on: { push: { branches: [main] } }
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: kubectl --context prod apply -f k8s/
`;
