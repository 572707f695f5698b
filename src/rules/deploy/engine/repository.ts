import type { Applier } from "../../../catalogue/deploy/kind.js";
import type { SourceFile } from "../../../model/source-file.js";
import type { Paths, Surroundings } from "../../../model/surroundings.js";
import { oncePer } from "../../../text/memo.js";
import type { Command } from "../../../text/shell.js";
import { parseShell } from "../../../text/shell.js";
import { at, itemsOf, stringAt, type Tree, textAt } from "../../../text/tree.js";
import { compositeOf, type Step, workflowOf } from "../../../text/workflow.js";
import { yamlOf } from "../../../text/yaml.js";
import { ciScripts, isCiPath } from "./ci.js";
import { deployCommand, recognise } from "./commands.js";
import { basename, dirname, resolvePath } from "./paths.js";
import { scriptsOf } from "./scripts.js";

/** What is done with other files, and by whom. */
export interface Repository {
  readonly applied: readonly Applied[];
  /** Scripts that a pipeline calls, as `path#name`; `path#` for a whole file. */
  readonly calledFromCi: ReadonlyMap<string, string>;
}

export interface Applied {
  readonly tool: Applier;
  /** A file or folder from the root, or nothing where only the run decides which. */
  readonly target: string | null;
  /** The file that applies it. */
  readonly by: string;
  /** A pipeline does it, by itself or through a script; `pull` where a cluster fetches it. */
  readonly how: "ci" | "pull" | "by hand";
  /** What names the place it is put: the job's environment, then the words of the command. */
  readonly places: readonly string[];
}

/** The commands of one file, with the folder they run in. */
interface Running {
  readonly by: string;
  readonly folder: string;
  readonly commands: readonly Command[];
  readonly ci: boolean;
  readonly environment?: string;
}

/** Reads the context files once for all the files of a run. */
export const repositoryOf = oncePer((surroundings: Surroundings): Repository => {
  const pipelines = surroundings.context.filter(({ path }) => isCiPath(path)).flatMap(pipelineRuns);
  const scripts = surroundings.context.flatMap(scriptRuns);
  const called = calledScripts(pipelines, scripts, surroundings.paths);
  const running = [...pipelines, ...scripts.map((script) => ({ ...script, ci: called.has(script.key) }))];
  return { applied: [...running.flatMap(appliedBy), ...surroundings.context.flatMap(pulled)], calledFromCi: called };
});

function pipelineRuns(file: SourceFile): readonly Running[] {
  const steps = compositeOf(file) ?? workflowOf(file)?.jobs.flatMap((job) => job.steps);
  if (steps === undefined)
    return ciScripts(file).map(({ commands }) => ({ by: file.path, folder: "", commands, ci: true }));
  return steps.flatMap((step) => stepRun(file, step));
}

function stepRun(file: SourceFile, step: Step, environment?: string): readonly Running[] {
  if (step.run === undefined) return [];
  const folder = step.directory?.value ?? "";
  return [
    {
      by: file.path,
      folder: /[$]/.test(folder) ? "" : folder,
      commands: parseShell(step.run.value),
      ci: true,
      ...(environment === undefined ? {} : { environment }),
    },
  ];
}

interface ScriptRun extends Running {
  readonly key: string;
}

function scriptRuns(file: SourceFile): readonly ScriptRun[] {
  return scriptsOf(file).map(({ name, commands }) => ({
    key: `${file.path}#${name}`,
    by: file.path,
    folder: name === "" ? "" : dirname(file.path),
    commands,
    ci: false,
  }));
}

/** Which scripts the pipelines reach, through other scripts too, with the file that calls them. */
function calledScripts(
  pipelines: readonly Running[],
  scripts: readonly ScriptRun[],
  paths: Paths,
): ReadonlyMap<string, string> {
  const byKey = new Map(scripts.map((script) => [script.key, script]));
  const called = new Map<string, string>();
  const open: Running[] = [...pipelines];
  for (let run = open.pop(); run !== undefined; run = open.pop()) {
    for (const key of callsOf(run, paths)) {
      if (called.has(key)) continue;
      called.set(key, run.by);
      const script = byKey.get(key);
      if (script !== undefined) open.push(script);
    }
  }
  return called;
}

/** The scripts that some commands call: `make deploy`, `npm run deploy`, `./deploy.sh`, `bash scripts/x.sh`. */
function callsOf({ folder, commands }: Running, paths: Paths): readonly string[] {
  let here = folder;
  return commands.flatMap(({ argv }) => {
    here = moved(here, argv);
    const name = basename(argv[0] ?? "");
    if (name === "make" || name === "gmake") return targets(argv, here, ["Makefile", "makefile", "GNUmakefile"], paths);
    if (name === "just") return targets(argv, here, ["justfile", "Justfile", ".justfile"], paths);
    if (name === "task") return targets(argv, here, ["Taskfile.yml", "Taskfile.yaml"], paths);
    if (/^(npm|pnpm|yarn|bun)$/.test(name)) return packageScript(argv, here);
    const file = /^(ba|z|da|k)?sh$|^source$|^\.$/.test(name)
      ? argv.slice(1).find((word) => !word.startsWith("-"))
      : argv[0];
    const path = file === undefined || !/[./]/.test(file) ? null : resolvePath(here, file);
    return path === null || !paths.has(path) ? [] : [`${path}#`];
  });
}

