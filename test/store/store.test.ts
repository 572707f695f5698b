import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { auditTrail, record } from "../../src/store/audit.js";
import { type Database, openDatabase, transaction } from "../../src/store/database.js";
import { finishEvents, noteEvent, startEvents } from "../../src/store/events.js";
import { findHandoff, findHandoffByIssue, intendHandoff, updateHandoff } from "../../src/store/handoffs.js";
import { locks } from "../../src/store/lock.js";
import { migrate } from "../../src/store/migrations.js";
import { findPull, savePull, settlePull } from "../../src/store/pulls.js";
import { addJob, prepareQueue, releaseDead, startQueue } from "../../src/store/queue.js";
import { asksOn, saveRepository } from "../../src/store/repositories.js";
import { keptSetting } from "../../src/store/settings.js";
import { embeddedDatabase, realDatabase } from "../support/database.js";
import { until } from "../support/until.js";

const opened: Database[] = [];
let folder = "";
let databases: readonly { readonly name: string; readonly database: Database }[] = [];

beforeAll(async () => {
  const embedded = await embeddedDatabase();
  ({ folder } = embedded);
  const real = await realDatabase();
  databases = [
    { name: "embedded", database: embedded },
    ...(real === null ? [] : [{ name: "postgres", database: real }]),
  ];
  opened.push(...databases.map(({ database }) => database));
  for (const database of opened) await prepareQueue(database);
});

afterAll(async () => {
  for (const database of opened) await database.close();
});

/** The same promise on every database there is. */
function promise(name: string, check: (database: Database) => Promise<void>): void {
  test(name, async () => {
    for (const { database } of databases) await check(database);
  });
}

const CAUSE = { trigger: "sensitive-data", where: "data.csv, line 2", how: "found", since: "2026-03-02" } as const;

const REPOSITORY = {
  id: 1,
  nodeId: "R_1",
  installationId: 7,
  owner: "acme",
  name: "invoice-sorter",
  defaultBranch: "main",
  private: true,
  fork: false,
  archived: false,
  topics: [],
  properties: {},
};

describe("the store", () => {
  promise("migrates once, however often and by however many it is asked", async (database) => {
    await Promise.all([migrate(database.pool), migrate(database.pool), migrate(database.pool)]);
    const { rows } = await database.pool.query("select number from handrail.migrations order by number");
    expect(rows).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  promise("lets a delivery through again until its job came to an end", async ({ pool }) => {
    const event = { guid: "g1", name: "pull_request", action: "opened", jobKey: "check:1#1" };
    expect(await noteEvent(pool, event)).toBe(true);
    expect(await noteEvent(pool, event)).toBe(true);
    await startEvents(pool, "check:1#1");
    expect(await noteEvent(pool, { ...event, guid: "g2" })).toBe(true);
    await finishEvents(pool, "check:1#1");
    expect(await noteEvent(pool, event)).toBe(false);
    expect(await noteEvent(pool, { ...event, guid: "g2" })).toBe(true);
  });

  promise("knows of a job that was cut off, also when a newer one has its key since", async ({ pool }) => {
    const event = { guid: "c1", name: "pull_request", action: "opened", jobKey: "check:1#9" };
    await noteEvent(pool, event);
    expect(await startEvents(pool, "check:1#9")).toBe(false);
    await noteEvent(pool, { ...event, guid: "c2", action: "synchronize" });
    expect(await startEvents(pool, "check:1#9")).toBe(true);
    await finishEvents(pool, "check:1#9");
    await noteEvent(pool, { ...event, guid: "c3", action: "edited" });
    expect(await startEvents(pool, "check:1#9")).toBe(false);
  });

  promise("keeps what the newest delivery said of a pull request, in whatever order they arrive", async ({ pool }) => {
    const pull = {
      repositoryId: 1,
      number: 4,
      headSha: "new",
      baseSha: "base",
      baseRef: "main",
      draft: false,
      open: true,
      labels: ["bug"],
      changedAt: "2026-03-02T10:00:05.000Z",
    };
    await savePull(pool, pull);
    await savePull(pool, { ...pull, headSha: "old", changedAt: "2026-03-02T10:00:01.000Z" });
    expect(await findPull(pool, 1, 4)).toEqual({ ...pull, commentId: null, ties: 0 });
  });

  promise("knows when two deliveries of one moment say different things, until GitHub is asked", async ({ pool }) => {
    const changedAt = "2026-03-02T10:00:05.000Z";
    const one = { repositoryId: 1, number: 6, baseSha: "b", baseRef: "main", draft: false, open: true, labels: [] };
    const [opened, pushed] = [
      { ...one, headSha: "first", changedAt },
      { ...one, headSha: "second", changedAt },
    ];
    const ties = async () => (await findPull(pool, 1, 6))?.ties;
    await savePull(pool, pushed);
    await savePull(pool, pushed);
    expect(await ties()).toBe(0);
    await savePull(pool, opened);
    expect(await ties()).toBe(1);
    await savePull(pool, opened);
    expect(await ties()).toBe(1);
    await savePull(pool, { ...opened, open: false });
    await settlePull(pool, pushed, 1);
    expect(await findPull(pool, 1, 6)).toMatchObject({ open: false, ties: 2 });
    await settlePull(pool, pushed, 2);
    expect(await findPull(pool, 1, 6)).toMatchObject({ headSha: "second", open: true, ties: 0 });
    await savePull(pool, opened);
    await savePull(pool, { ...pushed, changedAt: "2026-03-02T10:00:06.000Z" });
    expect(await findPull(pool, 1, 6)).toMatchObject({ headSha: "second", ties: 0 });
  });

  promise("asks a repository on one pull request, also when two come at the same moment", async ({ pool }) => {
    await saveRepository(pool, REPOSITORY);
    const answers = await Promise.all([asksOn(pool, 1, 4), asksOn(pool, 1, 5), asksOn(pool, 1, 6)]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await asksOn(pool, 1, 4 + answers.indexOf(true))).toBe(true);
  });

  promise("has one handoff per experiment, and finds it by its issue in any case of letters", async ({ pool }) => {
    const key = { repositoryNodeId: "R_1", manifestPath: "ai-experiment.yml" };
    await Promise.all([intendHandoff(pool, key, 1), intendHandoff(pool, key, 1)]);
    await updateHandoff(pool, key, {
      state: "open",
      intake: "acme/dev-intake",
      issueNumber: 57,
      causes: [CAUSE],
    });
    const found = await findHandoffByIssue(pool, "Acme/Dev-Intake", 57);
    expect(found).toMatchObject({ ...key, state: "open", causes: [CAUSE] });
    expect(await findHandoff(pool, { ...key, manifestPath: "other.yml" })).toBeNull();
  });

  promise("keeps the first value of a setting", async ({ pool }) => {
    expect(await keptSetting(pool, "marker-key", "one")).toBe("one");
    expect(await keptSetting(pool, "marker-key", "two")).toBe("one");
  });

  promise("shows when somebody changed the audit trail", async (database) => {
    const at = new Date("2026-03-02T10:00:00Z");
    const entry = { at, repositoryId: 1, actor: "dev-dana", action: "accept", detail: { issue: 57 } };
    await transaction(database, (sql) => record(sql, entry));
    await transaction(database, (sql) => record(sql, { ...entry, action: "route" }));
    expect((await auditTrail(database.pool)).map(({ intact }) => intact)).toEqual([true, true]);
    await database.pool.query("update handrail.audit set actor = 'someone-else' where action = 'accept'");
    expect((await auditTrail(database.pool)).map(({ intact }) => intact)).toEqual([false, true]);
  });

  promise("leaves nothing of a transaction that failed", async (database) => {
    const failing = transaction(database, async (sql) => {
      await keptSetting(sql, "half", "written");
      throw new Error("stop here");
    });
    await expect(failing).rejects.toThrow("stop here");
    expect(await keptSetting(database.pool, "half", "afterwards")).toBe("afterwards");
  });

  promise("answers everybody's own question, however many ask at once", async ({ pool }) => {
    const ask = async (n: number) =>
      (await pool.query("select $1::int + $2::int as sum, $3::text as text", [n, 1, "x".repeat(n)])).rows[0];
    const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => ask(n)));
    expect(answers).toEqual(Array.from({ length: 300 }, (_, n) => ({ sum: n + 1, text: "x".repeat(n) })));
  });

  promise("lets one in at a time under a name, and goes on after a failure", async (database) => {
    const lock = locks(database);
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside++;
      most = Math.max(most, inside);
      await new Promise((done) => setTimeout(done, 5));
      inside--;
    };
    const failing = lock("handoff:R_1", () => Promise.reject(new Error("no"))).catch(() => undefined);
    await Promise.all([failing, ...Array.from({ length: 8 }, () => lock("handoff:R_1", work))]);
    expect(most).toBe(1);
  });
});

