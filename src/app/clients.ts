import Bottleneck from "bottleneck";
import { Probot, ProbotOctokit } from "probot";
import type { GitHub } from "../github/client.js";
import type { Identity } from "../github/identity.js";
import type { Log } from "./log.js";

/** Octokit, signed in as the App or as one of its installations. */
export interface Clients {
  readonly installation: (id: number) => Promise<GitHub>;
  readonly app: () => Promise<GitHub>;
  /** Asked once. */
  readonly identity: () => Promise<Identity>;
}

export interface Pace {
  readonly write: number;
  readonly notifications: number;
}

const PACE: Pace = { write: 350, notifications: 750 };

export interface ClientSettings {
  readonly appId: number;
  readonly privateKey: string;
  readonly apiUrl: string | null;
  readonly webhookSecret: string;
  /** Milliseconds between two writes, and between two new contents, of one installation. */
  readonly pace?: Pace;
  /** Tests look at every request through it. */
  readonly fetch?: typeof fetch;
}

/**
 * Without this, Probot lets every installation wait in one line: one write a second for all of them together. GitHub
 * counts per installation, 900 points a minute with 5 for a write, and 80 new contents a minute.
 */
function throttle(pace: Pace) {
  const write = new Bottleneck.Group({ maxConcurrent: 1, minTime: pace.write });
  const notifications = new Bottleneck.Group({ maxConcurrent: 1, minTime: pace.notifications });
  return { write, notifications };
}

export function clients(settings: ClientSettings, log: Log): Clients {
  const groups = throttle(settings.pace ?? PACE);
  const Octokit = ProbotOctokit.defaults((options: OctokitOptions) => ({
    ...options,
    throttle: { ...options.throttle, ...groups, enabled: true, id: String(options.auth?.installationId ?? "app") },
  }));
  const probot = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    secret: settings.webhookSecret,
    Octokit,
    log: log.pino,
    ...(settings.apiUrl === null ? {} : { baseUrl: settings.apiUrl }),
    ...(settings.fetch === undefined ? {} : { request: { fetch: settings.fetch } }),
  });
  const kept = new Map<number, Promise<GitHub>>();
  let known: Promise<Identity> | null = null;
  const app = async (): Promise<GitHub> => probot.auth();
  const ask = async (): Promise<Identity> => {
    const { data } = await (await app()).request("GET /app");
    return { appId: settings.appId, slug: data?.slug ?? "" };
  };
  return {
    app,
    installation: (id) => {
      const client = kept.get(id) ?? probot.auth(id).then((octokit): GitHub => octokit);
      kept.set(id, client);
      client.catch(() => kept.delete(id));
      return client;
    },
    identity: () => {
      known ??= ask().catch((error: unknown) => {
        known = null;
        throw error;
      });
      return known;
    },
  };
}

interface OctokitOptions {
  readonly auth?: { readonly installationId?: number };
  readonly throttle?: object;
}
