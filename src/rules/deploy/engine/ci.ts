import type { SourceFile } from "../../../model/source-file.js";
import { oncePer } from "../../../text/memo.js";
import { type Command, parseShell } from "../../../text/shell.js";
import { entriesOf, itemsOf, type PlacedText, type Tree, textOf } from "../../../text/tree.js";
import { offsetIn, yamlOf } from "../../../text/yaml.js";

const CI_PATH =
  /(^|\/)(\.github\/(workflows\/[^/]{1,200}|actions\/.{1,200}\/action)\.ya?ml|action\.ya?ml|[^/]{0,80}\.?gitlab-ci[^/]{0,80}\.ya?ml|\.circleci\/[^/]{1,80}\.ya?ml|bitbucket-pipelines\.ya?ml|\.buildkite\/[^/]{1,80}\.ya?ml|azure-pipelines[^/]{0,80}\.ya?ml|cloudbuild[^/]{0,80}\.ya?ml|buildspec[^/]{0,80}\.ya?ml|\.drone\.ya?ml|\.woodpecker(\/[^/]{1,80})?\.ya?ml|\.travis\.ya?ml|appveyor\.ya?ml|\.semaphore\/[^/]{1,80}\.ya?ml|codefresh\.ya?ml)$/i;

/** The file steers a pipeline. */
export const isCiPath = (path: string): boolean => CI_PATH.test(path);

/** Keys under which pipelines write commands. */
const SCRIPT_KEYS = new Set(
  "script before_script after_script run command commands bash sh pwsh powershell inlineScript inline args entrypoint cmd cmds deploy install build pre_build post_build deploy_script before_deploy after_success".split(
    " ",
  ),
);

/** One text of commands in a pipeline, with the path of keys that leads to it. */
export interface CiScript {
  readonly path: readonly string[];
  readonly commands: readonly (Command & { readonly at: number })[];
}

/** Every text that a pipeline in YAML runs as a script, by the keys that such texts stand under. */
export const ciScripts = oncePer((file: SourceFile): readonly CiScript[] => {
  const found: CiScript[] = [];
  const visit = (tree: Tree, path: readonly string[], scripted: boolean): void => {
    if (found.length > 2000 || path.length > 40) return;
    const text = textOf(tree);
    if (text !== undefined && scripted) found.push({ path, commands: placed(file.text, text) });
    if (scripted && tree.kind === "list" && tree.items.every((item) => item.kind === "scalar")) {
      found.push({ path, commands: joined(tree.items) });
      return;
    }
    for (const item of itemsOf(tree)) visit(item, path, scripted);
    for (const { key, value } of entriesOf(tree)) visit(value, [...path, key], SCRIPT_KEYS.has(key) && key !== "args");
  };
  for (const document of yamlOf(file).documents) visit(document, [], false);
  return found;
});

/** Many pipelines name the key of the list: the words of one command (`args`) or one command each (`script`). */
function joined(items: readonly Tree[]): readonly (Command & { readonly at: number })[] {
  return items.flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? [] : parseShell(text.value).map((command) => ({ ...command, at: text.start }));
  });
}

function placed(fileText: string, text: PlacedText): readonly (Command & { readonly at: number })[] {
  return parseShell(text.value).map((command, i) => ({
    ...command,
    at: i < 200 ? offsetIn(fileText, text, command.start) : text.start,
  }));
}