describe("the queue", () => {
  promise("never overlaps in one queue, and collapses what waits under one key", async (database) => {
    const ran: string[] = [];
    let inside = 0;
    let most = 0;
    const task = async (payload: unknown) => {
      inside++;
      most = Math.max(most, inside);
      ran.push((payload as { head: string }).head);
      await new Promise((done) => setTimeout(done, 20));
      inside--;
    };
    for (const head of ["a", "b", "c", "d", "e"])
      await addJob(database.pool, { task: "check", payload: { head }, queue: "acme#1", key: "check:acme#1" });
    for (const head of ["x", "y", "z"])
      await addJob(database.pool, { task: "check", payload: { head }, queue: "acme#1", key: `check:${head}` });
    const runner = await startQueue(database, {
      workers: 4,
      tasks: { check: task },
      crontab: "",
      onFailure: () => undefined,
    });
    while (ran.length < 4) await new Promise((done) => setTimeout(done, 20));
    await runner.stop();
    expect(ran.toSorted()).toEqual(["e", "x", "y", "z"]);
    expect(most).toBe(1);
  });
});

test("a second process is told kindly that the folder is in use", async () => {
  await expect(openDatabase({ kind: "embedded", folder })).rejects.toThrow(/already uses the folder/);
});

test("a job of a worker that is still alive is never given to another, however long it takes", async () => {
  const database = opened.find(({ kind }) => kind === "postgres");
  if (database === undefined) return;
  let ran = 0;
  const tasks = {
    long: async () => {
      ran++;
      await new Promise((done) => setTimeout(done, 500));
      await database.pool.query("update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'");
      await releaseDead(database);
      await new Promise((done) => setTimeout(done, 1500));
    },
  };
  await addJob(database.pool, { task: "long", payload: {}, queue: "long", key: "long" });
  const one = await startQueue(database, { workers: 1, tasks, crontab: "", onFailure: () => undefined });
  const two = await startQueue(database, { workers: 1, tasks, crontab: "", onFailure: () => undefined });
  await until("the job to begin", async () => ran > 0);
  await new Promise((done) => setTimeout(done, 2500));
  await Promise.all([one.stop(), two.stop()]);
  expect(ran).toBe(1);
});
