import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SWEEPS } from "../../src/app/sweeps/index.js";
import { findHandoffByIssue } from "../../src/store/handoffs.js";
import { issueEvent, pullEvent } from "../support/deliver.js";
import { acting, DEPLOY, GROWN, MAIN, MANIFEST } from "../support/experiment.js";
import type { FakeIssue, Repo } from "../support/fake-github.js";
import { type World, world } from "../support/service.js";

/** What comes after a handoff was opened, and what an organisation's own words change. */

const POLICY = `
dev: { team: acme/dev, intake-repo: acme/dev-intake }
handoff: { tiers: { standard: [codeowners, protected-branch, ci] } }
waivers: { approvers: { deploy-config: acme/platform } }
scope: { exempt: { teams: [acme/platform] } }
`;

let here: World;
beforeAll(async () => {
  here = await world(POLICY);
  here.github.teams.set("acme/platform", ["pat"]);
});
afterAll(() => here?.close());

const { experiment, propose, opened, merge, command, saidOn, handedOff } = acting(() => here);

const stored = (issue: FakeIssue) =>
  findHandoffByIssue(here.service.app.database.pool, "acme/dev-intake", issue.number);

/** Looks at the clock at this moment, and at everything that follows. */
async function sweepAt(name: string, instant: string) {
  const before = here.clock.now;
  here.clock.now = new Date(instant);
  const lines = await SWEEPS[name]?.(here.service.app, false);
  await here.settle();
  here.clock.now = before;
  return lines;
}

describe("the clock", () => {
  test("goes to the team with a question of Dev, and back with its answer; each side is reminded in its turn", async () => {
    const { repo, issue } = await handedOff("asked");
    expect(issue.labels).toContain("ai: waiting on dev");
    await command(here.intake, issue, "Where do the invoices come from?", "dana");
    expect(issue.labels).toContain("ai: waiting on team");
    expect(issue.labels).not.toContain("ai: waiting on dev");
    expect(issue.body).toContain("The next step is the team's");
    const since = new Date("2027-01-08T09:00:00Z");
    await here.service.app.database.pool.query(
      "update handrail.handoffs set waits_since = $1, repository_id = $2 where issue_number = $3",
      [since, repo.id, issue.number],
    );
    const count = saidOn(issue).length;
    await sweepAt("handoffs", "2027-01-13T09:00:00Z");
    expect(saidOn(issue)).toHaveLength(count);
    await sweepAt("handoffs", "2027-01-15T09:00:00Z");
    await sweepAt("handoffs", "2027-01-15T11:00:00Z");
    expect(saidOn(issue).slice(count)).toEqual([expect.stringContaining("the next step here is yours")]);
    expect(saidOn(issue).at(-1)).not.toContain("@");
    await command(here.intake, issue, "From the shop's mailbox.", "maria");
    expect(issue.labels).toContain("ai: waiting on dev");
    expect(await stored(issue)).toMatchObject({ waitsOn: "dev", reminders: 0 });
  });

  test("takes what the team writes into its manifest, or into the issue, for an answer", async () => {
    const { repo, issue } = await handedOff("answered");
    const ask = () => command(here.intake, issue, "Which data is it?", "dana");
    await ask();
    await merge(repo, { ...MAIN, "ai-experiment.yml": `${MANIFEST}summary: Sorts invoices by cost centre\n` });
    expect(await stored(issue)).toMatchObject({ waitsOn: "dev" });
    await ask();
    expect(await stored(issue)).toMatchObject({ waitsOn: "team" });
    await here.send(issueEvent(here.intake, issue, "edited", "dana", { changes: { body: { from: "" } } }));
    expect(await stored(issue)).toMatchObject({ waitsOn: "team" });
    await here.send(issueEvent(here.intake, issue, "edited", "maria", { changes: { body: { from: "" } } }));
    expect(await stored(issue)).toMatchObject({ waitsOn: "dev" });
  });

  test("follows a label that a person puts on, and takes the other one off", async () => {
    const { issue } = await handedOff("labelled");
    issue.labels.push("ai: waiting on team");
    await here.send(issueEvent(here.intake, issue, "labeled", "dana", { label: { name: "ai: waiting on team" } }));
    expect(issue.labels).not.toContain("ai: waiting on dev");
    expect(await stored(issue)).toMatchObject({ waitsOn: "team" });
  });
});

