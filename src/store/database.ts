import { createHash } from "node:crypto";
import { lstat, mkdir, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { EmbeddedSession } from "./embedded-session.js";
import { migrate } from "./migrations.js";

/** An open database with its tables in place: Postgres, or the one that comes with Handrail and lives in a folder. */
export interface Database {
  readonly kind: "embedded" | "postgres";
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

export type Sql = Pick<pg.Pool, "query">;

export type DatabaseSettings =
  | { readonly kind: "postgres"; readonly url: string; readonly connections?: number }
  | { readonly kind: "embedded"; readonly folder: string };

export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const database = settings.kind === "postgres" ? openPostgres(settings) : await openEmbedded(settings.folder);
  try {
    await migrate(database.pool);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function openPostgres({ url, connections = 20 }: { readonly url: string; readonly connections?: number }): Database {
  const pool = watched(new pg.Pool({ connectionString: url, max: connections }));
  return { kind: "postgres", pool, close: () => pool.end() };
}

/** One process at a time: whoever listens on the folder's socket has it, and a process that dies gives it back. */
async function openEmbedded(folder: string): Promise<Database> {
  const { PGlite } = await import("@electric-sql/pglite");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const giveBack = await claim(folder);
  const db = await PGlite.create(join(folder, "pg"));
  const session = new EmbeddedSession(db);
  const stream = () => session.connection() as Socket;
  const pool = watched(new pg.Pool({ user: "postgres", database: "postgres", max: 20, ssl: false, stream }));
  const close = async () => {
    await pool.end();
    await db.close();
    await giveBack();
  };
  return { kind: "embedded", pool, close };
}

async function claim(folder: string): Promise<() => Promise<void>> {
  const path = join(await privateFolder(folder), "in-use");
  if (await answers(path)) throw new Error(IN_USE(folder));
  await rm(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(path, done);
  });
  server.unref();
  return () => new Promise((done) => server.close(() => done()));
}

const IN_USE = (folder: string) =>
  `Another Handrail already uses the folder ${folder}. Stop it first, choose another HANDRAIL_DATA, or set DATABASE_URL to share one Postgres.`;

/** In the system's temporary folder, because a socket's path may only be about 100 characters long. Ours alone. */
async function privateFolder(folder: string): Promise<string> {
  const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16);
  const path = join(tmpdir(), `handrail-${name}`);
  await mkdir(path, { recursive: true, mode: 0o700 });
  const found = await lstat(path);
  const ours = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !ours || (found.mode & 0o077) !== 0)
    throw new Error(`The folder ${path} is not private to this user. Remove it and start again.`);
  return path;
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once("connect", () => done(true) ?? socket.destroy());
    socket.once("error", () => done(false));
  });
}

/** An idle connection that breaks is replaced by the pool; without a listener it would end the process. */
function watched(pool: pg.Pool): pg.Pool {
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool.on("error", () => undefined);
}

/** All or nothing. Keep it short: the embedded database lets nobody else in meanwhile. */
export async function transaction<T>({ pool }: Database, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
