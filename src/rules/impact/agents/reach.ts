import { READING_SERVERS, TOOL_SERVERS, type ToolServer } from "../../../catalogue/impact/tool-servers.js";
import type { Match } from "../../../model/rule.js";
import type { Surroundings } from "../../../model/surroundings.js";
import { environmentOf } from "../../../text/environment-words.js";
import { anyGlob } from "../../../text/globs.js";
import { hostOf, hostPattern, isInsideHost, isPlaceholderHost } from "../../../text/hosts.js";
import type { Server } from "./servers.js";

const KNOWN = TOOL_SERVERS.map((server: ToolServer) => ({ server, isAt: hostPattern(server.host) }));
const DATABASE = /\b(postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|redis|rediss|sqlserver|mssql):\/\/[^\s"']{1,400}/i;
const READ_ONLY = /--read-?only|read_?only["=: ]{1,3}true|--access-mode[= ]restricted|allow_write[a-z_]{0,20}=false/;
const CLOUD_SETTINGS =
  /^(AWS_PROFILE|KUBECONFIG|KUBE_CONTEXT|GOOGLE_CLOUD_PROJECT|CLOUDSDK_CORE_PROJECT|AZURE_SUBSCRIPTION_ID)$/;

type Say = Omit<Match, "range">;

/** What one tool server lets an agent reach, or nothing where it is harmless. */
export function reachOf(server: Server, surroundings: Surroundings): Match | null {
  const said =
    database(server, surroundings) ?? cloud(server, surroundings) ?? remote(server, surroundings) ?? wholeDisk(server);
  return said === null ? null : { ...said, range: server.range, evidence: server.name };
}

function database(server: Server, { production }: Surroundings): Say | null {
  const text = [...server.command, ...server.env.map(({ value }) => value)].find((word) => DATABASE.test(word));
  const address = text === undefined ? null : DATABASE.exec(text)?.[0];
  if (address === undefined || address === null) return null;
  const host = hostOf(address.replace(/^[\w+]+:/, "https:")) ?? "";
  if (host === "" || host.includes("*") || isInsideHost(host) || isPlaceholderHost(host)) return null;
  const isProduction =
    anyGlob(production.hosts)(host) || environmentOf(`${host} ${server.name}`, production.words) === "production";
  const readOnly = READ_ONLY.test(server.all);
  return {
    message: isProduction
      ? "An agent is connected to a production database."
      : "An agent is connected to a database on the network.",
    because: [
      `The tool server \`${server.name.slice(0, 60)}\` gets the address of a database at ${host}.`,
      isProduction ? "Its name or host says production." : "Nothing in its name or host says production.",
      readOnly ? "It is set to read only." : "Looked for a read-only setting and found none.",
    ],
    identity: `database@${host}`,
    suggests: isProduction ? (readOnly ? "advice" : "handoff") : "note",
    trigger: "production-systems",
    confidence: isProduction ? "high" : "medium",
    secrets: [credentialIn(address)].filter((secret) => secret !== ""),
  };
}

const credentialIn = (address: string) => /:\/\/[^:@/]{0,100}:([^@/]{1,200})@/.exec(address)?.[1] ?? "";

function cloud(server: Server, { production }: Surroundings): Say | null {
  const setting = server.env.find(({ name, value }) => CLOUD_SETTINGS.test(name) && isLive(value));
  function isLive(value: string): boolean {
    return (
      environmentOf(value, production.words) === "production" ||
      production.accounts.includes(value) ||
      production.projects.includes(value) ||
      production.subscriptions.includes(value)
    );
  }
  if (setting === undefined) return null;
  const readOnly = READ_ONLY.test(server.all);
  return {
    message: "An agent is connected to a production system.",
    because: [
      `The setting ${setting.name} of \`${server.name.slice(0, 60)}\` names production.`,
      ...(readOnly ? ["It is set to read only."] : []),
    ],
    identity: `${setting.name}@${setting.value}`,
    suggests: readOnly ? "advice" : "handoff",
    trigger: "production-systems",
    confidence: "high",
  };
}

/** Through `npx mcp-remote https://…` too. */
function remote(server: Server, surroundings: Surroundings): Say | null {
  const address = server.url ?? server.command.find((word) => /^https?:\/\//.test(word));
  const host = address === undefined ? null : hostOf(address);
  if (
    host === null ||
    host.includes("*") ||
    isInsideHost(host) ||
    isPlaceholderHost(host) ||
    READING_SERVERS.includes(host)
  )
    return null;
  const name = host.slice(0, host.lastIndexOf("."));
  if (!isKnownServer(host) && environmentOf(name, surroundings.production.words) === "other") return null;
  return toolServer(host, server.all, server.name, surroundings);
}

/** An agent that uses a tool server on the internet. `said` is all that is said with it, in lower case. */
export function toolServer(host: string, said: string, name: string, { production }: Surroundings): Say | null {
  const known = KNOWN.find(({ isAt }) => isAt(host))?.server;
  if (known?.harmless.some((word) => said.includes(word)) === true) return null;
  const isProduction = anyGlob(production.hosts)(host);
  const live = known?.money === true && /(sk|rk)_live_|_live_|live_key|"?live"?:\s?true/.test(said);
  const because = [
    `The tool server \`${name.slice(0, 60)}\` is at ${host}.`,
    ...(live ? ["A setting says that it is the live system."] : []),
    ...(isProduction ? ["The organisation calls this host production."] : []),
    ...(known === undefined
      ? ["What its tools can do can't be seen from here."]
      : ["Looked for a read-only setting and found none."]),
  ];
  return {
    message:
      known === undefined ? `An agent uses tools at ${host}.` : `Through ${known.name}, an agent can ${known.can}.`,
    because,
    identity: `server@${host}`,
    suggests: live || isProduction ? "handoff" : known?.money === true ? "advice" : "note",
    trigger: isProduction ? "production-systems" : "real-world-impact",
    confidence: known === undefined ? "low" : "medium",
  };
}

function wholeDisk(server: Server): Say | null {
  if (!server.command.some((word) => word.includes("server-filesystem"))) return null;
  const root = server.command.find((word) => /^(\/|~\/?|[A-Z]:\\?|\$HOME\/?|\/(Users|home)\/?)$/.test(word));
  if (root === undefined) return null;
  return {
    message: "An agent can read and change files anywhere on the computer.",
    because: [`The tool server \`${server.name.slice(0, 60)}\` is given \`${root}\`.`],
    remedy: "Give it the folder of this experiment only; then it can't see mail, keys or other people's files.",
    identity: `disk@${root}`,
    suggests: "advice",
    trigger: null,
    confidence: "high",
  };
}

export const isKnownServer = (host: string): boolean => KNOWN.some(({ isAt }) => isAt(host));
