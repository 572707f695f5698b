import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSettings } from "../store/database.js";

export interface Settings {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** The second one while a secret is being changed. */
  readonly oldWebhookSecret: string | null;
  /** Nothing for github.com. */
  readonly apiUrl: string | null;
  readonly port: number;
  readonly host: string;
  readonly logLevel: LogLevel;
  readonly database: DatabaseSettings;
  readonly role: "web" | "worker" | "both";
  readonly workers: number;
}

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that keeps the App from starting, in sentences for the person who starts it. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`Handrail can't start yet:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/** The environment, checked as a whole: every problem is told at once. */
export function readSettings(env: Env): Settings {
  const problems: string[] = [];
  const ask = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  };
  const role = ask(() => roleOf(env), "both");
  const settings: Settings = {
    appId: ask(() => number(env, "APP_ID", null, "It is on the App's page on GitHub, under General."), 0),
    privateKey: ask(() => privateKeyOf(env), ""),
    webhookSecret: ask(() => secretOf(env, "WEBHOOK_SECRET"), ""),
    oldWebhookSecret:
      text(env, "WEBHOOK_SECRET_OLD") === null ? null : ask(() => secretOf(env, "WEBHOOK_SECRET_OLD"), ""),
    apiUrl: ask(() => apiUrlOf(env), null),
    port: ask(() => number(env, "PORT", 3000), 3000),
    host: text(env, "HOST") ?? "0.0.0.0",
    logLevel: LOG_LEVELS.find((level) => level === text(env, "LOG_LEVEL")) ?? "info",
    database: databaseOf(env),
    role,
    workers: ask(() => number(env, "HANDRAIL_WORKERS", 4), 4),
  };
  if (role !== "both" && settings.database.kind === "embedded")
    problems.push(
      `HANDRAIL_ROLE=${role} needs DATABASE_URL: the database that comes with Handrail is for one process.`,
    );
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

function text(env: Env, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === "" ? null : value;
}

function number(env: Env, name: string, otherwise: number | null, hint = ""): number {
  const value = text(env, name);
  if (value === null && otherwise !== null) return otherwise;
  if (value === null) throw new Error(`${name} is missing. ${hint}`.trim());
  if (!/^\d{1,12}$/.test(value)) throw new Error(`${name} should be a number and is not. ${hint}`.trim());
  return Number(value);
}

const SHORTEST_SECRET = 16;
const KNOWN_WORDS = ["development", "secret", "changeme", "webhooksecret", "password"];

/** Probot's own default is the word "development": anybody could send us anything. */
function secretOf(env: Env, name: string): string {
  const value = text(env, name);
  const how = "Make one with `openssl rand -hex 32`, and put the same into the App's settings on GitHub.";
  if (value === null) throw new Error(`${name} is missing: without it, anybody could pretend to be GitHub. ${how}`);
  const isKnown = KNOWN_WORDS.includes(value.toLowerCase().replace(/[^a-z]/g, ""));
  if (isKnown || value.length < SHORTEST_SECRET || new Set(value).size < 5)
    throw new Error(`${name} is too easy to guess (${SHORTEST_SECRET} characters or more, no plain word). ${how}`);
  return value;
}

function privateKeyOf(env: Env): string {
  const path = text(env, "PRIVATE_KEY_PATH");
  const given = text(env, "PRIVATE_KEY");
  if (given === null && path === null)
    throw new Error("PRIVATE_KEY (or PRIVATE_KEY_PATH) is missing. Make a key on the App's page on GitHub.");
  if (given === null && path !== null && !existsSync(path))
    throw new Error(`PRIVATE_KEY_PATH: there is no file ${path}.`);
  const raw = given ?? readFileSync(path ?? "", "utf8");
  const key = raw.includes("-----BEGIN") ? raw.replaceAll("\\n", "\n") : Buffer.from(raw, "base64").toString("utf8");
  if (!key.includes("PRIVATE KEY-----")) throw new Error("PRIVATE_KEY is not a private key in PEM form.");
  return key;
}

function apiUrlOf(env: Env): string | null {
  const url = text(env, "GITHUB_API_URL");
  const host = text(env, "GHE_HOST");
  if (url === null && host === null) return null;
  const full = url ?? `${text(env, "GHE_PROTOCOL") ?? "https"}://${host}/api/v3`;
  if (!URL.canParse(full))
    throw new Error(`${url === null ? "GHE_HOST" : "GITHUB_API_URL"} is not an address: ${full}`);
  return full.replace(/\/+$/, "");
}

function databaseOf(env: Env): DatabaseSettings {
  const url = text(env, "DATABASE_URL");
  if (url !== null) return { kind: "postgres", url };
  return { kind: "embedded", folder: join(text(env, "HANDRAIL_DATA") ?? ".handrail") };
}

function roleOf(env: Env): Settings["role"] {
  const role = text(env, "HANDRAIL_ROLE") ?? "both";
  if (role === "web" || role === "worker" || role === "both") return role;
  throw new Error(`HANDRAIL_ROLE is ${role}; it can be web, worker or both.`);
}
