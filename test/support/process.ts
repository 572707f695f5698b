import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { freePort } from "../../tools/lib/ports.mjs";
import { KEY } from "./key.js";
import { until } from "./until.js";

/** The App as one file of plain JavaScript, for processes of their own. Returns its path and how to remove it. */
export async function builtApp(): Promise<{ readonly path: string; readonly remove: () => void }> {
  const folder = join(process.cwd(), "node_modules/.cache/handrail");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `app-${process.pid}.mjs`);
  const common = { bundle: true, packages: "external", platform: "node", format: "esm", target: "node20" } as const;
  await build({ ...common, entryPoints: ["src/app/main.ts"], outfile: path, logLevel: "error" });
  return { path, remove: () => rmSync(path, { force: true }) };
}

export interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  /** As a power cut would. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the App in a process of its own and waits until it is ready; a worker alone is not waited for. */
export async function startProcess(path: string, env: Readonly<Record<string, string>>): Promise<Running> {
  const port = await freePort();
  const settings: NodeJS.ProcessEnv = {
    APP_ID: "1",
    PRIVATE_KEY: KEY,
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: process.env.LOUD === undefined ? "fatal" : "info",
    ...env,
  };
  const child = spawn(process.execPath, [path], {
    env: { PATH: process.env.PATH ?? "", ...settings },
    stdio: ["ignore", "ignore", process.env.LOUD === undefined ? "ignore" : "inherit"],
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const url = `http://127.0.0.1:${port}`;
  const end = (signal: NodeJS.Signals) => () => {
    child.kill(signal);
    return ended;
  };
  if (env.HANDRAIL_ROLE === "worker") return { url, child, kill: end("SIGKILL"), stop: end("SIGTERM") };
  const isReady = async () => (await fetch(`${url}/readyz`).catch(() => null))?.status === 200;
  try {
    await until("the App", isReady, 90_000);
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  return { url, child, kill: end("SIGKILL"), stop: end("SIGTERM") };
}
