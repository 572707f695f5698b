import { COMMANDS } from "../../../catalogue/deploy/commands.js";
import type { CommandRecord } from "../../../catalogue/deploy/kind.js";
import { LOCAL_CONTEXTS, LOCAL_HOST } from "../../../catalogue/deploy/local.js";
import { oncePer } from "../../../text/memo.js";
import type { Command } from "../../../text/shell.js";

/** A command that the catalogue knows, with what its arguments say. */
export interface DeployCommand {
  readonly id: string;
  readonly record: CommandRecord;
  readonly command: Command;
  readonly start: number;
  readonly end: number;
  /** Its arguments name a target on this computer. */
  readonly local: boolean;
}

/** Flags of the usual tools that take a value in the next word. */
const VALUE_FLAGS = new Set(
  `-n --namespace --context --kubeconfig --kube-context --cluster --profile --region --project --account -C --cwd --dir
   --prefix --filter -w --workspace --stack -s --subscription -H --host -c --config --endpoint-url -a --app -e --env
   --environment --token -t --stage --org --organization --resource-group -g --scope --server --user --as --values
   --location --output -o --log-level -l --team --account-id --working-dir --log-driver -i --inventory -f --file`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Programs that only start another one. */
const RUNNERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    npx: [],
    bunx: [],
    pnpx: [],
    pnpm: ["exec", "dlx"],
    yarn: ["exec", "dlx", "run"],
    npm: ["exec", "x"],
    bun: ["x"],
    poetry: ["run"],
    uv: ["run"],
    uvx: [],
    pipx: ["run"],
    pipenv: ["run"],
    rye: ["run"],
    bundle: ["exec"],
    dotenv: [],
    xargs: [],
    "aws-vault": ["exec"],
    doppler: ["run"],
  }),
);

/** Twins of well-known tools that talk to an imitation on this computer. */
const LOCAL_TWINS: ReadonlyMap<string, string> = new Map([
  ["tflocal", "terraform"],
  ["awslocal", "aws"],
  ["samlocal", "sam"],
  ["cdklocal", "cdk"],
  ["pulumilocal", "pulumi"],
]);

interface Shape {
  readonly record: CommandRecord;
  readonly words: readonly (readonly string[])[];
}

const SHAPES: ReadonlyMap<string, readonly Shape[]> = shapes();

function shapes(): ReadonlyMap<string, readonly Shape[]> {
  const index = new Map<string, Shape[]>();
  for (const record of COMMANDS) {
    const [programs = [], ...words] = record.words.split(" ").map((word) => word.split("|"));
    for (const program of programs) index.set(program, [...(index.get(program) ?? []), { record, words }]);
  }
  return index;
}

/** The words of a command without what only starts it: `npx`, `poetry run`, `python -m`, folders before the name. */
export function plainWords(argv: readonly string[]): readonly string[] {
  let words = argv;
  for (let i = 0; i < 4; i++) words = startedBy(words) ?? words;
  const [name = "", ...rest] = words;
  const program = programOf(name);
  const args = program === "gcloud" && /^(alpha|beta)$/.test(rest[0] ?? "") ? rest.slice(1) : rest;
  return [LOCAL_TWINS.get(program) ?? program, ...args];
}

/** What a runner starts, or nothing where the first word is a program of its own. */
function startedBy(words: readonly string[]): readonly string[] | null {
  const name = programOf(words[0] ?? "");
  if (/^py(thon3?)?$/.test(name)) return words[1] === "-m" ? words.slice(2) : null;
  const subcommands = RUNNERS.get(name);
  if (subcommands === undefined) return null;
  if (subcommands.length > 0 && !subcommands.includes(words[1] ?? "")) return null;
  const rest = words.slice(subcommands.length > 0 ? 2 : 1);
  const first = rest.findIndex((word) => !word.startsWith("-"));
  return first < 0 ? null : rest.slice(first);
}

function programOf(word: string): string {
  const name = word.slice(word.lastIndexOf("/") + 1).replace(/\.(exe|cmd)$/i, "");
  return name.replace(/@[\w.^~-]{1,40}$/, "");
}

/** The record that knows this command, the first in the catalogue's order. */
export const recognise: (command: Command) => CommandRecord | undefined = oncePer(({ argv }: Command) => {
  const [program = "", ...args] = plainWords(argv);
  const shapes = SHAPES.get(program);
  if (shapes === undefined) return undefined;
  const positionals = positionalsOf(args);
  return shapes.find(({ record, words: wanted }) => {
    if (!wanted.every((alternatives, i) => wordMatches(alternatives, positionals[i], args))) return false;
    if (record.without !== undefined && args.some((word) => record.without?.test(word))) return false;
    if (record.copiesTo !== undefined && !copies(positionals.slice(wanted.length), record.copiesTo)) return false;
    return record.with === undefined || args.some((word) => record.with?.test(word.slice(0, 400)));
  })?.record;
});

/** From here to there, or from there to there; what is only fetched changes nothing. */
function copies(places: readonly string[], there: RegExp): boolean {
  const remote = places.map((place) => there.test(place.slice(0, 400)));
  return remote.includes(true) && !(remote[0] === true && remote[1] === false);
}

function wordMatches(
  alternatives: readonly string[],
  positional: string | undefined,
  args: readonly string[],
): boolean {
  return alternatives.some((word) => (word.startsWith("-") ? args.includes(word) : word === positional));
}

function positionalsOf(args: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < args.length && found.length < 6; i++) {
    const word = args[i] as string;
    if (word.startsWith("-") && word !== "-") {
      if (VALUE_FLAGS.has(word)) i++;
    } else found.push(word);
  }
  return found;
}

export function deployCommand(command: Command, record: CommandRecord | undefined): DeployCommand | undefined {
  if (record === undefined) return undefined;
  const { argv, start, end } = command;
  return { id: record.id, record, command, start, end, local: isLocal(argv) };
}

function isLocal(argv: readonly string[]): boolean {
  if (LOCAL_TWINS.has(programOf(argv[0] ?? "")) || argv[0] === "act") return true;
  return argv.some((word, i) => {
    const value = word.startsWith("-") && word.includes("=") ? word.slice(word.indexOf("=") + 1) : word;
    const flag = word.startsWith("-") ? word : (argv[i - 1] ?? "");
    if (/^--?(kube-?)?context\b/.test(flag)) return LOCAL_CONTEXTS.test(value);
    return LOCAL_HOST.test(value);
  });
}

/** Tools that change the cluster which the computer they run on points at. */
const CLUSTER_TOOLS =
  /^(kubectl|oc|helm|helmfile|helmsman|kapp|ko|skaffold|flux|argocd|werf|devspace|okteto|azure\/k8s|stefanprodan\/|actions-hub\/|steebchen\/|deliverybot\/)/;

/** By a record's id or an action's name. */
export const isClusterTool = (name: string): boolean => CLUSTER_TOOLS.test(name);

const NAMES_A_CLUSTER =
  /^--?((kube-?)?(context|config)|cluster|server)(=|$)|^(update-kubeconfig|get-credentials|use-context|set-cluster)$|^KUBECONFIG=/;

/** It says which cluster it is about, and that is none of one's own computer. */
export function namesCluster({ argv, assignments }: Command): boolean {
  return (
    [...argv, ...assignments].some((word) => NAMES_A_CLUSTER.test(word)) && !isLocal(argv) && !argv.some(isLocalContext)
  );
}

const isLocalContext = (word: string) => LOCAL_CONTEXTS.test(word);
