import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Service, startService } from "../../src/app/service.js";
import { propose, type Stage, stage, until } from "../support/emulator.js";

const POLICY = `
dev: { team: acme/dev, intake-repo: acme/dev-intake }
`;
const MANIFEST = "name: Invoice sorter\nowner: maria\ndata: made-up\n";
const at = { owner: "acme", repo: "invoice-sorter" };

let here: Stage;
let service: Service;

beforeAll(async () => {
  here = await stage({ policy: POLICY });
  service = await startService(here.settings, { quiet: process.env.LOUD === undefined });
}, 60_000);

afterAll(async () => {
  await service?.stop();
  await here?.close();
}, 30_000);

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
}, 30_000);
