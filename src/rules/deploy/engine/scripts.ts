import type { SourceFile } from "../../../model/source-file.js";
import { jsonOf } from "../../../text/json.js";
import { makefileOf } from "../../../text/makefile.js";
import { oncePer } from "../../../text/memo.js";
import { type Command, parseShell, shellOf } from "../../../text/shell.js";
import { at, entriesOf, textOf } from "../../../text/tree.js";
import { yamlOf } from "../../../text/yaml.js";
import { basename } from "./paths.js";

/** A named piece of a file that runs commands: a target, a script, a task, or the file as a whole (no name). */
export interface Script {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly commands: readonly Command[];
}

const MAKEFILE = /^(gnu)?makefile$|\.mk$|^\.?justfile$|\.just$/i;
const TASKFILE = /^taskfile(\.dist)?\.ya?ml$/i;
const SHELL = /\.(sh|bash|zsh|ksh)$/i;

/** The scripts of a Makefile, justfile, Taskfile, `package.json`, `Procfile`-like or shell file. */
export const scriptsOf = oncePer((file: SourceFile): readonly Script[] => {
  const name = basename(file.path);
  if (MAKEFILE.test(name)) return makefileOf(file).map((target) => target);
  if (TASKFILE.test(name)) return tasks(file);
  if (name === "package.json" || name === "composer.json") return packageScripts(file);
  if (SHELL.test(name) || /^#!.{0,40}\b(ba|z|da|k)?sh\b/.test(file.text.slice(0, 80))) {
    return [{ name: "", start: 0, end: 0, commands: shellOf(file) }];
  }
  return [];
});

function packageScripts(file: SourceFile): readonly Script[] {
  return entriesOf(at(jsonOf(file).documents[0], "scripts")).flatMap(({ key, keyStart, value }) => {
    const text = textOf(value);
    if (text === undefined) return [];
    const commands = parseShell(text.value).map((command) => ({ ...command, start: text.start, end: text.end }));
    return [{ name: key, start: keyStart, end: text.end, commands }];
  });
}

function tasks(file: SourceFile): readonly Script[] {
  return entriesOf(at(yamlOf(file).documents[0], "tasks")).map(({ key, keyStart, keyEnd, value }) => {
    const list = at(value, "cmds") ?? value;
    const items = list.kind === "list" ? list.items : [at(list, "cmd") ?? list];
    const texts = items.flatMap((item) => textOf(at(item, "cmd") ?? item) ?? []);
    const commands = texts.flatMap(({ value: script, start, end }) =>
      parseShell(script).map((command) => ({ ...command, start, end })),
    );
    return { name: key, start: keyStart, end: keyEnd, commands };
  });
}
