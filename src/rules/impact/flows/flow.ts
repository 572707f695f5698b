import { type FlowStep, MAKE_STEPS, N8N_STEPS, POWER_STEPS } from "../../../catalogue/impact/flows.js";
import { at, entriesOf, hasKeys, itemsOf, stringAt, type Tree, textAt } from "../../../text/tree.js";

/** An exported automation: what it writes, whether it starts by itself, and whether it is switched on. */
export interface Flow {
  readonly made: "n8n" | "Make" | "Power Automate";
  readonly name: string;
  readonly writes: readonly Write[];
  /** Starts at set times or when something happens elsewhere. */
  readonly startsItself: boolean;
  /** Unknown where the export doesn't say. */
  readonly isOn: boolean | null;
}

export interface Write {
  readonly step: FlowStep;
  readonly label: string;
  readonly range: readonly [start: number, end: number];
  /** It waits for a person's answer before it goes on. */
  readonly asks?: true;
}

const DEEPEST = 6;
const MOST_STEPS = 500;
const READS = /^(get|getall|list|search|find|read|watch|download|lookup|retrieve|count)/i;
/** Marks and sorts mail, and sends none. */
const TIDIES = /^(add|remove)labels|^mark|^delete|^move|^update/i;
const STARTS_BY_HAND = /manualTrigger|executeWorkflowTrigger|chatTrigger|formTrigger|errorTrigger|\.start$/i;
const STARTS_ITSELF = /Trigger$|\.cron$|\.interval$|\.webhook$|\.emailReadImap$/;

export function flowOf(root: Tree | undefined): Flow | null {
  if (hasKeys(root, "nodes", "connections")) return n8n(root);
  if (hasKeys(root, "flow") && hasKeys(root, "metadata")) return make(root);
  const definition =
    at(root, "properties", "definition") ?? (hasKeys(root, "definition") ? at(root, "definition") : undefined);
  return hasKeys(definition, "actions", "triggers") ? power(root, definition) : null;
}

function n8n(root: Tree | undefined): Flow | null {
  const nodes = itemsOf(at(root, "nodes"))
    .slice(0, MOST_STEPS)
    .filter((node) => textAt(node, "disabled")?.value !== "true");
  const types = nodes.map((node) => stringAt(node, "type") ?? "");
  if (!types.some((type) => type.includes("n8n-nodes"))) return null;
  return {
    made: "n8n",
    name: stringAt(root, "name") ?? "",
    writes: nodes.flatMap((node) => n8nWrite(node) ?? []),
    startsItself: types.some((type) => STARTS_ITSELF.test(type) && !STARTS_BY_HAND.test(type)),
    isOn: textAt(root, "active") === undefined ? null : textAt(root, "active")?.value === "true",
  };
}

function n8nWrite(node: Tree): Write | null {
  const type = textAt(node, "type");
  const short = type?.value.slice(type.value.lastIndexOf(".") + 1).replace(/Tool$/, "");
  const step = N8N_STEPS.find((one) => one.step === short);
  if (type === undefined || step === undefined) return null;
  const operation = stringAt(node, "parameters", "operation") ?? "";
  const resource = stringAt(node, "parameters", "resource") ?? "";
  const isOwn = resource === "draft" || resource === "label" || resource === "file" || operation === "createDraft";
  if (READS.test(operation) || isOwn || (step.area === "email" && TIDIES.test(operation))) return null;
  return {
    step,
    label: stringAt(node, "name") ?? type.value,
    range: [type.start, type.end],
    ...(operation === "sendAndWait" ? { asks: true as const } : {}),
  };
}

function make(root: Tree | undefined): Flow | null {
  const modules = modulesIn(at(root, "flow"), 0);
  if (!modules.some(({ value }) => value.includes(":"))) return null;
  const isOn = textAt(root, "scheduling", "type") === undefined ? null : textAt(root, "isActive")?.value !== "false";
  return {
    made: "Make",
    name: stringAt(root, "name") ?? "",
    writes: modules.flatMap(({ value, start, end }) => {
      const [app = "", action = ""] = value.split(":");
      const step = MAKE_STEPS.find((one) => one.step === app);
      const acts =
        /^(action)?(send|create|update|delete|post|reply|add|upload|publish)/i.test(action) && !/draft/i.test(action);
      return step !== undefined && acts ? [{ step, label: value, range: [start, end] as const }] : [];
    }),
    startsItself: modules.some(({ value }) => /:(trigger|watch)/i.test(value)),
    isOn,
  };
}

/** Routers hold routes with flows of their own. */
function modulesIn(flow: Tree | undefined, depth: number): readonly { value: string; start: number; end: number }[] {
  if (depth > DEEPEST) return [];
  return itemsOf(flow)
    .slice(0, MOST_STEPS)
    .flatMap((item) => [
      ...[textAt(item, "module")].flatMap((module) => module ?? []),
      ...itemsOf(at(item, "routes")).flatMap((route) => modulesIn(at(route, "flow"), depth + 1)),
    ]);
}

function power(root: Tree | undefined, definition: Tree | undefined): Flow {
  const triggers = entriesOf(at(definition, "triggers")).map(({ value }) => stringAt(value, "type") ?? "");
  const state = stringAt(root, "properties", "state");
  return {
    made: "Power Automate",
    name: stringAt(root, "properties", "displayName") ?? stringAt(root, "name") ?? "",
    writes: actionsIn(at(definition, "actions"), 0),
    startsItself: triggers.some((type) => type !== "" && type !== "Manual" && type !== "Request"),
    isOn: state === undefined ? null : state === "Started" || state === "Enabled",
  };
}

function actionsIn(actions: Tree | undefined, depth: number): readonly Write[] {
  if (depth > DEEPEST) return [];
  return entriesOf(actions)
    .slice(0, MOST_STEPS)
    .flatMap(({ key, keyStart, keyEnd, value }) => {
      const api =
        stringAt(value, "inputs", "host", "apiId") ?? stringAt(value, "inputs", "host", "connectionName") ?? "";
      const operation = stringAt(value, "inputs", "host", "operationId") ?? "";
      const step = POWER_STEPS.find((one) => api.endsWith(one.step));
      const acts =
        step !== undefined && operation !== "" && !READS.test(operation) && !/^(On|When)|Draft/.test(operation);
      const own = acts ? [{ step, label: key, range: [keyStart, keyEnd] as const }] : [];
      const branches = [at(value, "actions"), at(value, "else", "actions")];
      const cases = entriesOf(at(value, "cases")).map((one) => at(one.value, "actions"));
      return [...own, ...[...branches, ...cases].flatMap((branch) => actionsIn(branch, depth + 1))];
    });
}
