import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Service, startService } from "../../src/app/service.js";
import { withCluster } from "./database.js";
import { deliver, type Sent } from "./deliver.js";
import { FakeGitHub, type Repo } from "./fake-github.js";
import { KEY } from "./key.js";
import { until } from "./until.js";

/** The App in this process, on a GitHub of our own, with an organisation `acme` and the intake `dev-intake`. */
export interface World {
  readonly github: FakeGitHub;
  readonly service: Service;
  readonly intake: Repo;
  /** Delivers, and waits until nothing is left to do. */
  readonly send: (sent: Sent) => Promise<void>;
  /** Waits until nothing is left to do. */
  readonly settle: () => Promise<void>;
  readonly clock: { now: Date };
  readonly close: () => Promise<void>;
}

const SECRET = ["a test secret", "that is long enough"].join(" ");

export async function world(policy: string): Promise<World> {
  const github = new FakeGitHub();
  await github.start();
  const folder = mkdtempSync(join(tmpdir(), "handrail-world-"));
  github.commit(github.repo(".github", { private: false }), { "ai-experiment-policy.yml": policy }, "main");
  const intake = github.repo("dev-intake");
  const clock = { now: new Date() };
  const service = await startService(
    {
      appId: 1,
      privateKey: KEY,
      webhookSecret: SECRET,
      oldWebhookSecret: null,
      apiUrl: github.url,
      port: 0,
      host: "127.0.0.1",
      logLevel: "warn",
      database: { kind: "embedded", folder: withCluster(folder) },
      role: "both",
      workers: 4,
    },
    { quiet: process.env.LOUD === undefined, now: () => clock.now, client: { pace: { write: 1, notifications: 1 } } },
  );
  const { pool } = service.app.database;
  /** Whether nothing is left to do. A job that waits in case more comes need not wait here: nothing more is sent. */
  const idle = async () => {
    await pool.query("update graphile_worker._private_jobs set run_at = now() where run_at > now()");
    const { rows } = await pool.query<{ count: string }>(
      "select count(*) from graphile_worker._private_jobs where attempts < max_attempts",
    );
    return rows[0]?.count === "0";
  };
  const settle = () => until("the queue to be empty", idle).then(() => undefined);
  const send = async (sent: Sent) => {
    const status = await deliver({ url: service.url ?? "", secret: SECRET }, sent);
    if (status !== 202) throw new Error(`The delivery was answered with ${status}.`);
    await settle();
  };
  const close = async () => {
    await service.stop();
    await github.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await send({ event: "installation", payload: { action: "created", installation: { id: 100 } } });
  return { github, service, intake, send, settle, clock, close };
}
