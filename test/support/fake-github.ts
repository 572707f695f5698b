import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { blobSha } from "../../src/github/patch.js";
import { deviations } from "./contract.js";

/**
 * A small GitHub of our own, over HTTP, for what the emulator lacks: GraphQL, reactions, custom properties, deliveries,
 * merge groups, and a head that moves. It counts every request. Its state is plain data, for tests to look at.
 */
export class FakeGitHub {
  readonly requests: Request_[] = [];
  readonly repos = new Map<string, Repo>();
  readonly teams = new Map<string, readonly string[]>([["acme/dev", ["dana"]]]);
  readonly permissions = new Map<string, string>();
  /** From `org/team` to the repositories that it maintains. */
  readonly maintained = new Map<string, readonly string[]>();
  deliveries: readonly Record<string, unknown>[] = [];
  readonly redelivered: number[] = [];
  /** Looks at every request before it is answered; a test may answer itself, wait, or fail. */
  intercept: (request: Request_) => Promise<Answer | null> | Answer | null = () => null;
  /** What GitHub itself would not have taken. */
  readonly deviations: string[] = [];
  onRequest: (request: Request_) => void = () => {};
  url = "";
  #server: Server | null = null;
  #id = 1000;

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request).then(
        ({ status, body, headers }) => {
          response.writeHead(status, { "content-type": "application/json", ...headers });
          response.end(body === undefined ? "" : JSON.stringify(body));
        },
        (error: unknown) => {
          response.writeHead(500);
          response.end(JSON.stringify({ message: String(error) }));
        },
      );
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    this.url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    this.#server = server;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((done) => this.#server?.close(done));
  }

  /** The same GitHub under an address of its own, for a process whose requests a test wants to know from others. */
  urlFor(name: string): string {
    return `${this.url}/as/${name}`;
  }

  nextId(): number {
    return this.#id++;
  }

  repo(name: string, options: Partial<Pick<Repo, "private" | "properties" | "topics">> = {}): Repo {
    const repo: Repo = {
      id: this.nextId(),
      name,
      private: options.private ?? true,
      properties: options.properties ?? {},
      topics: options.topics ?? [],
      commits: new Map(),
      heads: new Map(),
      issues: [],
      comments: [],
      labels: new Set(),
      checks: [],
      merged: new Map(),
      reviews: [],
      codeowners: null,
      rules: [],
    };
    this.repos.set(`acme/${name}`, repo);
    this.commit(repo, {}, "main");
    return repo;
  }

  /** A commit with exactly these files on a branch. */
  commit(repo: Repo, files: Readonly<Record<string, string>>, branch: string): string {
    const parent = repo.heads.get(branch) ?? repo.heads.get("main") ?? null;
    const tree = sha(JSON.stringify(Object.entries(files).sort()));
    const id = sha(`${repo.id} ${tree} ${parent} ${repo.commits.size}`);
    repo.commits.set(id, { files, tree, parent });
    repo.heads.set(branch, id);
    return id;
  }

  async #answer(incoming: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const url = new URL(incoming.url ?? "/", this.url);
    const text = Buffer.concat(chunks).toString("utf8");
    const [, by = "", path = ""] = /^(?:\/as\/(\w+))?(\/.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
    const request: Request_ = {
      method: incoming.method ?? "GET",
      path,
      by,
      query: url.searchParams,
      body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
    };
    if (!request.path.endsWith("/access_tokens") && request.path !== "/app") this.requests.push(request);
    this.deviations.push(...deviations(request));
    this.onRequest(request);
    return (await this.intercept(request)) ?? answerTo(this, request);
  }

  /** Requests since the last call, but for the App's own sign-in. */
  take(): readonly string[] {
    return this.requests.splice(0).map(({ method, path }) => `${method} ${path}`);
  }
}

