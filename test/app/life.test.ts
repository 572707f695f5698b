import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SWEEPS } from "../../src/app/sweeps/index.js";
import { auditTrail } from "../../src/store/audit.js";
import { buttonEvent, pullEvent } from "../support/deliver.js";
import { acting, DEPLOY, GROWN, MAIN } from "../support/experiment.js";
import { addIssue, type FakeIssue, pullJson, type Repo, repoJson } from "../support/fake-github.js";
import { type World, world } from "../support/service.js";

const POLICY = `
dev: { team: acme/dev, intake-repo: acme/dev-intake, request-form: "https://forms.acme.example/dev?repo={repo}" }
teams: { privacy: acme/privacy, hr: hr@acme.example }
`;
const letters = () =>
  randomBytes(40)
    .toString("base64")
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 24);

let here: World;
beforeAll(async () => {
  here = await world(POLICY);
});
afterAll(() => here?.close());

const { experiment, propose, opened, merge, command, handoffOf, saidOn } = acting(() => here);

describe("a pull request", () => {
  test("is spoken to once: the comment is edited in place, and folded away when all is settled", async () => {
    const repo = experiment("speaking");
    const { pull } = propose(repo, GROWN);
    await opened(repo, pull);
    expect(repo.comments).toHaveLength(1);
    expect(pull.labels).toEqual(expect.arrayContaining(["ai: handoff", "ai: production systems"]));
    pull.labels.push("somebody's own");
    here.github.commit(repo, { ...MAIN, "README.md": "# Hello\n" }, `pull-${pull.number}`);
    await opened(repo, pull, "synchronize");
    expect(repo.comments).toHaveLength(1);
    expect(repo.comments[0]?.body).toContain("settled");
    expect(pull.labels).toEqual(["somebody's own"]);
  });

  test("pushed to in the second it was opened is looked at as it is, whichever delivery comes last", async () => {
    const repo = experiment("hasty");
    const { pull } = propose(repo, GROWN);
    const at = here.clock.now.toISOString();
    const first = pullJson(here.github, repo, pull, at);
    const head = here.github.commit(repo, { ...GROWN, "more.py": "print(1)\n" }, `pull-${pull.number}`);
    const second = pullJson(here.github, repo, pull, at);
    for (const told of [second, first]) {
      const { event, payload } = pullEvent(here.github, repo, pull);
      await here.send({ event, payload: { ...payload, pull_request: told } });
    }
    expect(repo.checks.map(({ head_sha }) => head_sha)).toEqual([head]);
  });

  test("gets no second check where the job that made the first was cut off and another took its place", async () => {
    const repo = experiment("cut-off");
    const { pull, head } = propose(repo, MAIN);
    await opened(repo, pull);
    const { pool } = here.service.app.database;
    await pool.query("delete from handrail.check_runs where repository_id = $1", [repo.id]);
    await pool.query("insert into handrail.events (guid, name, job_key, state) values ($1, $2, $3, 'working')", [
      "cut-off",
      "pull_request",
      `check:${repo.id}#${pull.number}`,
    ]);
    await opened(repo, pull, "edited");
    expect(repo.checks.map(({ head_sha }) => head_sha)).toEqual([head]);
    const { rows } = await pool.query("select state from handrail.events where guid = 'cut-off'");
    expect(rows).toEqual([{ state: "done" }]);
  });

  test("is not fooled by somebody who pastes our marker into a comment", async () => {
    const repo = experiment("pasted");
    const { pull } = propose(repo, GROWN);
    await opened(repo, pull);
    const ours = repo.comments[0];
    repo.comments.splice(0, 1, {
      id: 1,
      issue: pull.number,
      body: ours?.body ?? "",
      user: { login: "mallory" },
      reactions: [],
    });
    await here.service.app.database.pool.query("update handrail.pulls set comment_id = null");
    here.github.commit(repo, { ...GROWN, "more.py": "print(1)\n" }, `pull-${pull.number}`);
    await opened(repo, pull, "synchronize");
    expect(repo.comments.map(({ user }) => user.login)).toEqual(["mallory", "handrail[bot]"]);
  });

  test("with more files than a comparison lists is read from its trees", async () => {
    const repo = experiment("many");
    const files = Object.fromEntries(Array.from({ length: 320 }, (_, n) => [`notes/${n}.md`, `Note ${n}\n`]));
    const { pull, head } = propose(repo, { ...GROWN, ...files });
    await opened(repo, pull);
    expect(repo.checks.find(({ head_sha }) => head_sha === head)?.conclusion).toBe("neutral");
    expect(handoffOf(repo)).toBeDefined();
  });

  test("whose base is gone is compared with the default branch", async () => {
    const repo = experiment("rewritten");
    const { pull, head } = propose(repo, GROWN);
    const event = pullEvent(here.github, repo, pull);
    const payload = event.payload as { pull_request: { base: { sha: string } } };
    payload.pull_request.base.sha = "0123456789012345678901234567890123456789";
    await here.send(event);
    expect(repo.checks.find(({ head_sha }) => head_sha === head)?.conclusion).toBe("neutral");
  });

  test("that is a draft gets labels and a check, and neither a comment nor a handoff", async () => {
    const repo = experiment("drafted");
    const { pull } = propose(repo, GROWN);
    const event = pullEvent(here.github, repo, pull);
    (event.payload as { pull_request: { draft: boolean } }).pull_request.draft = true;
    await here.send(event);
    expect(pull.labels).toContain("ai: handoff suggested");
    expect(repo.checks[0]?.output.title).toBe("Let's bring Dev in");
    expect(repo.comments).toEqual([]);
    expect(handoffOf(repo)).toBeUndefined();
  });

  test("in a private repository is never told of where more people can read", async () => {
    const repo = experiment("secretive");
    Object.assign(here.intake, { private: false });
    await here.send({
      event: "repository",
      payload: { action: "publicized", repository: repoJson(here.intake), installation: { id: 100 } },
    });
    await opened(repo, propose(repo, GROWN).pull);
    Object.assign(here.intake, { private: true });
    await here.send({
      event: "repository",
      payload: { action: "privatized", repository: repoJson(here.intake), installation: { id: 100 } },
    });
    expect(here.intake.issues.at(-1)).toMatchObject({ title: "Handoff for a private repository" });
    expect(here.intake.issues.at(-1)?.body).not.toMatch(/deploy\.yml|Invoice/);
  });

  test("whose commits can't be found holds nobody up", async () => {
    const repo = experiment("vanished");
    const { pull, head } = propose(repo, GROWN);
    const event = pullEvent(here.github, repo, pull);
    repo.commits.delete(head);
    await here.send(event);
    expect(repo.checks[0]).toMatchObject({ conclusion: "neutral", output: { title: "We couldn't check this time" } });
  });
});

