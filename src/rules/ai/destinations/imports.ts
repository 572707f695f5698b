import type { AiServiceRecord } from "../../../catalogue/ai/record.js";
import { AI_SERVICES, FRAMEWORKS } from "../../../catalogue/ai/services.js";
import { oncePer } from "../../../text/memo.js";
import { type Code, importsAny, isWithinAny } from "../../../text/source-code.js";
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

/** How the names of all frameworks begin, and of their families of packages: most names are told apart by that. */
const BEGINNINGS = new Set(FRAMEWORKS.map(beginning));
const FAMILIES = FRAMEWORKS.filter((name) => name.length > 3 && !name.endsWith("/")).map((name) => `${name}_`);

function beginning(name: string): string {
  return name.split(/[./]/, 1)[0] ?? name;
}

export function isFramework(name: string): boolean {
  if (name.includes("_") && FAMILIES.some((family) => name.startsWith(family))) return true;
  if (!BEGINNINGS.has(beginning(name))) return false;
  return FRAMEWORKS.some((framework) =>
    framework.endsWith("/") ? name.startsWith(framework) : isWithin(name, framework),
  );
}

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
export const importsOwn = (code: Pick<Code, "imports" | "language">): boolean =>
  importsAny(code, OWN[code.language === "javascript" ? "javascript" : "python"]);

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

const speaksToAi = (name: string): boolean => isWithinAny(name, MODULES) || isFramework(name);

/** The file takes something that speaks to an AI service. */
export const importsAi = oncePer(({ imports }: Pick<Code, "imports">): boolean => [...imports].some(speaksToAi));