export interface Request_ {
  readonly method: string;
  readonly path: string;
  /** Who asked, as far as it was given an address of its own: {@link FakeGitHub.urlFor}. */
  readonly by: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Repo {
  readonly id: number;
  name: string;
  readonly private: boolean;
  readonly properties: Readonly<Record<string, string>>;
  readonly topics: readonly string[];
  readonly commits: Map<string, Commit>;
  readonly heads: Map<string, string>;
  readonly issues: FakeIssue[];
  readonly comments: FakeComment[];
  readonly labels: Set<string>;
  readonly checks: FakeCheck[];
  /** From a commit on the default branch to the pull request that brought it. */
  readonly merged: Map<string, number>;
  readonly reviews: { readonly pull: number; readonly login: string; readonly state: string }[];
  /** What is wrong with CODEOWNERS; `null` without such a file. */
  codeowners: readonly object[] | null;
  /** Types of rules on the default branch. */
  rules: readonly string[];
}

interface Commit {
  readonly files: Readonly<Record<string, string>>;
  readonly tree: string;
  readonly parent: string | null;
}

export interface FakeIssue {
  readonly number: number;
  title: string;
  body: string;
  state: string;
  labels: string[];
  readonly user: { login: string };
  readonly isPull: boolean;
}

export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly user: { login: string };
  readonly reactions: string[];
}

export interface FakeCheck {
  readonly id: number;
  readonly head_sha: string;
  readonly name: string;
  conclusion: string;
  external_id: string;
  output: { title: string; summary: string; annotations?: unknown[] };
  annotations: number;
}

const BOT = { login: "handrail[bot]" };
const sha = (text: string) => createHash("sha1").update(text).digest("hex");
const ok = (body: unknown, status = 200): Answer => ({ status, body });
const GONE: Answer = { status: 404, body: { message: "Not Found" } };

type Handler = (github: FakeGitHub, request: Request_, parts: readonly string[]) => Answer;

function answerTo(github: FakeGitHub, request: Request_): Answer {
  for (const [method, pattern, handler] of ROUTES) {
    const match = method === request.method ? pattern.exec(request.path) : null;
    if (match !== null) return handler(github, request, match.slice(1));
  }
  return GONE;
}

/** Handlers for `/repos/OWNER/NAME/...`: the repository is looked up first. */
const inRepo =
  (handler: (repo: Repo, request: Request_, parts: readonly string[], github: FakeGitHub) => Answer): Handler =>
  (github, request, [owner, name, ...parts]) => {
    const repo = github.repos.get(`${owner}/${name}`);
    return repo === undefined ? GONE : handler(repo, request, parts, github);
  };

