import type { AiServiceRecord } from "../../../catalogue/ai/record.js";
import { AI_SERVICES } from "../../../catalogue/ai/services.js";
import type { Organization } from "../../../model/policy.js";
import { type Call, firstArgument, option, type Value } from "../../../text/calls.js";
import { anyGlob } from "../../../text/globs.js";
import { addressesIn, hostOf, isInsideHost, isPlaceholderHost } from "../../../text/hosts.js";
import type { Code } from "../../../text/source-code.js";
import { addressed, type Evidence, serviceAt, serviceCalled, usualHost, wholeHost } from "./evidence.js";
import { importEvidence, importsAi, isFramework, relates } from "./imports.js";

const ADDRESS_OPTIONS = new Set(
  "base_url baseURL baseUrl api_base openai_api_base openai_base_url anthropic_api_url azure_endpoint azureEndpoint azureOpenAIEndpoint azureOpenAIBasePath endpoint endpoint_url endpointUrl api_endpoint apiEndpoint server_url serverURL basePath host".split(
    " ",
  ),
);
const AZURE_OPTIONS = new Set(["azure_endpoint", "azureEndpoint", "azureOpenAIEndpoint", "azureOpenAIBasePath"]);
const MODEL_OPTIONS = new Set(["model", "model_name", "modelName", "model_id", "modelId", "id"]);
/** `gpt-4.1`, `meta-llama/Llama-3-70b`, `anthropic.claude-3:0`. */
const MODEL_NAME = /^[A-Za-z][\w./:@-]{2,119}$/;
/** Calls that are told where to go by the name of a model, whatever framework they are of. */
export const ROUTERS: ReadonlySet<string> = new Set(
  "completion acompletion embedding aembedding LLM init_chat_model initChatModel LiteLLM LiteLLMModel LiteLlm LiteLLMChat ChatLiteLLM generateText streamText generateObject streamObject Agent LlmAgent Router".split(
    " ",
  ),
);

interface Client {
  readonly service: AiServiceRecord;
  /** The end of the callee: `genai.Client`. */
  readonly callee: string;
  readonly first?: string;
}

const CLIENTS = clientsByName();
const FIRSTS = AI_SERVICES.flatMap(({ clientsWith = [] }) => clientsWith.map(({ first }) => first));

function clientsByName(): ReadonlyMap<string, readonly Client[]> {
  const known = new Map<string, Client[]>();
  const add = (client: Client) => {
    const name = client.callee.slice(client.callee.lastIndexOf(".") + 1);
    const others = known.get(name);
    if (others === undefined) known.set(name, [client]);
    else others.push(client);
  };
  for (const service of AI_SERVICES) {
    for (const callee of service.clients ?? []) add({ service, callee });
    for (const { name, first } of service.clientsWith ?? []) add({ service, callee: name, first });
  }
  return known;
}

/** What the code itself says: clients and where they point, model names that choose a service, addresses, imports. */
export function codeEvidence(code: Code, organization: Organization): readonly Evidence[] {
  if (!importsAi(code) && !namesService(code)) return addressEvidence(code);
  const clients = code.calls.flatMap((call) => clientEvidence(code, call, organization));
  const resolved = new Set(clients.map(({ client }) => client.id));
  return [
    ...clients.flatMap(({ evidence }) => evidence ?? []),
    ...code.calls.flatMap((call) => routed(code, call)),
    ...addressEvidence(code),
    ...importEvidence(code, resolved),
  ];
}

/** A client of all services of a cloud is told which by its first argument; any other is imported. */
function namesService({ tokens }: Code): boolean {
  return tokens.some(({ kind, text }) => kind === "string" && FIRSTS.some((first) => text.startsWith(first)));
}

interface Seen {
  readonly client: AiServiceRecord;
  /** Nothing where it points at this computer or at a placeholder. */
  readonly evidence: Evidence | null;
}

function clientEvidence(code: Code, call: Call, organization: Organization): readonly Seen[] {
  const client = CLIENTS.get(call.name)?.find((candidate) => isCall(candidate, code, call));
  if (client === undefined) return [];
  const evidence = destination(code, call, client.service, organization);
  const model = option(code.tokens, call.from, call.to, MODEL_OPTIONS)?.literal;
  const isNamed = evidence !== null && model !== undefined && MODEL_NAME.test(model);
  return [{ client: client.service, evidence: isNamed ? { ...evidence, model } : evidence }];
}

function destination(code: Code, call: Call, service: AiServiceRecord, organization: Organization): Evidence | null {
  const range = [call.start, Math.min(call.end, call.start + 200)] as const;
  const address = option(code.tokens, call.from, call.to, ADDRESS_OPTIONS);
  if (address !== null && !isPlainWord(address)) return pointed(code, address, service, organization);
  const azure = serviceCalled("azure-openai");
  if (azure !== null && service.id === "openai" && isOldAzure(code, call)) {
    return usual(azure, `${call.callee}(…), set up for Azure,`, range);
  }
  const vertex = serviceCalled("google-vertex-ai");
  if (vertex !== null && service.id === "google-ai-studio" && isOn(code, call, "vertexai")) {
    return usual(vertex, `${call.callee}(vertexai=True)`, range);
  }
  return usual(service, `${call.callee}(…)`, range);
}

