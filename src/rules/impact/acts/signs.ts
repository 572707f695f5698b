import { ACTS } from "../../../catalogue/impact/acts.js";
import type { ActRecord } from "../../../catalogue/impact/record.js";
import { type Call, option } from "../../../text/calls.js";
import { addressesIn, hostPattern } from "../../../text/hosts.js";
import { lowerCaseOf } from "../../../text/lower-case.js";
import { oncePer } from "../../../text/memo.js";
import { type Code, codeOf, importsAny } from "../../../text/source-code.js";

/** A call that writes to the world. */
export interface Act {
  readonly record: ActRecord;
  readonly call: Call;
  /** Where it goes, where the code says so. */
  readonly host?: string;
}

interface CallSign {
  readonly record: ActRecord;
  /** How the chain ends. */
  readonly ending: string;
  /** An option that must be among the arguments. */
  readonly needs?: string;
}

interface PostSign {
  readonly record: ActRecord;
  readonly isHost: (host: string) => boolean;
  readonly isPath: (path: string) => boolean;
}

const CALLS = callSigns();
const POSTS = ACTS.flatMap((record) =>
  (record.posts ?? []).map(({ host, path }) => ({
    record,
    isHost: hostPattern(host),
    isPath: pathPattern(path ?? "/*"),
  })),
);
const WRITES = new Set(["post", "put", "patch", "postform", "postasync", "putasync", "patchasync", "postasjsonasync"]);
const MAY_WRITE = new Set(["fetch", "request", "axios", "got", "newrequest", "ajax", "$fetch", "ofetch"]);
const METHODS = new Set(["POST", "PUT", "PATCH", "DELETE"]);

function callSigns(): ReadonlyMap<string, readonly CallSign[]> {
  const known = new Map<string, CallSign[]>();
  for (const record of ACTS) {
    for (const written of record.calls ?? []) {
      const [ending = "", needs] = written.split(/[()]/);
      const name = ending.slice(ending.lastIndexOf(".") + 1);
      const sign = { record, ending, ...(needs === undefined || needs === "" ? {} : { needs }) };
      known.set(name, [...(known.get(name) ?? []), sign]);
    }
  }
  return known;
}

/** `*` stands for one part of a path, and at the end for the rest. */
function pathPattern(pattern: string): (path: string) => boolean {
  const parts = pattern.split("/");
  return (path) => {
    const own = path.split("/");
    if (own.length < parts.length) return false;
    return parts.every(
      (part, i) =>
        part === "*" ||
        own[i] === "*" ||
        own[i] === part ||
        (part.endsWith("*") && own[i]?.startsWith(part.slice(0, -1))),
    );
  };
}

/** Every writing call of a file, in order; read once for all the rules that ask. */
export const actsOf = oncePer((file: { readonly path: string; readonly text: string }) => actsIn(codeOf(file), file));

/** `path` and `text` say whether the file takes the module that the call is of. */
function actsIn(code: Code, file: { readonly path: string; readonly text: string }): readonly Act[] {
  return code.calls.flatMap((call) => {
    const signs = Object.hasOwn(Object.prototype, call.name) ? undefined : CALLS.get(call.name);
    const sign = signs?.find((candidate) => isSign(candidate, code, call) && takes(candidate.record, code, file));
    return sign === undefined ? posted(code, call) : [{ record: sign.record, call }];
  });
}

function isSign({ ending, needs }: CallSign, code: Code, call: Call): boolean {
  const plain = call.callee.replace(/\(\)|\[\]/g, "");
  if (plain !== ending && !plain.endsWith(`.${ending}`)) return false;
  return needs === undefined || hasOption(code, call, needs);
}

/** Also the short form of a property, `{ to, from }`. */
function hasOption(code: Code, call: Call, name: string): boolean {
  if (option(code.tokens, call.from, call.to, new Set([name])) !== null) return true;
  if (code.language !== "javascript") return false;
  return code.tokens.slice(call.from, call.to).some(({ kind, text }) => kind === "name" && text === name);
}

/** The file imports a module that the act is of; in a language whose imports aren't read it speaks of one. */
export function takes(
  record: ActRecord,
  code: Pick<Code, "imports" | "language">,
  file: { readonly path: string; readonly text: string },
): boolean {
  const { modules } = record;
  const { path } = file;
  if (modules === undefined) return true;
  if (path.endsWith(".gs")) return modules.includes("gs:");
  if (importsAny(code, modulesOf(record))) return true;
  const readsImports = code.language === "javascript" || path.endsWith(".py") || path.endsWith(".ipynb");
  return !readsImports && modules.some((module) => lowerCaseOf(file).includes(module.toLowerCase()));
}

const modulesOf = oncePer(({ modules = [] }: ActRecord): ReadonlySet<string> => new Set(modules));

function posted(code: Code, call: Call): readonly Act[] {
  const name = call.name.toLowerCase();
  if (!WRITES.has(name) && !(MAY_WRITE.has(name) && saysMethod(code, call))) return [];
  const address = addressOf(code, call);
  if (address === null) return [];
  const sign: PostSign | undefined = POSTS.find(({ isHost, isPath }) => isHost(address.host) && isPath(address.path));
  return sign === undefined ? [] : [{ record: sign.record, call, host: address.host }];
}

function saysMethod(code: Code, { from, to }: Call): boolean {
  return code.tokens
    .slice(from, Math.min(to, from + 400))
    .some(({ kind, text }) => kind === "string" && METHODS.has(text.toUpperCase()));
}

/** The first address among the arguments, with the names that are known filled in. */
function addressOf(code: Code, { from, to }: Call): { readonly host: string; readonly path: string } | null {
  for (const { kind, text } of code.tokens.slice(from, Math.min(to, from + 40))) {
    const value = kind === "name" ? code.constants.get(text) : kind === "string" ? text : undefined;
    if (value === undefined || value.length > 500) continue;
    const filled = value.replace(/\$?\{(\w{1,60})\}/g, (part, name: string) => code.constants.get(name) ?? part);
    const address = addressesIn(filled)[0];
    if (address !== undefined) return address;
  }
  return null;
}