describe("the handoff", () => {
  test("stays one through a rename, a further trigger and an edited title", async () => {
    const repo = experiment("one-name");
    const first = propose(repo, GROWN);
    await opened(repo, first.pull);
    const issue = handoffOf(repo);
    expect(issue).toBeDefined();
    if (issue !== undefined) issue.title = "Our big idea";
    here.github.repos.delete("acme/one-name");
    repo.name = "another-name";
    here.github.repos.set("acme/another-name", repo);
    const count = here.intake.issues.length;
    const second = propose(repo, { ...MAIN, ".github/workflows/release.yml": DEPLOY });
    await opened(repo, second.pull);
    expect(here.intake.issues).toHaveLength(count);
    expect(issue?.title).toBe("Our big idea");
    expect(issue?.body).toContain("release.yml");
  });

  test("is found again by its marker when the store lost it, behind more than a page of issues", async () => {
    const repo = experiment("forgotten");
    const { pull } = propose(repo, GROWN);
    await opened(repo, pull);
    const issue = handoffOf(repo);
    for (let n = 0; n < 120; n++) addIssue(here.intake, { title: `Other ${n}` });
    await here.service.app.database.pool.query("delete from handrail.handoffs");
    const count = here.intake.issues.length;
    here.github.commit(repo, { ...GROWN, "x.py": "print(1)\n" }, `pull-${pull.number}`);
    await opened(repo, pull, "synchronize");
    expect(here.intake.issues).toHaveLength(count);
    expect(repo.checks.at(-1)?.output.title).toContain(`#${issue?.number}`);
  });

  test("of what is on the default branch is opened too", async () => {
    const repo = experiment("pushed");
    await merge(repo, GROWN);
    expect(handoffOf(repo)?.body).toContain("deploy.yml");
  });
});

