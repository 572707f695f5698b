import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { notice, setFailed, setSecret } from "@actions/core";
import { evaluate, OPEN_KEY } from "../src/evaluate.js";
import type { GitHub } from "../src/github/client.js";
import { loadPolicy } from "../src/policy/load-policy.js";
import type { ReportContext } from "../src/report/context.js";
import { fails } from "../src/report/fails.js";
import { titleOf } from "../src/report/titles.js";
import { openSource } from "../src/source/open.js";
import type { Source } from "../src/source/opened.js";
import { isSourceProblem } from "../src/source/problem.js";
import { type Event, readEvent } from "./event.js";
import { type Inputs, readInputs } from "./io.js";
import { organizationPolicy } from "./policy.js";
import { readSettings } from "./settings.js";
import { show } from "./show.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** The Action's story: read the event, open what changed, evaluate, and show it wherever the token reaches. */
export async function run(environment: Environment, now: Date): Promise<void> {
  const started = performance.now();
  const inputs = readInputs();
  const settings = readSettings(inputs);
  const event = readEvent(payloadOf(environment));
  const github = await connect(inputs["github-token"], environment);
  const workspace = environment.GITHUB_WORKSPACE ?? ".";
  const source = await open(inputs, event, workspace);
  try {
    if (source.note !== null) notice(source.note);
    const policy =
      inputs.policy === ""
        ? loadPolicy(await organizationPolicy(github, event.repository?.owner ?? null), "org", settings.mode)
        : loadPolicy(source.policy, "file", settings.mode);
    const verdict = await evaluate(source.change, policy, { now, fingerprintKey: OPEN_KEY });
    const context = contextOf(inputs, event, environment);
    await show(verdict, {
      inputs,
      event,
      workspace,
      github,
      context,
      wantsComment: settings.wantsComment,
      milliseconds: Math.round(performance.now() - started),
      command: (line) => process.stdout.write(`${line}\n`),
    });
    if (fails(verdict, settings.failOn)) setFailed(titleOf(verdict, context));
  } finally {
    source.close();
  }
}

/**
 * What the event changes, or everything where the checkout doesn't hold its base. Throws an Error with a plain message
 * where there is nothing to open.
 */
async function open(inputs: Inputs, event: Event, workspace: string): Promise<Source> {
  const base = inputs.base === "" ? event.base : inputs.base;
  const source = await openSource({
    folder: resolve(workspace, inputs["working-directory"]),
    ...(base === null ? {} : { base }),
    ...(inputs.policy === "" ? {} : { policy: resolve(workspace, inputs.policy) }),
    orEverything: true,
  });
  if (isSourceProblem(source)) throw new Error(`${source.message} ${source.next}`);
  return source;
}

function payloadOf({ GITHUB_EVENT_PATH: path }: Environment): unknown {
  return path === undefined || path === "" ? null : JSON.parse(readFileSync(path, "utf8"));
}

/** Octokit is loaded only where there is a token, so that a run without one starts fast. */
async function connect(token: string, { GITHUB_API_URL: baseUrl }: Environment): Promise<GitHub | null> {
  if (token === "") return null;
  setSecret(token);
  const { Octokit } = await import("@octokit/rest");
  return new Octokit({ auth: token, ...(baseUrl === undefined ? {} : { baseUrl }) });
}

function contextOf(inputs: Inputs, { repository }: Event, environment: Environment): ReportContext {
  const { GITHUB_SERVER_URL: server, GITHUB_SHA: sha } = environment;
  const folder = relative(".", inputs["working-directory"]).replaceAll("\\", "/");
  if (repository === null) return { folder };
  const name = `${repository.owner}/${repository.name}`;
  const canLink = server !== undefined && sha !== undefined;
  return {
    repository: name,
    folder,
    commands: inputs["app-url"] !== "",
    ...(canLink ? { filesUrl: `${server}/${name}/blob/${sha}` } : {}),
  };
}
