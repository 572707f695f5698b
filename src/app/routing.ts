import type { KnownRepository } from "../model/repository.js";
import type { HandoffKey } from "../store/handoffs.js";
import type { StoredPull } from "../store/pulls.js";
import type { Job } from "../store/queue.js";
import { COMMAND } from "./commands/parse.js";
import type { Payload, Repository } from "./payloads.js";
import { asks, type Said } from "./turn.js";

/** What a delivery means: rows to write at once, and at most one job to do afterwards. */
export interface Route {
  readonly repository?: KnownRepository;
  readonly pull?: StoredPull;
  readonly job?: Job;
}

const NOTHING: Route = {};

/** Waits so long before it looks at a pull request: pushes that come in a row are looked at once. Milliseconds. */
const SETTLE = 300;

/** From a payload to its meaning, without asking anybody. Bots' own comments and the like mean nothing. */
export function route(event: string, payload: Payload, appId: number): Route {
  const handler = HANDLERS[event];
  const repository = payload.repository === undefined ? undefined : storedRepository(payload.repository, payload);
  const known = repository === undefined ? {} : { repository };
  return handler === undefined ? NOTHING : { ...known, ...handler(payload, repository?.id ?? 0, appId) };
}

type Handler = (payload: Payload, repositoryId: number, appId: number) => Pick<Route, "pull" | "job">;

const HANDLERS: Readonly<Record<string, Handler>> = {
  pull_request: pullRequest,
  merge_group: ({ action, merge_group: group }, repositoryId) => {
    if (action !== "checks_requested" || group === undefined) return NOTHING;
    const payload = {
      repositoryId,
      headSha: group.head_sha,
      baseSha: group.base_sha,
      tree: group.head_commit?.tree_id,
    };
    const key = `merge-group:${repositoryId}:${group.head_sha}`;
    return { job: { task: "merge-group", payload, queue: key, key } };
  },
  check_run: ({ action, check_run: run, requested_action: asked, sender }, repositoryId, appId) => {
    if (run === undefined || (run.app?.id ?? appId) !== appId) return NOTHING;
    const common = { repositoryId, headSha: run.head_sha };
    if (action === "rerequested") return { job: recheck(common) };
    if (action !== "requested_action" || asked === undefined || sender === undefined) return NOTHING;
    const payload = { ...common, button: asked.identifier, actor: sender.login };
    const key = `button:${repositoryId}:${run.head_sha}:${asked.identifier}`;
    return { job: { task: "button", payload, queue: key, key } };
  },
  check_suite: ({ action, check_suite: suite }, repositoryId) =>
    action === "rerequested" && suite !== undefined
      ? { job: recheck({ repositoryId, headSha: suite.head_sha }) }
      : NOTHING,
  issue_comment: issueComment,
  issues: issueEvent,
  push: ({ ref, before, after, repository, head_commit: head }, repositoryId) => {
    if (repository === undefined || ref !== `refs/heads/${repository.default_branch}`) return NOTHING;
    if (after === undefined || before === undefined || /^0+$/.test(after)) return NOTHING;
    const key = `branch:${repositoryId}`;
    const payload = { repositoryId, before, after, tree: head?.tree_id };
    return { job: { task: "default-branch", payload, queue: key, key, delay: SETTLE } };
  },
  installation: ({ action, installation }) => backfill(action === "deleted" || action === "suspend", installation?.id),
  installation_repositories: ({ installation }) => backfill(false, installation?.id),
  custom_property_values: (_, repositoryId) => {
    const key = `scope:${repositoryId}`;
    return { job: { task: "open-pulls", payload: { repositoryId }, queue: key, key } };
  },
  repository: ({ action }, repositoryId) => {
    if (action !== "archived" && action !== "deleted") return NOTHING;
    const key = `repository:${repositoryId}`;
    return { job: { task: "repository", payload: { repositoryId, action }, queue: key, key } };
  },
};

const FOLLOWED = ["edited", "closed", "reopened", "deleted", "transferred"];

const TURNS = [
  ["waiting on dev", "dev"],
  ["waiting on team", "team"],
] as const;

/** A handoff's facts follow what happens to its issue; what a person answers there, or labels, moves its clock. */
function issueEvent({ action, issue, label, changes, sender }: Payload, repositoryId: number): Pick<Route, "job"> {
  if (issue === undefined || issue.pull_request != null) return NOTHING;
  const isPerson = sender !== undefined && sender.type !== "Bot";
  const turn = TURNS.find(([name]) => label?.name.toLowerCase().endsWith(name))?.[1];
  if (action === "labeled" && isPerson && turn !== undefined)
    return { job: turnJob(repositoryId, issue.number, sender.login, { kind: "label", turn }) };
  if (action === "edited" && isPerson && changes?.body !== undefined)
    return { job: turnJob(repositoryId, issue.number, sender.login, { kind: "answer" }) };
  if (!FOLLOWED.includes(action ?? "")) return NOTHING;
  const key = `issue:${repositoryId}#${issue.number}`;
  return { job: { task: "issue", payload: { repositoryId, issue: issue.number }, queue: key, key, delay: SETTLE } };
}