describe("commands", () => {
  let repo: Repo;
  let pull: FakeIssue;
  beforeAll(async () => {
    repo = experiment("commanded");
    ({ pull } = propose(repo, {
      ...GROWN,
      "pay.py": `key = "${["sk", "live", letters()].join("_")}"\n`,
    }));
    await opened(repo, pull);
  });
  const finding = async (rule: string) => {
    const { rows } = await here.service.app.database.pool.query<{ id: string }>(
      `select j->'finding'->>'fingerprint' as id from handrail.check_runs, jsonb_array_elements(verdict->'judged') j
       where j->'finding'->>'ruleId' like $1 limit 1`,
      [`${rule}%`],
    );
    return rows[0]?.id.slice(0, 8) ?? "";
  };

  test("explain a finding, and answer a thumbs-up", async () => {
    const { receipt, answers } = await command(repo, pull, `/explain ${await finding("deploy/")}`, "maria");
    expect(receipt).toEqual(["+1"]);
    expect(answers[0]).toContain("production");
  });

  test("say kindly who can call a live key a false alarm", async () => {
    const asked = `/false-alarm ${await finding("secrets/")} it is only an example`;
    const maria = await command(repo, pull, asked, "maria");
    expect(maria.receipt).toEqual(["confused"]);
    expect(maria.answers[0]).toContain("a member of `acme/dev`");
    const dana = await command(repo, pull, asked, "dana");
    expect(dana.receipt).toEqual(["+1"]);
    expect(repo.checks.at(-1)?.output.title).not.toContain("rotate");
  });

  test("do nothing for a stranger", async () => {
    const { receipt, answers } = await command(repo, pull, "/not-an-experiment", "stranger");
    expect(receipt).toEqual(["confused"]);
    expect(answers[0]).toContain("Thanks for stepping in");
  });

  test("ask Dev, which is a request and never a handoff", async () => {
    const count = here.intake.issues.length;
    const { answers } = await command(repo, pull, "/ask Which database could we use?", "maria");
    expect(here.intake.issues).toHaveLength(count + 1);
    expect(here.intake.issues.at(-1)).toMatchObject({ title: "Dev request: Invoice sorter" });
    expect(answers[0]).toContain("Dev has your question");
  });

  test("on the issue: a team is mentioned only when Dev says so", async () => {
    const issue = handoffOf(repo);
    if (issue === undefined) throw new Error("There is no handoff.");
    expect(issue.body).not.toContain("@acme/privacy");
    const maria = await command(here.intake, issue, "/route privacy", "maria");
    expect(maria.receipt).toEqual(["confused"]);
    const dana = await command(here.intake, issue, "/route privacy", "dana");
    expect(dana.answers[0]).toContain("@acme/privacy");
  });

  test("on the issue: not now, with a reason, and a way back", async () => {
    const issue = handoffOf(repo);
    if (issue === undefined) throw new Error("There is no handoff.");
    expect((await command(here.intake, issue, "/not-now", "dana")).answers[0]).toContain("Please add the reason");
    await command(here.intake, issue, "/not-now after the move in May", "dana");
    expect(issue.state).toBe("closed");
    await command(repo, pull, "/handoff", "maria");
    expect(issue.state).toBe("open");
    await command(here.intake, issue, "/withdraw", "maria");
    expect(issue.state).toBe("closed");
    const trail = await auditTrail(here.service.app.database.pool);
    expect(trail.every(({ intact }) => intact)).toBe(true);
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["false-alarm", "route", "handoff-not-now", "handoff-opened", "handoff-withdrawn"]),
    );
  });

  test("the button starts a handoff, for those who may", async () => {
    const other = experiment("clicked");
    const change = propose(other, MAIN);
    await opened(other, change.pull);
    await here.send(buttonEvent(other, change.head, "start-handoff", "stranger"));
    expect(handoffOf(other)).toBeUndefined();
    await here.send(buttonEvent(other, change.head, "start-handoff", "maria"));
    expect(handoffOf(other)).toBeDefined();
  });
});

