import type { SourceFile } from "../../../model/source-file.js";
import { jsonOf } from "../../../text/json.js";
import { tomlTreeOf } from "../../../text/toml-tree.js";
import { at, entriesOf, itemsOf, scalarsIn, type Tree, textAt, textOf } from "../../../text/tree.js";
import { yamlOf } from "../../../text/yaml.js";

/** A tool server that an agent is told to use. */
export interface Server {
  readonly name: string;
  readonly url?: string;
  /** Command and arguments, in order. */
  readonly command: readonly string[];
  /** Names and values of its settings. */
  readonly env: readonly { readonly name: string; readonly value: string }[];
  /** Everything it says, as one text in lower case. */
  readonly all: string;
  readonly range: readonly [start: number, end: number];
}

/** The keys under which programs keep their tool servers. */
const HOMES: readonly (readonly string[])[] = [
  ["mcpServers"],
  ["servers"],
  ["mcp", "servers"],
  ["mcp"],
  ["mcp_servers"],
  ["context_servers"],
  ["settings", "mcp", "servers"],
];

export function treeOf(file: SourceFile): Tree | undefined {
  if (/\.toml$/i.test(file.path)) return tomlTreeOf(file).documents[0];
  return (/\.ya?ml$/i.test(file.path) ? yamlOf(file) : jsonOf(file)).documents[0];
}

export function serversIn(file: SourceFile): readonly Server[] {
  const root = treeOf(file);
  return HOMES.flatMap((home) => {
    const servers = at(root, ...home);
    const named = entriesOf(servers).map(({ key, value, keyStart, keyEnd }) => server(key, value, [keyStart, keyEnd]));
    const listed = itemsOf(servers).map((item) =>
      server(textAt(item, "name")?.value ?? "", item, [item.start, item.start + 1]),
    );
    return [...named, ...listed].flatMap((one) => one ?? []);
  });
}

function server(name: string, tree: Tree, range: Server["range"]): Server | null {
  const url = (textAt(tree, "url") ?? textAt(tree, "serverUrl") ?? textAt(tree, "httpUrl"))?.value;
  const command = [at(tree, "command"), at(tree, "args")].flatMap(words);
  if (url === undefined && command.length === 0) return null;
  const disabled = textAt(tree, "disabled")?.value === "true" || textAt(tree, "enabled")?.value === "false";
  if (disabled) return null;
  const env = ["env", "environment", "headers"].flatMap((key) =>
    entriesOf(at(tree, key)).map((entry) => ({ name: entry.key, value: textOf(entry.value)?.value ?? "" })),
  );
  const all = scalarsIn(tree, 200)
    .map(({ value, path }) => `${path}=${value}`)
    .join(" ")
    .slice(0, 8000)
    .toLowerCase();
  return { name, ...(url === undefined ? {} : { url }), command, env, all, range };
}

function words(tree: Tree | undefined): readonly string[] {
  const one = textOf(tree);
  return one === undefined ? itemsOf(tree).flatMap((item) => textOf(item)?.value ?? []) : [one.value];
}
