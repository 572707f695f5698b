import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";

/** What a file of the project imports, and which effects it has, by its syntax tree: comments and strings don't count. */
export interface Used {
  /** From the root, with `/` between the parts. */
  readonly file: string;
  /** Files of ours, by path from the root. */
  readonly ours: readonly string[];
  /** Packages, by name, and Node's modules, as `node:fs`. */
  readonly outside: readonly string[];
  readonly effects: ReadonlySet<string>;
}

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export function sourceFilesIn(folder: string): readonly string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((name) => name.endsWith(".ts") && !name.includes("/dist/"))
    .sort();
}

export function usedBy(file: string): Used {
  return used(file, readFileSync(join(ROOT, file), "utf8"));
}

export function used(file: string, source: string): Used {
  const specifiers: string[] = [];
  const effects = new Set<string>();
  walk(parseSync(source, { syntax: "typescript", target: "es2022" }) as unknown as Node, null, (node, place) => {
    const specifier = specifierOf(node);
    if (specifier !== null) specifiers.push(specifier);
    const effect = effectOf(node, place);
    if (effect !== null) effects.add(effect);
  });
  const outside = specifiers.filter((specifier) => !specifier.startsWith(".")).map(packageName);
  for (const name of outside) {
    const effect = MODULES[name];
    if (effect !== undefined) effects.add(effect);
  }
  const ours = specifiers
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => posix.join(posix.dirname(file), specifier).replace(/\.js$/, ".ts"));
  return { file, ours, outside: outside.filter((name) => !(name in MODULES)), effects };
}

const MODULES: Readonly<Record<string, string>> = {
  "node:fs": "files",
  "node:fs/promises": "files",
  "node:child_process": "processes",
  "node:worker_threads": "threads",
  "node:timers/promises": "clock",
  "node:net": "network",
  "node:http": "network",
  "node:https": "network",
};

const GLOBALS: Readonly<Record<string, string>> = {
  process: "process",
  console: "console",
  fetch: "network",
  setTimeout: "clock",
  setInterval: "clock",
  performance: "clock",
};

function packageName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** A node of the syntax tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Place {
  readonly parent: Node;
  readonly key: string;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Partial<Node>).type === "string";
}

function walk(node: Node, place: Place | null, visit: (node: Node, place: Place | null) => void): void {
  visit(node, place);
  for (const [key, value] of Object.entries(node)) {
    for (const part of Array.isArray(value) ? value : [value]) {
      const child: unknown = isNode(part) ? part : unwrapped(part);
      if (isNode(child)) walk(child, { parent: node, key }, visit);
    }
  }
}

/** An argument of a call, or an element of an array, stands in `{ spread, expression }`, which is no node itself. */
function unwrapped(part: unknown): unknown {
  return typeof part === "object" && part !== null && "expression" in part ? part.expression : null;
}

function specifierOf(node: Node): string | null {
  if (/^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration)$/.test(node.type)) return textOf(node.source);
  if (node.type === "TsImportType") return textOf(node.argument);
  if (node.type === "CallExpression" && isNode(node.callee) && node.callee.type === "Import") {
    const [first] = node.arguments as readonly { readonly expression: unknown }[];
    return textOf(first?.expression);
  }
  return null;
}

function textOf(node: unknown): string | null {
  return isNode(node) && node.type === "StringLiteral" ? String(node.value) : null;
}

function effectOf(node: Node, place: Place | null): string | null {
  if (node.type === "NewExpression" && isName(node.callee, "Date")) {
    return Array.isArray(node.arguments) && node.arguments.length > 0 ? null : "clock";
  }
  if (node.type === "MemberExpression" && isName(node.property, "now") && isName(node.object, "Date")) return "clock";
  if (node.type === "MemberExpression" && isName(node.property, "random") && isName(node.object, "Math")) {
    return "random";
  }
  return node.type === "Identifier" && isUse(place) ? (GLOBALS[String(node.value)] ?? null) : null;
}

const isName = (node: unknown, name: string) => isNode(node) && node.type === "Identifier" && node.value === name;

/** `x.process`, `{ process: 1 }` and a type's member have the word, and not the global. */
function isUse(place: Place | null): boolean {
  if (place === null) return false;
  const { parent, key } = place;
  if (parent.type === "MemberExpression") return key === "object";
  return !(key === "key" || key === "property" || parent.type.startsWith("Ts") || /Specifier$/.test(parent.type));
}
