import { parse } from "smol-toml";

/** Names of packages in the files where people list them. */

export interface ListedPackage {
  readonly ecosystem: "npm" | "pypi";
  /** As the registry writes it: lower case, `-` between the words for PyPI. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const REQUIREMENT = /^[ \t]*([A-Za-z0-9][\w.-]{0,99})(?=[ \t]*(?:\[[^\]\n]{0,120}\])?[ \t]*(?:[<>=!~;@#].*)?\r?$)/gm;
const NAME = /^[ \t]*([A-Za-z0-9][\w.-]{0,99})/;
const LONGEST = 1_000_000;

/** True for files that {@link packagesIn} can read. */
export function isPackageList(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return (
    /^(package\.json|pyproject\.toml|pipfile|setup\.(py|cfg)|environment\.ya?ml)$/.test(name) ||
    /requirements[^/]{0,60}\.(txt|in)$/.test(name) ||
    /(^|\/)requirements\/[^/]{1,60}\.(txt|in)$/i.test(path)
  );
}

/** Nothing for a file that is broken or of another kind; never throws. */
export function packagesIn(path: string, text: string): readonly ListedPackage[] {
  if (text.length > LONGEST) return [];
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  try {
    if (name === "package.json") return npmPackages(text);
    if (name === "pyproject.toml" || name === "pipfile") return tomlPackages(text);
    if (name.startsWith("setup.") || name.startsWith("environment.")) return quotedOrListed(text);
  } catch {
    return [];
  }
  return isPackageList(path) ? requirements(text) : [];
}

const plain = (name: string) => name.toLowerCase().replace(/[_.]+/g, "-");

function requirements(text: string): readonly ListedPackage[] {
  return [...text.matchAll(REQUIREMENT)].map((found) =>
    pypi(found[1] ?? "", found.index + found[0].indexOf(found[1] ?? "")),
  );
}

function pypi(written: string, start: number): ListedPackage {
  return { ecosystem: "pypi", name: plain(written), start, end: start + written.length };
}

function npmPackages(text: string): readonly ListedPackage[] {
  const read: unknown = JSON.parse(text);
  return ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].flatMap((field) =>
    Object.keys(record(record(read)[field])).map((name) => {
      const start = Math.max(0, text.indexOf(`"${name}"`, Math.max(0, text.indexOf(`"${field}"`))));
      return { ecosystem: "npm" as const, name, start, end: start + name.length + 2 };
    }),
  );
}

function tomlPackages(text: string): readonly ListedPackage[] {
  const file = record(parse(text));
  const project = record(file.project);
  const poetry = record(record(file.tool).poetry);
  const lists = [
    project.dependencies,
    ...values(project["optional-dependencies"]),
    ...values(file["dependency-groups"]),
  ];
  const tables = [
    poetry.dependencies,
    poetry["dev-dependencies"],
    ...values(poetry.group).map((group) => record(group).dependencies),
    file.packages,
    file["dev-packages"],
  ];
  const written = [
    ...lists.flatMap((list) => (Array.isArray(list) ? list : [])).filter((one) => typeof one === "string"),
    ...tables.flatMap((table) => Object.keys(record(table))),
  ];
  return written.flatMap((one) => {
    const name = NAME.exec(one)?.[1];
    if (name === undefined) return [];
    const start = new RegExp(`(^|["'\\s])${name.replace(/\./g, "\\.")}(?=["'\\s=<>~!;\\[@])`, "m").exec(text);
    return [pypi(name, start === null ? 0 : start.index + (start[1] ?? "").length)];
  });
}

/** `setup.py`, `setup.cfg` and Conda files: a name at the start of a string or of a list item. */
function quotedOrListed(text: string): readonly ListedPackage[] {
  const found = text.matchAll(/(?:["']|^[ \t]*-[ \t]+|^[ \t]+)([A-Za-z0-9][\w.-]{0,99})(?=["'\s<>=~!;[])/gm);
  return [...found].map((one) => pypi(one[1] ?? "", one.index + one[0].length - (one[1] ?? "").length));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

const values = (value: unknown): readonly unknown[] => Object.values(record(value));
