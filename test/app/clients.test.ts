import { expect, test } from "@jest/globals";
import { clients } from "../../src/app/clients.js";
import { makeLog } from "../../src/app/log.js";
import { createIssue } from "../../src/github/issues.js";
import { FakeGitHub } from "../support/fake-github.js";
import { KEY } from "../support/key.js";

test("installations don't wait for one another: four times a check run and a comment, at once", async () => {
  const github = new FakeGitHub();
  await github.start();
  const repo = github.repo("demo");
  const settings = { appId: 1, privateKey: KEY, apiUrl: github.url, webhookSecret: "x" };
  const all = clients(settings, makeLog("silent"));
  const at = { owner: "acme", repo: "demo" };
  const start = performance.now();
  await Promise.all(
    [101, 102, 103, 104].map(async (id) => {
      const client = await all.installation(id);
      const output = { title: "All clear", summary: "Nothing to do." };
      const check = { name: "AI experiment", head_sha: "a".repeat(40), output };
      await client.request("POST /repos/{owner}/{repo}/check-runs", {
        ...at,
        ...check,
        status: "completed",
        conclusion: "success",
      });
      await client.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        ...at,
        issue_number: 1,
        body: "Hello",
      });
    }),
  );
  const milliseconds = performance.now() - start;
  await github.stop();
  expect(repo.comments).toHaveLength(4);
  expect(milliseconds).toBeLessThan(10_000);
});

test("what is created is never sent again by itself, whatever the answer", async () => {
  const github = new FakeGitHub();
  await github.start();
  github.repo("demo");
  const settings = { appId: 1, privateKey: KEY, apiUrl: github.url, webhookSecret: "x" };
  github.intercept = (request) =>
    request.path.endsWith("/issues") ? { status: 502, body: { message: "Bad gateway" } } : null;
  const client = await clients(settings, makeLog("silent")).installation(1);
  await expect(createIssue(client, { owner: "acme", repo: "demo" }, { title: "x", body: "y" })).rejects.toThrow();
  expect(github.take()).toEqual(["POST /repos/acme/demo/issues"]);
  await github.stop();
});
