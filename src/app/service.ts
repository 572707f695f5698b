import type { Server } from "node:http";
import { openDatabase } from "../store/database.js";
import { prepareQueue } from "../store/queue.js";
import { type Application, application } from "./application.js";
import { type ClientSettings, clients } from "./clients.js";
import { webServer } from "./http.js";
import { makeLog } from "./log.js";
import { makeMetrics } from "./metrics.js";
import type { Settings } from "./settings.js";
import { startWorkers } from "./worker.js";

export interface Service {
  readonly app: Application;
  /** Where it listens; nothing for a worker alone. */
  readonly url: string | null;
  /** Takes no more requests and jobs, finishes what is begun, and closes the database. */
  readonly stop: () => Promise<void>;
}

/** What tests and the demo replace. */
export interface Replacements {
  readonly now?: () => Date;
  readonly client?: Pick<ClientSettings, "fetch" | "pace">;
  readonly quiet?: boolean;
}

/** The database and everything that a job works with, without a web server and without workers. */
export async function openApplication(settings: Settings, replaced: Replacements = {}): Promise<Omit<Service, "url">> {
  const log = makeLog(replaced.quiet === true ? "silent" : settings.logLevel);
  const database = await openDatabase(settings.database);
  await prepareQueue(database);
  const app = await application({
    database,
    log,
    clients: clients({ ...settings, ...replaced.client }, log),
    metrics: makeMetrics(),
    privateKey: settings.privateKey,
    apiUrl: settings.apiUrl,
    now: replaced.now ?? (() => new Date()),
  });
  return { app, stop: () => database.close() };
}

/** Database, then web server and workers, as the role says. */
export async function startService(settings: Settings, replaced: Replacements = {}): Promise<Service> {
  const { app, stop: close } = await openApplication(settings, replaced);
  const workers = settings.role === "web" ? null : await startWorkers(app, settings.workers);
  const server = settings.role === "worker" ? null : await listening(app, settings);
  const url = server === null ? null : addressOf(server);
  app.log.info("Handrail is running.", { url, role: settings.role, database: app.database.kind });
  const stop = async () => {
    if (server !== null) await closed(server);
    await workers?.stop();
    await close();
  };
  return { app, url, stop };
}

async function listening(app: Application, settings: Settings): Promise<Server> {
  const secrets = [settings.webhookSecret, settings.oldWebhookSecret].flatMap((secret) => secret ?? []);
  const check = async () => {
    await app.database.pool.query("select 1");
    await app.clients.identity();
  };
  const server = webServer({ app, appId: settings.appId, secrets, check });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(settings.port, settings.host, done);
  });
  return server;
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });
}