/** One after the other per issue, and none replaces another of another person or kind. */
function turnJob(repositoryId: number, number: number, actor: string, said: Said, id = ""): Job {
  const queue = `turn:${repositoryId}#${number}`;
  const key = [queue, actor, said.kind, id].join(":");
  return { task: "turn", payload: { repositoryId, number, actor, said }, queue, key };
}

/** All actions after which the verdict, the labels or the comment may be others. */
const PULL_ACTIONS = [
  "opened",
  "reopened",
  "synchronize",
  "edited",
  "ready_for_review",
  "converted_to_draft",
  "labeled",
  "unlabeled",
  "closed",
];

function pullRequest({ action, pull_request: pull, sender }: Payload, repositoryId: number) {
  if (pull === undefined || !PULL_ACTIONS.includes(action ?? "")) return NOTHING;
  const stored: StoredPull = {
    repositoryId,
    number: pull.number,
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    baseRef: pull.base.ref,
    draft: pull.draft,
    open: pull.state === "open",
    labels: pull.labels.map(({ name }) => name),
    changedAt: pull.updated_at,
  };
  const ownLabel = sender?.type === "Bot" && (action === "labeled" || action === "unlabeled");
  return ownLabel ? { pull: stored } : { pull: stored, job: checkJob(repositoryId, pull.number) };
}

/** One key per pull request: the job reads which commit is newest when it begins, so five waiting pushes are one job. */
export function checkJob(repositoryId: number, number: number, delay = SETTLE): Job {
  const name = `${repositoryId}#${number}`;
  return { task: "check", payload: { repositoryId, number }, queue: `pull:${name}`, key: `check:${name}`, delay };
}

/** Writes the facts of a handoff anew. */
export function factsJob(key: HandoffKey): Job {
  const name = `facts:${key.repositoryNodeId}:${key.manifestPath}`;
  const payload = { repositoryNodeId: key.repositoryNodeId, manifestPath: key.manifestPath };
  return { task: "facts", payload, queue: name, key: name, delay: 700 };
}

/** Looks once a week whether an accepted handoff is still what was promised. */
export function driftJob(key: HandoffKey): Job {
  const { payload, key: name } = factsJob(key);
  return { task: "drift", payload, queue: `drift:${name}`, key: `drift:${name}` };
}

function recheck(payload: { readonly repositoryId: number; readonly headSha: string }): Job {
  const key = `recheck:${payload.repositoryId}:${payload.headSha}`;
  return { task: "recheck", payload, queue: key, key };
}

/** Edits count too: a command in an edited comment is asked for anew, with the rights of the one who edited. */
function issueComment({ action, issue, comment, sender }: Payload, repositoryId: number) {
  if (issue === undefined || comment === undefined || sender === undefined || sender.type === "Bot") return NOTHING;
  if (action !== "created" && action !== "edited") return NOTHING;
  const body = comment.body ?? "";
  const isPull = issue.pull_request != null;
  if (!COMMAND.test(body)) {
    if (isPull || action === "edited") return NOTHING;
    const said: Said = { kind: "comment", asks: asks(body) };
    return { job: turnJob(repositoryId, issue.number, sender.login, said, String(comment.id)) };
  }
  const payload = {
    repositoryId,
    number: issue.number,
    isPull,
    commentId: comment.id,
    actor: sender.login,
    body: body.slice(0, 4000),
  };
  const key = `command:${comment.id}:${comment.updated_at}`;
  return { job: { task: "command", payload, queue: `commands:${repositoryId}#${issue.number}`, key } };
}

function backfill(gone: boolean, installationId: number | undefined) {
  if (installationId === undefined) return NOTHING;
  const key = `installation:${installationId}`;
  return { job: { task: "installation", payload: { installationId, gone }, queue: key, key } };
}

function storedRepository(one: Repository, { installation, new_property_values: changed }: Payload): KnownRepository {
  const newer = (changed ?? []).map(({ property_name: name, value }) => [name, value] as const);
  const all = [...Object.entries(one.custom_properties), ...newer];
  const properties = all.map(([name, value]) => [name, String(value ?? "")]);
  return {
    id: one.id,
    nodeId: one.node_id,
    installationId: installation?.id ?? 0,
    owner: one.owner.login,
    name: one.name,
    defaultBranch: one.default_branch,
    private: one.private,
    fork: one.fork,
    archived: one.archived,
    topics: one.topics,
    properties: Object.fromEntries(properties),
  };
}