const R = "^/repos/([^/]+)/([^/]+)";
const at = (rest: string) => new RegExp(`${R}${rest}$`);

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  ["GET", /^\/app$/, () => ok({ id: 1, slug: "handrail" })],
  [
    "POST",
    /^\/app\/installations\/\d+\/access_tokens$/,
    () => ok({ token: "a-token", expires_at: new Date(Date.now() + 3_600_000).toISOString() }, 201),
  ],
  ["GET", /^\/app\/hook\/deliveries$/, (github) => ok(github.deliveries)],
  [
    "POST",
    /^\/app\/hook\/deliveries\/(\d+)\/attempts$/,
    (github, _, [id]) => {
      github.redelivered.push(Number(id));
      return ok({}, 202);
    },
  ],
  [
    "GET",
    /^\/installation\/repositories$/,
    (github) =>
      ok({ total_count: github.repos.size, repositories: [...github.repos.values()].map((r) => repoJson(r)) }),
  ],
  ["POST", /^\/graphql$/, graphql],
  [
    "GET",
    /^\/orgs\/([^/]+)\/teams\/([^/]+)\/memberships\/([^/]+)$/,
    (github, _, [org, team, login = ""]) =>
      github.teams.get(`${org}/${team}`)?.includes(login) === true ? ok({ state: "active", role: "member" }) : GONE,
  ],
  [
    "GET",
    /^\/orgs\/([^/]+)\/teams\/([^/]+)\/repos\/[^/]+\/([^/]+)$/,
    (github, _, [org, team, name = ""]) =>
      github.maintained.get(`${org}/${team}`)?.includes(name) === true
        ? ok({ permissions: { admin: false, maintain: true, push: true } })
        : GONE,
  ],
  ["GET", at(""), inRepo((repo) => ok(repoJson(repo)))],
  ["GET", at("/compare/([0-9a-zA-Z]+)\\.\\.\\.([0-9a-f]+)"), inRepo(compare)],
  ["GET", at("/git/trees/([0-9a-f]+)"), inRepo(tree)],
  ["GET", at("/git/blobs/([0-9a-f]+)"), inRepo(blob)],
  ["GET", at("/contents/(.+)"), inRepo(contents)],
  ["POST", at("/check-runs"), inRepo(createCheck)],
  ["PATCH", at("/check-runs/(\\d+)"), inRepo(editCheck)],
  [
    "GET",
    at("/commits/([^/]+)/check-runs"),
    inRepo((repo, _, [ref]) => {
      const id = repo.heads.get(ref ?? "") ?? ref;
      const runs = repo.checks.filter((run) => run.head_sha === id).map((run) => ({ ...run, status: "completed" }));
      return ok({ total_count: runs.length, check_runs: runs });
    }),
  ],
  [
    "GET",
    at("/commits/([0-9a-f]+)/pulls"),
    inRepo((repo, _, [id = ""]) => {
      const number = repo.merged.get(id);
      return ok(number === undefined ? [] : [{ number }]);
    }),
  ],
  [
    "GET",
    at("/pulls/(\\d+)/reviews"),
    inRepo((repo, _, [number]) => {
      const own = repo.reviews.filter(({ pull }) => pull === Number(number));
      return ok(own.map(({ login, state }) => ({ user: { login }, state })));
    }),
  ],
  [
    "GET",
    at("/codeowners/errors"),
    inRepo(({ codeowners }) => (codeowners === null ? GONE : ok({ errors: codeowners }))),
  ],
  ["GET", at("/rules/branches/([^/]+)"), inRepo(({ rules }) => ok(rules.map((type) => ({ type }))))],
  [
    "GET",
    at("/git/ref/heads/(.+)"),
    inRepo((repo, _, [branch = ""]) => {
      const id = repo.heads.get(branch);
      return id === undefined ? GONE : ok({ ref: `refs/heads/${branch}`, object: { sha: id } });
    }),
  ],
  ["GET", at("/labels"), inRepo((repo) => ok([...repo.labels].map((name) => ({ name }))))],
  [
    "POST",
    at("/labels"),
    inRepo((repo, { body }) => {
      if (repo.labels.has(String(body.name))) return { status: 422, body: { message: "already_exists" } };
      repo.labels.add(String(body.name));
      return ok(body, 201);
    }),
  ],
  [
    "GET",
    at("/issues"),
    inRepo((repo, { query }, _, github) => {
      const mine = repo.issues.filter(
        ({ user }) => query.get("creator") === null || user.login === query.get("creator"),
      );
      const [size, page] = [Number(query.get("per_page") ?? 30), Number(query.get("page") ?? 1)];
      return ok(mine.slice((page - 1) * size, page * size).map((one) => issueJson(github, repo, one)));
    }),
  ],
  [
    "POST",
    at("/issues"),
    inRepo((repo, { body }, _, github) => {
      const issue = addIssue(repo, { title: String(body.title), body: String(body.body), labels: names(body.labels) });
      return ok(issueJson(github, repo, issue), 201);
    }),
  ],
  [
    "GET",
    at("/issues/(\\d+)"),
    inRepo((repo, _, [number], github) => {
      const issue = repo.issues.find((one) => one.number === Number(number));
      return issue === undefined ? GONE : ok(issueJson(github, repo, issue));
    }),
  ],
  [
    "PATCH",
    at("/issues/(\\d+)"),
    inRepo((repo, { body }, [number], github) => {
      const issue = repo.issues.find((one) => one.number === Number(number));
      if (issue === undefined) return GONE;
      Object.assign(issue, body);
      return ok(issueJson(github, repo, issue));
    }),
  ],
  [
    "POST",
    at("/issues/(\\d+)/labels"),
    inRepo((repo, { body }, [number]) => {
      const issue = repo.issues.find((one) => one.number === Number(number));
      issue?.labels.push(...names(body.labels).filter((name) => !issue.labels.includes(name)));
      return ok((issue?.labels ?? []).map((name) => ({ name })));
    }),
  ],
  [
    "DELETE",
    at("/issues/(\\d+)/labels/(.+)"),
    inRepo((repo, _, [number, name]) => {
      const issue = repo.issues.find((one) => one.number === Number(number));
      if (issue !== undefined) issue.labels = issue.labels.filter((label) => label !== name);
      return ok([]);
    }),
  ],
  [
    "GET",
    at("/issues/(\\d+)/comments"),
    inRepo((repo, _, [number]) => ok(repo.comments.filter(({ issue }) => issue === Number(number)))),
  ],
  [
    "POST",
    at("/issues/(\\d+)/comments"),
    inRepo((repo, { body }, [number], github) => {
      const comment = { id: github.nextId(), issue: Number(number), body: String(body.body), user: BOT, reactions: [] };
      repo.comments.push(comment);
      return ok(comment, 201);
    }),
  ],
  [
    "PATCH",
    at("/issues/comments/(\\d+)"),
    inRepo((repo, { body }, [id]) => {
      const comment = repo.comments.find((one) => one.id === Number(id));
      if (comment === undefined) return GONE;
      comment.body = String(body.body);
      return ok(comment);
    }),
  ],
  [
    "POST",
    at("/issues/comments/(\\d+)/reactions"),
    inRepo((repo, { body }, [id]) => {
      repo.comments.find((one) => one.id === Number(id))?.reactions.push(String(body.content));
      return ok({ id: 1, content: body.content }, 201);
    }),
  ],
  [
    "GET",
    at("/collaborators/([^/]+)/permission"),
    inRepo((repo, _, [login = ""], github) => {
      const permission = github.permissions.get(`${repo.name}/${login}`) ?? "none";
      return ok({ permission, role_name: permission });
    }),
  ],
  [
    "GET",
    at("/pulls"),
    inRepo((repo, _, __, github) =>
      ok(repo.issues.filter(({ isPull }) => isPull).map((one) => pullJson(github, repo, one))),
    ),
  ],
  [
    "GET",
    at("/pulls/(\\d+)"),
    inRepo((repo, _, [number], github) => {
      const pull = repo.issues.find((one) => one.number === Number(number) && one.isPull);
      return pull === undefined ? GONE : ok(pullJson(github, repo, pull));
    }),
  ],
];

