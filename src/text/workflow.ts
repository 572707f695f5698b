import { oncePer } from "./memo.js";
import { type Command, parseShell } from "./shell.js";
import {
  at,
  entriesOf,
  entryOf,
  hasKeys,
  itemsOf,
  oneOrMore,
  type PlacedText,
  type Tree,
  textAt,
  textOf,
} from "./tree.js";
import { offsetIn, yamlOf } from "./yaml.js";

/** A GitHub Actions workflow, as far as the file itself says. Every text has its place in the file. */
export interface Workflow {
  readonly name?: PlacedText;
  readonly triggers: readonly Trigger[];
  readonly permissions: ReadonlyMap<string, PlacedText>;
  readonly env: ReadonlyMap<string, PlacedText>;
  readonly concurrency?: PlacedText;
  readonly jobs: readonly Job[];
}

export interface Trigger {
  readonly event: string;
  /** What a person or another workflow may ask for, with its default and the choices, by name. */
  readonly inputs: ReadonlyMap<string, readonly PlacedText[]>;
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  readonly types: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface Job {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly name?: PlacedText;
  /** The name of the environment as written; it may be an expression. */
  readonly environment?: PlacedText;
  readonly environmentUrl?: PlacedText;
  /** The reusable workflow it calls. */
  readonly uses?: PlacedText;
  readonly with: ReadonlyMap<string, PlacedText>;
  /** `inherit` passes every secret on. */
  readonly secrets: "inherit" | ReadonlyMap<string, PlacedText>;
  readonly condition?: PlacedText;
  readonly concurrency?: PlacedText;
  readonly permissions: ReadonlyMap<string, PlacedText>;
  readonly env: ReadonlyMap<string, PlacedText>;
  /** The plain values of a matrix, by name. */
  readonly matrix: ReadonlyMap<string, readonly PlacedText[]>;
  /** Images of its containers and services. */
  readonly images: readonly PlacedText[];
  readonly steps: readonly Step[];
}

export interface Step {
  readonly start: number;
  readonly end: number;
  readonly name?: PlacedText;
  readonly uses?: PlacedText;
  readonly with: ReadonlyMap<string, PlacedText>;
  readonly run?: PlacedText;
  /** The folder it runs in, the job's or the workflow's where it has none of its own. */
  readonly directory?: PlacedText;
  readonly env: ReadonlyMap<string, PlacedText>;
  readonly condition?: PlacedText;
}

/** A command of a `run:` text with its place in the file. */
export interface PlacedCommand extends Command {
  readonly at: number;
}

/** The workflow in a file, or nothing where the file is no workflow (it has no `on` with `jobs`). Once per file. */
export const workflowOf = oncePer((holder: { readonly text: string }): Workflow | null => {
  const tree = yamlOf(holder).documents[0];
  return hasKeys(tree, "jobs") && (hasKeys(tree, "on") || hasKeys(tree, "true")) ? workflow(tree) : null;
});

/** A composite action's steps, or nothing. */
export const compositeOf = oncePer((holder: { readonly text: string }): readonly Step[] | null => {
  const tree = yamlOf(holder).documents[0];
  return at(tree, "runs", "steps") === undefined
    ? null
    : itemsOf(at(tree, "runs", "steps")).map((item) => step(item, undefined));
});

/** The commands of a `run:` text, placed in the file, at most 200 of them with their exact place. */
export function commandsIn(fileText: string, run: PlacedText): readonly PlacedCommand[] {
  return parseShell(run.value).map((command, number) => ({
    ...command,
    at: number < 200 ? offsetIn(fileText, run, command.start) : run.start,
  }));
}

function workflow(tree: Tree | undefined): Workflow {
  const on = entryOf(tree, "on") ?? entryOf(tree, "true");
  const directory = textAt(tree, "defaults", "run", "working-directory");
  return {
    ...optional("name", textAt(tree, "name")),
    triggers: triggers(on?.value),
    permissions: texts(at(tree, "permissions")),
    env: texts(at(tree, "env")),
    ...optional("concurrency", nameOrGroup(at(tree, "concurrency"), "group")),
    jobs: entriesOf(at(tree, "jobs")).map(({ key, keyStart, value }) => job(key, keyStart, value, directory)),
  };
}

function triggers(on: Tree | undefined): readonly Trigger[] {
  if (on?.kind !== "map") {
    return oneOrMore(on).flatMap((event) => {
      const text = textOf(event);
      return text === undefined ? [] : [trigger(text.value, undefined, text)];
    });
  }
  return entriesOf(on).map(({ key, keyStart, keyEnd, value }) => trigger(key, value, { start: keyStart, end: keyEnd }));
}

function trigger(event: string, filter: Tree | undefined, { start, end }: { start: number; end: number }): Trigger {
  const list = (name: string) => oneOrMore(at(filter, name)).flatMap((item) => textOf(item)?.value ?? []);
  const inputs = new Map(
    entriesOf(at(filter, "inputs")).map(({ key, value }) => {
      const choices = [at(value, "default"), ...itemsOf(at(value, "options"))];
      return [key, choices.flatMap((choice) => textOf(choice) ?? [])] as const;
    }),
  );
  return { event, inputs, branches: list("branches"), tags: list("tags"), types: list("types"), start, end };
}

function job(id: string, keyStart: number, tree: Tree, outer: PlacedText | undefined): Job {
  const secrets = at(tree, "secrets");
  const directory = textAt(tree, "defaults", "run", "working-directory") ?? outer;
  return {
    id,
    start: keyStart,
    end: tree.end,
    ...optional("name", textAt(tree, "name")),
    ...optional("environment", nameOrGroup(at(tree, "environment"), "name")),
    ...optional("environmentUrl", textAt(tree, "environment", "url")),
    ...optional("uses", textAt(tree, "uses")),
    with: texts(at(tree, "with")),
    secrets: textOf(secrets)?.value === "inherit" ? "inherit" : texts(secrets),
    ...optional("condition", textAt(tree, "if")),
    ...optional("concurrency", nameOrGroup(at(tree, "concurrency"), "group")),
    permissions: texts(at(tree, "permissions")),
    env: texts(at(tree, "env")),
    matrix: matrix(at(tree, "strategy", "matrix")),
    images: images(tree),
    steps: itemsOf(at(tree, "steps")).map((item) => step(item, directory)),
  };
}

function step(tree: Tree, outer: PlacedText | undefined): Step {
  return {
    start: tree.start,
    end: tree.end,
    ...optional("name", textAt(tree, "name")),
    ...optional("uses", textAt(tree, "uses")),
    with: texts(at(tree, "with")),
    ...optional("run", textAt(tree, "run")),
    ...optional("directory", textAt(tree, "working-directory") ?? outer),
    env: texts(at(tree, "env")),
    ...optional("condition", textAt(tree, "if")),
  };
}

function matrix(tree: Tree | undefined): ReadonlyMap<string, readonly PlacedText[]> {
  const values = (node: Tree) => oneOrMore(node).flatMap((item) => textOf(item) ?? []);
  const plain = entriesOf(tree).map(({ key, value }) => [key, values(value)] as const);
  const included = itemsOf(at(tree, "include")).flatMap((item) => [...texts(item)]);
  const all = new Map<string, PlacedText[]>(plain.map(([key, list]) => [key, [...list]]));
  for (const [key, text] of included) all.set(key, [...(all.get(key) ?? []).slice(0, 50), text]);
  return all;
}

function images(tree: Tree): readonly PlacedText[] {
  const services = entriesOf(at(tree, "services")).map(({ value }) => textAt(value, "image"));
  return [nameOrGroup(at(tree, "container"), "image"), ...services].filter((image) => image !== undefined);
}

/** `environment: x`, `environment: {name: x}` and their like. */
function nameOrGroup(tree: Tree | undefined, key: string): PlacedText | undefined {
  return tree?.kind === "map" ? textAt(tree, key) : textOf(tree);
}

function texts(tree: Tree | undefined): ReadonlyMap<string, PlacedText> {
  return new Map(
    entriesOf(tree).flatMap(({ key, value }) => {
      const text = textOf(value);
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
