// The stage of the demo: an offline GitHub, and the App as it is built, in a process of its own.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../lib/load.mjs";
import { openOfflineGitHub } from "../lib/offline-github.mjs";
import { freePort } from "../lib/ports.mjs";

export async function openStage(policy) {
  const port = await freePort();
  const secret = randomBytes(24).toString("hex");
  const github = await openOfflineGitHub({ port, secret, policy });
  const folder = mkdtempSync(join(tmpdir(), "handrail-demo-"));
  const app = await startApp({
    APP_ID: String(github.appId),
    PRIVATE_KEY: github.privateKey,
    WEBHOOK_SECRET: secret,
    GITHUB_API_URL: github.url,
    PORT: String(port),
    HOST: "127.0.0.1",
    HANDRAIL_DATA: join(folder, "data"),
    LOG_LEVEL: "warn",
  });
  const close = async () => {
    await app.stop();
    await github.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { as: github.as, url: github.url, appUrl: `http://127.0.0.1:${port}`, close };
}

/** `node dist/server.mjs`, until it says that it is ready. */
async function startApp(settings) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...settings };
  const child = spawn(process.execPath, [join(root, "dist/server.mjs")], {
    env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-8000);
  });
  const ended = new Promise((done) => child.once("exit", done));
  const ready = async () => (await fetch(`http://127.0.0.1:${settings.PORT}/readyz`).catch(() => null))?.status === 200;
  await until(
    "the App to start",
    async () => {
      if (child.exitCode !== null) throw new Error(`The App stopped while it started:\n${said}`);
      return ready();
    },
    120_000,
  );
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { stop };
}

/** Asks until there is an answer. */
export async function until(what, ask, within = 60_000) {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`The demo waited in vain for ${what}.`);
    await new Promise((done) => setTimeout(done, 150));
  }
}
