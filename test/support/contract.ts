import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

/**
 * GitHub's own description of its API, cut to what we use, and the limits it leaves out. Every request of every test
 * goes through it.
 */

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: object;
}

interface Operation {
  readonly parameters: readonly Parameter[];
  readonly body?: object;
}

const description = JSON.parse(readFileSync(join(process.cwd(), "test/fixtures/github-api.json"), "utf8")) as {
  readonly operations: Readonly<Record<string, Operation>>;
};

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true, validateFormats: false });

const operations = Object.entries(description.operations).map(([route, operation]) => {
  const [method = "", path = ""] = route.split(" ");
  const pattern = path
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\{(path|ref|branch|name)\}/g, "(?<$1>.+)")
    .replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return {
    route,
    method,
    pattern: new RegExp(`^${pattern}$`),
    operation,
    body: operation.body === undefined ? null : ajv.compile(operation.body),
    query: new Map(
      operation.parameters
        .filter((p) => p.in === "query")
        .map((p) => [p.name, ajv.compile({ type: "object", properties: { v: p.schema } })] as const),
    ),
  };
});

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Limits that the description does not state: characters of text, and numbers of things. */
const TEXT_LIMITS: Readonly<Record<string, number>> = {
  body: 65_536,
  title: 256,
  summary: 65_535,
  text: 65_535,
  name: 100,
  description: 100,
};

/** Everything that GitHub would not take, in one line each. */
export function deviations({ method, path, query, body }: SeenRequest): readonly string[] {
  if (path === "/graphql" || path.endsWith("/access_tokens")) return [];
  const found = operations.find((one) => one.method === method && one.pattern.test(path));
  if (found === undefined) return [`${method} ${path}: there is no such operation`];
  const say = (what: string) => `${found.route}: ${what}`;
  const wrongQuery = [...query].flatMap(([name, value]) => {
    const check = found.query.get(name);
    if (check === undefined) return [say(`no parameter ${name}`)];
    return check({ v: value }) ? [] : [say(`${name}=${value} is not taken`)];
  });
  const unread = found.body === null && Object.keys(body).length > 0 ? [say("it takes no body")] : [];
  return [
    ...wrongQuery,
    ...unread,
    ...wrongBody(found.body, body).map(say),
    ...tooLong(body).map(say),
    ...incomplete(found.route, body).map(say),
  ];
}

function wrongBody(check: ValidateFunction | null, body: SeenRequest["body"]): readonly string[] {
  if (check === null || check(structuredClone(body))) return [];
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function tooLong(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const most = TEXT_LIMITS[key];
    if (typeof inner === "string" && most !== undefined && inner.length > most)
      return [`${key} is longer than ${most}`];
    return tooLong(inner);
  });
}

/** What is only true of several fields together. */
function incomplete(route: string, body: SeenRequest["body"]): readonly string[] {
  if (!route.includes("/check-runs") || route.startsWith("GET")) return [];
  const finished = body.status === "completed" && body.conclusion === undefined;
  const annotations =
    (body.output as { annotations?: { start_line: number; end_line: number; start_column?: number }[] } | undefined)
      ?.annotations ?? [];
  return [
    ...(finished ? ["completed without a conclusion"] : []),
    ...(annotations.length > 50 ? ["more than 50 annotations"] : []),
    ...(annotations.some((a) => a.start_line !== a.end_line && a.start_column !== undefined)
      ? ["columns over several lines"]
      : []),
  ];
}

/** A `fetch` that notes what GitHub would not take, for servers that take everything. */
export function checkedFetch(base: string, noted: string[]): typeof fetch {
  return async (input, init) => {
    const url = new URL(typeof input === "string" || input instanceof URL ? input : input.url);
    const text = typeof init?.body === "string" ? init.body : "";
    const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
    const path = decodeURIComponent(url.pathname.slice(new URL(base).pathname.replace(/\/$/, "").length));
    noted.push(...deviations({ method: init?.method ?? "GET", path, query: url.searchParams, body }));
    return fetch(input, init);
  };
}
