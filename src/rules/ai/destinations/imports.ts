import type { AiServiceRecord } from "../../../catalogue/ai/record.js";
import { AI_SERVICES, FRAMEWORKS } from "../../../catalogue/ai/services.js";
import { oncePer } from "../../../text/memo.js";
import type { Code } from "../../../text/source-code.js";
import { type Evidence, usualHost } from "./evidence.js";

export const moduleOf = (name: string) => name.replaceAll("-", "_");

/** A class of that name from somewhere else is somebody else's class. */
export function relates({ imports, language }: Code, service: AiServiceRecord): boolean {
  const modules = service.modules ?? [];
  const npm = [...(service.npm ?? []), ...(service.sharedNpm ?? [])];
  const pypi = [...(service.pypi ?? []), ...(service.sharedPypi ?? [])].map(moduleOf);
  const own = language === "javascript" ? [...npm, ...modules] : [...pypi, ...modules];
  return [...imports].some((name) => own.some((module) => isWithin(name, module)) || isFramework(name));
}

function isWithin(name: string, module: string): boolean {
  return name === module || (name.startsWith(module) && (name[module.length] === "." || name[module.length] === "/"));
}

/** The name itself, or what it is a part of: `a.b` and `a` of `a.b.c`. */
function isWithinAny(name: string, modules: ReadonlySet<string>): boolean {
  if (modules.has(name)) return true;
  for (let at = 1; at < name.length; at++) {
    if ((name[at] === "." || name[at] === "/") && modules.has(name.slice(0, at))) return true;
  }
  return false;
}

export const isFramework = (name: string) =>
  FRAMEWORKS.some((framework) =>
    framework.endsWith("/")
      ? name.startsWith(framework)
      : isWithin(name, framework) || (framework.length > 3 && name.startsWith(`${framework}_`)),
  );

/** A package that goes to one place only is used where it is imported. */
export function importEvidence(code: Code, resolved: ReadonlySet<string>): readonly Evidence[] {
  if (!importsOwn(code)) return [];
  return AI_SERVICES.flatMap((service) => {
    if (resolved.has(service.id)) return [];
    const name = ownModules(service, code).find((module) =>
      [...code.imports].some((imported) => isWithin(imported, module)),
    );
    if (name === undefined) return [];
    const place = placeOf(code, name);
    const host = usualHost(service);
    return [
      {
        service,
        packageName: name,
        strength: "use" as const,
        shows: `The code uses the package \`${name}\`, which goes there.`,
        range: place,
        ...(host === undefined ? {} : { host }),
      },
    ];
  });
}

function ownModules(
  { npm = [], sharedNpm = [], pypi = [] }: AiServiceRecord,
  { language }: Pick<Code, "language">,
): readonly string[] {
  if (language !== "javascript") return pypi.map(moduleOf);
  return [...npm, ...sharedNpm.filter((name) => name.startsWith("@ai-sdk/"))];
}

const OWN = {
  javascript: new Set(AI_SERVICES.flatMap((service) => ownModules(service, { language: "javascript" }))),
  python: new Set(AI_SERVICES.flatMap((service) => ownModules(service, { language: "python" }))),
};

/** The file takes a package that goes to one place only. */
export const importsOwn = ({ imports, language }: Pick<Code, "imports" | "language">): boolean =>
  [...imports].some((name) => isWithinAny(name, OWN[language === "javascript" ? language : "python"]));

function placeOf(code: Code, module: string): Evidence["range"] {
  const first = module.split(".")[0];
  const token = code.tokens.find(({ text }) => text === module || text.startsWith(`${module}/`) || text === first);
  return token === undefined ? [0, 0] : [token.start, token.end];
}

const MODULES = new Set(
  AI_SERVICES.flatMap(({ npm, sharedNpm, pypi, sharedPypi, modules }) => [
    ...(npm ?? []),
    ...(sharedNpm ?? []),
    ...[...(pypi ?? []), ...(sharedPypi ?? [])].map(moduleOf),
    ...(modules ?? []),
  ]),
);

/** How the names of all frameworks begin: most imports of most files are told apart by that. */
const BEGINNINGS = new Set(FRAMEWORKS.map(beginning));
const FAMILIES = FRAMEWORKS.filter((name) => name.length > 3 && !name.endsWith("/"));

function beginning(name: string): string {
  return name.split(/[./]/, 1)[0] ?? name;
}

function speaksToAi(name: string): boolean {
  if (isWithinAny(name, MODULES)) return true;
  const first = beginning(name);
  const may = BEGINNINGS.has(first) || FAMILIES.some((framework) => first.startsWith(`${framework}_`));
  return may && isFramework(name);
}

/** The file takes something that speaks to an AI service. */
export const importsAi = oncePer(({ imports }: Pick<Code, "imports">): boolean => [...imports].some(speaksToAi));