describe("sweeps", () => {
  test("have failed deliveries delivered again, and only say so in a dry run", async () => {
    const at = here.clock.now.toISOString();
    const delivery = { event: "pull_request", action: "opened", delivered_at: at, redelivery: false };
    here.github.deliveries = [
      { ...delivery, id: 1, guid: "lost", status_code: 502 },
      { ...delivery, id: 2, guid: "repaired", status_code: 500 },
      { ...delivery, id: 3, guid: "repaired", status_code: 202 },
    ];
    const lines = await SWEEPS.deliveries?.(here.service.app, true);
    expect(lines).toEqual([expect.stringContaining("pull_request.opened")]);
    expect(here.github.redelivered).toEqual([]);
    await SWEEPS.deliveries?.(here.service.app, false);
    expect(here.github.redelivered).toEqual([1]);
  });

  test("find an open pull request that nobody told us of", async () => {
    const repo = experiment("untold");
    await here.send({
      event: "repository",
      payload: { action: "edited", repository: repoJson(repo), installation: { id: 100 } },
    });
    propose(repo, GROWN);
    const lines = await SWEEPS.checks?.(here.service.app, true);
    expect(lines).toContainEqual(expect.stringContaining("acme/untold#1"));
    expect(repo.checks).toEqual([]);
  });

  test("remind Dev, after two working days, once", async () => {
    const repo = experiment("waiting");
    await opened(repo, propose(repo, GROWN).pull);
    const issue = handoffOf(repo);
    const said = () => saidOn(issue);
    const start = here.clock.now;
    const friday = new Date("2027-01-08T09:00:00Z");
    await here.service.app.database.pool.query("update handrail.handoffs set waits_since = $1", [friday]);
    here.clock.now = new Date("2027-01-10T09:00:00Z");
    await SWEEPS.handoffs?.(here.service.app, false);
    expect(said()).toEqual([]);
    here.clock.now = new Date("2027-01-12T09:00:00Z");
    await SWEEPS.handoffs?.(here.service.app, false);
    await SWEEPS.handoffs?.(here.service.app, false);
    here.clock.now = start;
    expect(said()).toEqual([expect.stringContaining("@acme/dev, this handoff waits for an answer")]);
  });
});

test("every request so far is one that GitHub takes", () => {
  expect(here.github.deviations).toEqual([]);
});

describe("the front", () => {
  const at = (path: string, init: RequestInit = {}) => fetch(`${here.service.url}${path}`, init);
  const hook = (headers: Readonly<Record<string, string>>, body = "{}") =>
    at("/api/github/webhooks", { method: "POST", headers, body });
  const GOOD = { "x-github-event": "push", "x-github-delivery": "g-1", "x-hub-signature-256": "sha256=00" };

  test.each([
    ["what is not from GitHub", {}, 400],
    ["a signature that does not fit", GOOD, 401],
    ["an id that is none", { ...GOOD, "x-github-delivery": "a b" }, 400],
  ])("refuses %s, without writing anything down", async (_, headers, status) => {
    expect((await hook(headers)).status).toBe(status);
    const { rows } = await here.service.app.database.pool.query("select 1 from handrail.events where guid = 'g-1'");
    expect(rows).toEqual([]);
  });

  test("refuses more than GitHub ever sends before it has read it", async () => {
    const before = process.memoryUsage().rss;
    const answer = await hook(GOOD, "x".repeat(27_000_000)).catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  test("says that it runs, that it is ready, and how much there is to do, without a name", async () => {
    expect((await at("/healthz")).status).toBe(200);
    expect((await at("/readyz")).status).toBe(200);
    const metrics = await (await at("/metrics")).text();
    expect(metrics).toContain('handrail_deliveries_total{event="pull_request",outcome="new"}');
    expect(metrics).not.toMatch(/acme|maria|dana/);
    const page = await (await at("/")).text();
    expect(page).toContain("Handrail is running");
    expect(page).not.toMatch(/acme|maria|dana/);
    expect((await at("/nothing")).status).toBe(404);
  });
});