/** Before clients had classes for it: `openai.api_type = "azure"`, or a deployment's name in the call. */
function isOldAzure({ tokens }: Code, { callee, from, to }: Call): boolean {
  if (!callee.startsWith("openai.")) return false;
  const type = option(tokens, 0, tokens.length, new Set(["api_type"]));
  return type?.literal?.startsWith("azure") === true || option(tokens, from, to, new Set(["deployment_id"])) !== null;
}

/** `endpoint="chat"` is the name of something, not an address. */
function isPlainWord({ literal, variable }: Value): boolean {
  return variable === undefined && literal !== undefined && /^[\w-]{1,80}$/.test(literal) && literal !== "localhost";
}

function isCall({ callee, first, service }: Client, code: Code, call: Call): boolean {
  const plain = call.callee.replaceAll("()", "");
  if (plain !== callee && !plain.endsWith(`.${callee}`)) return false;
  if (first !== undefined) return firstArgument(code.tokens, call)?.literal?.startsWith(first) === true;
  return relates(code, service);
}

function isOn(code: Code, call: Call, name: string): boolean {
  const value = option(code.tokens, call.from, call.to, new Set([name]));
  return value?.name === "True" || value?.name === "true";
}

/** The client was told where to go. */
function pointed(code: Code, address: Value, service: AiServiceRecord, organization: Organization): Evidence | null {
  const text = address.literal ?? (address.name === undefined ? undefined : code.constants.get(address.name));
  const range = [address.start, address.end] as const;
  const host = text === undefined ? null : hostOf(text);
  if (host !== null) return at(host, range, organization);
  if (text !== undefined) return null;
  const azure = serviceCalled("azure-openai");
  const named = address.variable === undefined ? "The address" : `The address in ${address.variable}`;
  const isAzure = azure !== null && (/AZURE/.test(address.variable ?? "") || nameBefore(code, address, AZURE_OPTIONS));
  if (azure !== null && isAzure) return usual(azure, named, range);
  const host2 = usualHost(service);
  return {
    service,
    strength: service.access === "company" ? "use" : "mention",
    shows: `${named} is chosen at run time, so this is where it goes unless somebody says otherwise.`,
    range,
    ...(host2 === undefined ? {} : { host: host2 }),
  };
}

function nameBefore(code: Code, value: Value, names: ReadonlySet<string>): boolean {
  const at = code.tokens.findIndex(({ start }) => start === value.start);
  return names.has(code.tokens[at - 2]?.text ?? "");
}

/** A client that points at a host: a known service, the company's own gateway, an address nobody knows, or nothing. */
export function at(host: string, range: Evidence["range"], { hosts }: Organization): Evidence | null {
  const shows = `The code points its AI client at ${host}.`;
  const known = serviceAt(host);
  if (known !== null && isPlaceholderHost(host)) return addressed(known, host, "code", range);
  if (known !== null) return { service: known, host: wholeHost(known, host), strength: "use", shows, range };
  if (anyGlob(hosts)(host)) return { service: "company-gateway", host, strength: "use", shows, range };
  if (isInsideHost(host) || isPlaceholderHost(host) || host.includes("*")) return null;
  return { service: "custom-endpoint", host, strength: "use", shows, range };
}

function usual(service: AiServiceRecord, what: string, range: Evidence["range"]): Evidence {
  const host = usualHost(service);
  const shows = `${what} goes there; no other address was found beside it.`;
  return { service, strength: "use", shows, range, ...(host === undefined ? {} : { host }) };
}

/** `completion(model="azure/…")`: the name of the model says where it goes. */
function routed(code: Code, call: Call): readonly Evidence[] {
  if (!ROUTERS.has(call.name) || ![...code.imports].some(isFramework)) return [];
  const value = option(code.tokens, call.from, call.to, MODEL_OPTIONS) ?? firstArgument(code.tokens, call);
  const model = value?.literal;
  if (value === null || model === undefined || option(code.tokens, call.from, call.to, ADDRESS_OPTIONS) !== null)
    return [];
  const service = serviceOfModel(model);
  if (service === null) return [];
  const shows = `The model's name, \`${model.slice(0, 60)}\`, says that it is reached there.`;
  const host = usualHost(service);
  return [
    {
      service,
      model,
      strength: "use",
      shows,
      range: [value.start, value.end],
      ...(host === undefined ? {} : { host }),
    },
  ];
}

function serviceOfModel(model: string): AiServiceRecord | null {
  const isFor = (prefixes: readonly string[] | undefined) =>
    prefixes?.some((prefix) => model.startsWith(prefix)) === true;
  return (
    AI_SERVICES.find(({ models }) => isFor(models)) ?? AI_SERVICES.find(({ bareModels }) => isFor(bareModels)) ?? null
  );
}

function addressEvidence(code: Code): readonly Evidence[] {
  const addresses = code.tokens.filter(
    ({ kind, text }) => kind === "string" && text.length <= 2000 && text.includes("://"),
  );
  return addresses.flatMap((token) =>
    addressesIn(token.text).flatMap(({ host, path }) => {
      const service = serviceAt(host);
      if (service === null || !path.startsWith(service.mentionPath ?? "")) return [];
      return [addressed(service, host, "code", [token.start, token.end])];
    }),
  );
}
