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

export const isFramework = (name: string) =>
  FRAMEWORKS.some((framework) =>
    framework.endsWith("/")
      ? name.startsWith(framework)
      : isWithin(name, framework) || (framework.length > 3 && name.startsWith(`${framework}_`)),
  );

/** A package that goes to one place only is used where it is imported. */
export function importEvidence(code: Code, resolved: ReadonlySet<string>): readonly Evidence[] {
  return AI_SERVICES.flatMap((service) => {
    if (resolved.has(service.id)) return [];
    const shared =
      code.language === "javascript" ? (service.sharedNpm ?? []).filter((name) => name.startsWith("@ai-sdk/")) : [];
    const own =
      code.language === "javascript" ? [...(service.npm ?? []), ...shared] : (service.pypi ?? []).map(moduleOf);
    const name = own.find((module) => [...code.imports].some((imported) => isWithin(imported, module)));
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

function placeOf(code: Code, module: string): Evidence["range"] {
  const first = module.split(".")[0];
  const token = code.tokens.find(({ text }) => text === module || text.startsWith(`${module}/`) || text === first);
  return token === undefined ? [0, 0] : [token.start, token.end];
}

const MODULES = AI_SERVICES.flatMap(({ npm, sharedNpm, pypi, sharedPypi, modules }) => [
  ...(npm ?? []),
  ...(sharedNpm ?? []),
  ...[...(pypi ?? []), ...(sharedPypi ?? [])].map(moduleOf),
  ...(modules ?? []),
]);

/** How the names of all modules and frameworks begin: most imports of most files are told apart by that. */
const BEGINNINGS = new Set([...MODULES, ...FRAMEWORKS].map(beginning));
const FAMILIES = FRAMEWORKS.filter((name) => name.length > 3 && !name.endsWith("/"));

function beginning(name: string): string {
  return name.split(/[./]/, 1)[0] ?? name;
}

function speaksToAi(name: string): boolean {
  const first = beginning(name);
  if (!BEGINNINGS.has(first) && !FAMILIES.some((framework) => first.startsWith(`${framework}_`))) return false;
  return isFramework(name) || MODULES.some((module) => isWithin(name, module));
}

/** The file takes something that speaks to an AI service. */
export const importsAi = oncePer(({ imports }: Pick<Code, "imports">): boolean => [...imports].some(speaksToAi));