const names = (labels: unknown) => (Array.isArray(labels) ? labels.map(String) : []);

export function addIssue(
  repo: Repo,
  {
    title,
    body = "",
    labels = [],
    isPull = false,
    login = BOT.login,
  }: Partial<FakeIssue> & { readonly title: string; readonly login?: string },
): FakeIssue {
  const issue = { number: repo.issues.length + 1, title, body, state: "open", labels, user: { login }, isPull };
  repo.issues.push(issue);
  return issue;
}

function issueJson(github: FakeGitHub, repo: Repo, issue: FakeIssue) {
  const { isPull, labels, ...rest } = issue;
  return {
    ...rest,
    labels: labels.map((name) => ({ name })),
    html_url: `${github.url}/acme/${repo.name}/issues/${issue.number}`,
    updated_at: "2026-03-02T10:00:00Z",
    ...(isPull ? { pull_request: {} } : {}),
  };
}

export function pullJson(github: FakeGitHub, repo: Repo, pull: FakeIssue, updatedAt = new Date().toISOString()) {
  return {
    ...issueJson(github, repo, pull),
    draft: false,
    head: { sha: repo.heads.get(`pull-${pull.number}`) ?? "", ref: `pull-${pull.number}` },
    base: { sha: repo.heads.get("main") ?? "", ref: "main" },
    updated_at: updatedAt,
  };
}

export function repoJson(repo: Repo) {
  return {
    id: repo.id,
    node_id: `R_${repo.id}`,
    name: repo.name,
    full_name: `acme/${repo.name}`,
    owner: { login: "acme" },
    private: repo.private,
    fork: false,
    archived: false,
    default_branch: "main",
    topics: repo.topics,
    custom_properties: repo.properties,
  };
}