function moved(folder: string, argv: readonly string[]): string {
  if (argv[0] !== "cd" || argv[1] === undefined || /[$`]/.test(argv[1])) return folder;
  return resolvePath(folder, argv[1]) ?? folder;
}

function targets(argv: readonly string[], folder: string, names: readonly string[], paths: Paths): readonly string[] {
  const flag = argv.indexOf("-C");
  const own = flag < 0 ? folder : (resolvePath(folder, argv[flag + 1] ?? "") ?? folder);
  const file = names.map((name) => resolvePath(own, name) ?? name).find((path) => paths.has(path));
  if (file === undefined) return [];
  const wanted = argv.slice(1).filter((word, i) => !word.startsWith("-") && !word.includes("=") && argv[i] !== "-C");
  return wanted.map((word) => `${file}#${word}`);
}

function packageScript(argv: readonly string[], folder: string): readonly string[] {
  const words = argv.slice(1).filter((word) => !word.startsWith("-") && word !== "run" && word !== "run-script");
  const path = resolvePath(folder, "package.json");
  return words[0] === undefined || path === null ? [] : [`${path}#${words[0]}`];
}

function appliedBy({ by, folder, commands, ci, environment }: Running): readonly Applied[] {
  let here = folder;
  const local = commands.some((command) => recognise(command)?.does === "local-cluster");
  if (local) return [];
  return commands.flatMap((command) => {
    here = moved(here, command.argv);
    const found = deployCommand(command, recognise(command));
    const applies = found?.record.applies;
    if (found === undefined || applies === undefined || found.local) return [];
    const how = ci ? "ci" : "by hand";
    const places = [environment ?? "", ...command.argv.slice(1)].filter((place) => place !== "");
    return writtenTargets(command.argv, applies.after).flatMap((word) => {
      const target = targetOf(here, word);
      return target === undefined ? [] : [{ tool: applies.tool, target, by, how, places } as const];
    });
  });
}

function writtenTargets(argv: readonly string[], after: readonly string[]): readonly string[] {
  return argv.flatMap((word, i) => {
    const [flag, value] = word.startsWith("-") && word.includes("=") ? splitOnce(word) : ["", undefined];
    if (value !== undefined && after.includes(flag)) return [value];
    if (i > 0 && after.includes(argv[i - 1] ?? "-") && argv[i - 1] !== "") return [word];
    return after.includes("") && i > 0 && !word.startsWith("-") && /[./]/.test(word) ? [word] : [];
  });
}

function splitOnce(word: string): readonly [string, string] {
  const equals = word.indexOf("=");
  return [word.slice(0, equals), word.slice(equals + 1)];
}

/** The part of a written path before anything that only the run knows; undefined for what is no file of ours. */
function targetOf(folder: string, written: string): string | null | undefined {
  if (written === "-" || /^https?:|^oci:|^git@/.test(written)) return undefined;
  const fixed = written.split(/[$*?{`]/)[0] ?? "";
  if (fixed === "" && written !== "") return null;
  const cut = fixed === written ? fixed : fixed.slice(0, fixed.lastIndexOf("/") + 1);
  return cut === "" && fixed !== written ? null : (resolvePath(folder, cut) ?? undefined);
}

/** Argo CD and Flux fetch a path of a repository by themselves. */
function pulled(file: SourceFile): readonly Applied[] {
  if (!/\.ya?ml$/i.test(file.path) || !/(argoproj\.io|kustomize\.toolkit\.fluxcd\.io)\//.test(file.text)) return [];
  return yamlOf(file).documents.flatMap((document) => {
    const group = stringAt(document, "apiVersion") ?? "";
    const paths = /^argoproj\.io\//.test(group)
      ? [
          at(document, "spec", "source"),
          at(document, "spec", "template", "spec", "source"),
          ...itemsOf(at(document, "spec", "sources")),
        ].map(pathIn)
      : /^kustomize\.toolkit\.fluxcd\.io\//.test(group)
        ? [pathIn(at(document, "spec"))]
        : [];
    return paths.flatMap((path) => {
      const target = path === undefined || /[{$*]/.test(path) ? undefined : resolvePath("", path);
      return target === undefined || target === null
        ? []
        : [{ tool: "gitops", target, by: file.path, how: "pull", places: [] } as const];
    });
  });
}

const pathIn = (tree: Tree | undefined): string | undefined => textAt(tree, "path")?.value;

/** Who puts a file to work, a pipeline or a cluster before a person. */
export function appliersOf(path: string, tools: readonly Applier[], { applied }: Repository): readonly Applied[] {
  const found = applied.filter(({ tool, target }) => tools.includes(tool) && (target === null || covers(target, path)));
  return [...found].sort((a, b) => Number(a.how === "by hand") - Number(b.how === "by hand"));
}

function covers(target: string, path: string): boolean {
  return target === "" || path === target || path.startsWith(`${target}/`);
}