describe("accepting", () => {
  test("a tick that somebody sets while we find the facts out stays", async () => {
    const { repo, issue } = await handedOff("ticked");
    here.github.intercept = ({ path }) => {
      if (path.includes(`/${repo.name}/rules/branches`)) issue.body = issue.body.replace("- [ ] What", "- [x] What");
      return null;
    };
    await command(here.intake, issue, "Where do the invoices come from?", "dana");
    here.github.intercept = () => null;
    expect(issue.body).toContain("The next step is the team's");
    expect(issue.body).toContain("- [x] What should it do");
  });

  const tickAll = (issue: FakeIssue) => {
    issue.body = issue.body.replaceAll("- [ ]", "- [x]");
  };
  const makeReady = (repo: Repo) => {
    repo.codeowners = [];
    repo.rules = ["pull_request"];
    const run = { id: 1, name: "tests", conclusion: "success", external_id: "", annotations: 0 };
    repo.checks.push({ ...run, head_sha: repo.heads.get("main") ?? "", output: { title: "", summary: "" } });
  };

  test("waits for what GitHub can confirm: CODEOWNERS, rules on the default branch, CI", async () => {
    const { repo, issue } = await handedOff("unready");
    tickAll(issue);
    const { answers } = await command(here.intake, issue, "/accept", "dana");
    expect(answers[0]).toMatch(/CODEOWNERS[\s\S]*Rules on the default branch[\s\S]*CI is green/);
    repo.codeowners = [{ kind: "Unknown owner" }];
    repo.rules = ["deletion"];
    const still = await command(here.intake, issue, "/accept", "dana");
    expect(still.answers[0]).toMatch(/CODEOWNERS[\s\S]*Rules on the default branch[\s\S]*CI is green/);
    makeReady(repo);
    repo.checks.push({ ...(repo.checks.at(-1) ?? fail()), id: 2, name: "lint", conclusion: "failure" });
    const red = await command(here.intake, issue, "/accept", "dana");
    expect(red.answers[0]).toContain("CI is green");
    expect(red.answers[0]).not.toContain("CODEOWNERS");
    expect(issue.state).toBe("open");
  });

  test("without the right to write contents says which lines to put in by hand, and afterwards notices a drift", async () => {
    const { repo, issue } = await handedOff("by-hand");
    makeReady(repo);
    tickAll(issue);
    here.github.intercept = ({ method, path }) =>
      method !== "GET" && /\/by-hand\/(git\/refs|contents\/|pulls$)/.test(path)
        ? { status: 403, body: { message: "Resource not accessible by integration" } }
        : null;
    await command(here.intake, issue, "/accept", "dana");
    here.github.intercept = () => null;
    expect(issue.state).toBe("closed");
    expect(saidOn(issue).find((body) => body.includes("Accepted"))).toContain("status: production");
    expect(await stored(issue)).toMatchObject({
      state: "accepted",
      promised: ["codeowners", "protected-branch", "ci"],
    });
    const count = saidOn(issue).length;
    await sweepAt("dates", "2027-01-04T06:11:00Z");
    expect(saidOn(issue)).toHaveLength(count);
    repo.rules = [];
    await sweepAt("dates", "2027-01-11T06:11:00Z");
    await sweepAt("dates", "2027-01-11T06:20:00Z");
    await sweepAt("dates", "2027-01-18T06:11:00Z");
    expect(saidOn(issue).slice(count)).toEqual([expect.stringContaining("- Rules on the default branch")]);
    expect(issue.body).toContain("was fine and changed");
    await sweepAt("dates", "2027-01-25T06:11:00Z");
    expect(saidOn(issue)).toHaveLength(count + 2);
  });

  test("a check that can't be made is no drift", async () => {
    const { repo, issue } = await handedOff("unasked");
    makeReady(repo);
    tickAll(issue);
    repo.heads.set("handrail/production", repo.heads.get("main") ?? "");
    here.github.intercept = ({ method, path }) =>
      method !== "GET" && path.includes("/unasked/") ? { status: 403, body: { message: "No" } } : null;
    await command(here.intake, issue, "/accept", "dana");
    here.github.intercept = ({ path }) =>
      path.includes("/unasked/rules") ? { status: 403, body: { message: "No" } } : null;
    const count = saidOn(issue).length;
    await sweepAt("dates", "2027-01-11T06:11:00Z");
    here.github.intercept = () => null;
    expect(await stored(issue)).toMatchObject({ state: "accepted", drift: { items: [], times: 0 } });
    expect(saidOn(issue)).toHaveLength(count);
  });
});

function fail(): never {
  throw new Error("There is no check run.");
}