function compare(repo: Repo, _: Request_, [baseRef = "", head = ""]: readonly string[]): Answer {
  const base = repo.heads.get(baseRef) ?? baseRef;
  const [before, after] = [repo.commits.get(base), repo.commits.get(head)];
  if (before === undefined || after === undefined) return GONE;
  const paths = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])].sort();
  const files = paths.flatMap((path) => {
    const [old, now] = [before.files[path], after.files[path]];
    if (old === now) return [];
    const status = old === undefined ? "added" : now === undefined ? "removed" : "modified";
    const patch = status === "added" ? { patch: additionPatch(now ?? "") } : {};
    return [{ filename: path, sha: blobSha(Buffer.from(now ?? old ?? "")), status, ...patch }];
  });
  const commit = (id: string, { tree: treeSha }: Commit) => ({ sha: id, commit: { tree: { sha: treeSha } } });
  return ok({
    merge_base_commit: commit(base, before),
    commits: [commit(head, after)],
    ahead_by: base === head ? 0 : 1,
    files: files.slice(0, 300),
  });
}

function additionPatch(text: string): string {
  const lines = text.split("\n");
  const open = lines.at(-1) !== "";
  const shown = open ? lines : lines.slice(0, -1);
  const end = open ? "\n\\ No newline at end of file" : "";
  return `@@ -0,0 +1,${shown.length} @@\n${shown.map((line) => `+${line}`).join("\n")}${end}`;
}

function tree(repo: Repo, _: Request_, [id = ""]: readonly string[]): Answer {
  const commit = repo.commits.get(id);
  if (commit === undefined) return GONE;
  const entries = Object.entries(commit.files).map(([path, text]) => ({
    path,
    type: "blob",
    mode: "100644",
    sha: blobSha(Buffer.from(text)),
    size: Buffer.byteLength(text),
  }));
  return ok({ sha: commit.tree, tree: entries, truncated: false });
}

function textOf(repo: Repo, id: string): string | null {
  for (const { files } of repo.commits.values())
    for (const text of Object.values(files)) if (blobSha(Buffer.from(text)) === id) return text;
  return null;
}

function blob(repo: Repo, _: Request_, [id = ""]: readonly string[]): Answer {
  const text = textOf(repo, id);
  if (text === null) return GONE;
  return ok({ content: Buffer.from(text).toString("base64"), encoding: "base64", size: text.length, sha: id });
}

function graphql(github: FakeGitHub, { body }: Request_): Answer {
  const variables = body.variables as { readonly owner: string; readonly repo: string };
  const repo = github.repos.get(`${variables.owner}/${variables.repo}`);
  if (repo === undefined) return ok({ data: { repository: null } });
  const wanted = [...String(body.query).matchAll(/(b\d+): object\(oid: "([0-9a-f]{40})"\)/g)];
  const found = wanted.map(([, alias, id = ""]) => {
    const text = textOf(repo, id);
    return [alias, text === null ? null : { text, byteSize: Buffer.byteLength(text), isTruncated: false }];
  });
  return ok({ data: { repository: Object.fromEntries(found) } });
}

function contents(repo: Repo, { query }: Request_, [path = ""]: readonly string[]): Answer {
  const ref = query.get("ref") ?? "main";
  const text = repo.commits.get(repo.heads.get(ref) ?? ref)?.files[path];
  if (text === undefined) return GONE;
  const content = Buffer.from(text).toString("base64");
  return ok({ type: "file", size: text.length, content, encoding: "base64", sha: blobSha(Buffer.from(text)) });
}

function createCheck(repo: Repo, { body }: Request_, _: readonly string[], github: FakeGitHub): Answer {
  const output = body.output as FakeCheck["output"];
  const check: FakeCheck = {
    id: github.nextId(),
    head_sha: String(body.head_sha),
    name: String(body.name),
    conclusion: String(body.conclusion),
    external_id: String(body.external_id),
    output,
    annotations: output.annotations?.length ?? 0,
  };
  repo.checks.push(check);
  return ok(check, 201);
}

function editCheck(repo: Repo, { body }: Request_, [id]: readonly string[]): Answer {
  const check = repo.checks.find((one) => one.id === Number(id));
  if (check === undefined) return GONE;
  const output = body.output as FakeCheck["output"];
  check.annotations += output.annotations?.length ?? 0;
  Object.assign(check, { conclusion: body.conclusion, external_id: body.external_id, output });
  return ok(check);
}
