import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Application } from "./application.js";
import { type Accepted, accept, isSigned } from "./ingress.js";
import { statusPage } from "./pages/status.js";

export interface Web {
  readonly app: Application;
  readonly appId: number;
  readonly secrets: readonly string[];
  /** Everything that must work before we say that we are ready. Throws when something does not. */
  readonly check: () => Promise<void>;
}

/** GitHub sends at most 25 MB; anything longer is not from GitHub, and is not read. Bytes. */
const LARGEST_BODY = 26_000_000;
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 60_000;

/** The HTTP server: the webhook, and pages for people and machines that watch over it. */
export function webServer(web: Web): Server {
  const server = createServer(
    { headersTimeout: HEADERS_WITHIN, requestTimeout: REQUEST_WITHIN, maxHeaderSize: 16_384 },
    (request, response) => {
      respond(web, request, response).catch((error: unknown) => {
        web.app.log.error("A request could not be answered.", error, { path: pathOf(request) });
        send(response, 500, "text/plain", "Something went wrong on our side.\n");
      });
    },
  );
  server.keepAliveTimeout = 5000;
  return server;
}

const WEBHOOK = "/api/github/webhooks";

async function respond(web: Web, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  if (path === WEBHOOK) return webhook(web, request, response);
  if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "text/plain", "Only GET.\n");
  switch (path) {
    case "/healthz":
      return send(response, 200, "text/plain", "ok\n");
    case "/readyz":
      return ready(web, response);
    case "/metrics":
      return metrics(web, response);
    case "/":
      return send(response, 200, "text/html", await statusPage(web.app));
    default:
      return send(response, 404, "text/plain", "There is nothing here.\n");
  }
}

async function ready({ check, app }: Web, response: ServerResponse): Promise<void> {
  try {
    await check();
    send(response, 200, "text/plain", "ready\n");
  } catch (error) {
    app.log.error("Not ready.", error);
    send(response, 503, "text/plain", "not ready\n");
  }
}

async function metrics({ app }: Web, response: ServerResponse): Promise<void> {
  const { rows } = await app.database.pool.query<{ count: string }>(
    "select count(*) from graphile_worker._private_jobs where attempts < max_attempts",
  );
  app.metrics.waiting.set(Number(rows[0]?.count ?? 0));
  send(response, 200, app.metrics.registry.contentType, await app.metrics.registry.metrics());
}

const STATUS: Readonly<Record<Accepted, number>> = {
  new: 202,
  known: 202,
  "nothing-to-do": 202,
  "not-understood": 400,
};

/** Signature first, then the store, then the answer; the work is done afterwards by whoever takes the job. */
async function webhook(
  { app, appId, secrets }: Web,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") return send(response, 405, "text/plain", "Only POST.\n");
  const event = header(request, "x-github-event") ?? "";
  const guid = header(request, "x-github-delivery") ?? "";
  const refuse = (status: number, outcome: string, text: string) => {
    app.metrics.deliveries.inc({ event: "refused", outcome });
    response.setHeader("connection", "close");
    send(response, status, "text/plain", text);
  };
  if (
    !/^[a-z_]{1,60}$/.test(event) ||
    !/^[\w-]{1,100}$/.test(guid) ||
    header(request, "x-hub-signature-256") === undefined
  )
    return refuse(400, "malformed", "This is not a delivery from GitHub.\n");
  const body = await bodyOf(request);
  if (body === null) return refuse(413, "too-large", "This is larger than what GitHub sends.\n");
  if (!isSigned(body, header(request, "x-hub-signature-256"), secrets))
    return refuse(401, "unsigned", "The signature does not fit.\n");
  const target = header(request, "x-github-hook-installation-target-id");
  if (target !== undefined && target !== String(appId)) return refuse(400, "other-app", "This is for another App.\n");
  const outcome = await accept(app, appId, { guid, event, body });
  app.metrics.deliveries.inc({ event, outcome });
  send(response, STATUS[outcome], "application/json", `${JSON.stringify({ outcome })}\n`);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The body, or nothing as soon as it is too long: what is announced or sent beyond that is never held. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) return Promise.resolve(null);
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > LARGEST_BODY) {
        request.pause();
        chunks.length = 0;
        done(null);
      } else chunks.push(chunk);
    });
    request.on("end", () => done(Buffer.concat(chunks)));
    request.on("error", fail);
  });
}

function pathOf({ url }: IncomingMessage): string {
  return (url ?? "/").split("?")[0] ?? "/";
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  if (response.headersSent) return;
  const charset = type.includes("charset") ? type : `${type}; charset=utf-8`;
  response.writeHead(status, {
    "content-type": charset,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "cache-control": "no-store",
  });
  response.end(text);
}