describe("putting an experiment away", () => {
  const ARCHIVED = `${MANIFEST}status: archived\n`;

  test("asks once for one line of what was learned, on the pull request that did it", async () => {
    const repo = experiment("put-away");
    await merge(repo, MAIN);
    const { pull } = propose(repo, { "ai-experiment.yml": ARCHIVED });
    await merge(repo, { "ai-experiment.yml": ARCHIVED }, pull.number);
    expect(repo.comments.map(({ issue, body }) => [issue, body])).toEqual([
      [pull.number, expect.stringContaining("One line of what was learned")],
    ]);
    await merge(repo, MAIN);
    await merge(repo, { "ai-experiment.yml": ARCHIVED }, pull.number);
    expect(repo.comments).toHaveLength(1);
  });

  test("asks nothing where it is written already, or where there is no place to ask", async () => {
    const told = experiment("told");
    await merge(told, MAIN);
    const { pull } = propose(told, MAIN);
    await merge(told, { "ai-experiment.yml": `${ARCHIVED}learned: Umlauts break it\n` }, pull.number);
    const pushed = experiment("pushed-away");
    await merge(pushed, MAIN);
    await merge(pushed, { "ai-experiment.yml": ARCHIVED });
    expect([...told.comments, ...pushed.comments]).toEqual([]);
  });

  test("of a repository that is archived asks in its handoff, since nobody can write in it any more", async () => {
    const { repo, issue } = await handedOff("shelved");
    await merge(repo, MAIN);
    const { payload } = pullEvent(here.github, repo, issue) as { payload: { repository: object } };
    const repository = { ...payload.repository, archived: true };
    await here.send({ event: "repository", payload: { action: "archived", repository, installation: { id: 100 } } });
    expect(saidOn(issue)).toEqual([expect.stringContaining("write it here")]);
  });
});

describe("an exception", () => {
  const expires = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const WAIVED = {
    "ai-experiment.yml": `${MANIFEST}waivers:\n  - rule: deploy-config\n    paths: .github/workflows/deploy.yml\n    reason: The old shop, switched off next month\n    approved-by: pat\n    expires: ${expires}\n`,
  };
  const titleWith = async (repo: Repo) => {
    const { pull, head } = propose(repo, { ...WAIVED, ".github/workflows/deploy.yml": DEPLOY });
    await opened(repo, pull);
    return repo.checks.find(({ head_sha }) => head_sha === head)?.output.title;
  };

  test.each([
    ["counts once the approver team approved the change that brought it", [["pat", "APPROVED"]], true],
    ["doesn't count where only the file says so", [], false],
    ["doesn't count with the approval of somebody else, Dev included", [["dana", "APPROVED"]], false],
    [
      "doesn't count where the approval was taken back",
      [
        ["pat", "APPROVED"],
        ["pat", "CHANGES_REQUESTED"],
      ],
      false,
    ],
  ] as const)("%s", async (name, reviews, counts) => {
    const repo = experiment(`waived-${name.length}-${reviews.length}`);
    const { pull } = propose(repo, WAIVED);
    for (const [login, state] of reviews) repo.reviews.push({ pull: pull.number, login, state });
    await merge(repo, WAIVED, pull.number);
    expect(/Dev/.test((await titleWith(repo)) ?? "")).toBe(!counts);
  });
});

test("`needs: [help]` on the default branch opens one request to Dev, and no handoff", async () => {
  const repo = experiment("wants-help");
  const count = here.intake.issues.length;
  const asking = { "ai-experiment.yml": `${MANIFEST}needs: [help]\n` };
  await merge(repo, asking);
  await merge(repo, { ...asking, "README.md": "# Hello\n" });
  expect(here.intake.issues.slice(count).map(({ title }) => title)).toEqual(["Dev request: Invoice sorter"]);
  expect(here.intake.issues.at(-1)?.labels).toContain("ai: advice wanted");
});

test("a repository that an exempt team looks after is left alone, and GitHub is asked about it once a day", async () => {
  const repo = experiment("platform-tools");
  here.github.maintained.set("acme/platform", ["platform-tools"]);
  here.github.take();
  await opened(repo, propose(repo, GROWN).pull);
  await opened(repo, propose(repo, GROWN).pull);
  expect(repo.checks.map(({ output }) => output.title)).toEqual(["Not an AI experiment", "Not an AI experiment"]);
  expect(repo.comments).toEqual([]);
  expect(here.github.take().filter((line) => line.includes("/teams/"))).toHaveLength(1);
});

test("every request so far is one that GitHub takes", () => {
  expect(here.github.deviations).toEqual([]);
});
