import type { ProductionNames } from "../../../model/policy.js";
import type { SourceFile } from "../../../model/source-file.js";
import { environmentOf } from "../../../text/environment-words.js";
import type { Hit } from "../keys/find.js";
import { nameBefore } from "../reading/names.js";
import { around } from "../reading/segments.js";

/** What the place of a value says about its environment, and in which words that can be told. */
export interface Evidence {
  readonly says: "production" | "test" | "other" | "none";
  readonly because: string;
}

const NOTHING: Evidence = { says: "none", because: "Nothing near it says which environment it belongs to." };
const REACH = 2000;

/** For a key whose form does not tell: the name it has, the hosts and settings near it, the name of its file. */
export function evidenceFor(hit: Hit, file: SourceFile, { words }: ProductionNames): Evidence {
  return (
    byName(nameBefore(hit.segment.text, hit.start), words) ??
    byEndpoint(hit) ??
    bySetting(hit, words) ??
    byPath(file, words) ??
    NOTHING
  );
}

export function byName(name: string | null, words: readonly string[]): Evidence | null {
  const says = name === null ? "none" : environmentOf(name, words);
  return says === "none" ? null : { says, because: `The name in front of it is \`${name}\`.` };
}

function byEndpoint({ form, segment, start, end }: Hit): Evidence | null {
  const { endpoints } = form.provider;
  if (endpoints === undefined) return null;
  const near = around(segment.text, start, end, REACH).toLowerCase();
  const test = endpoints.test.find((mark) => near.includes(mark));
  if (test !== undefined) return { says: "test", because: `Near it stands \`${test}\`, which is for tries.` };
  const live = endpoints.live.find((mark) => near.includes(mark));
  return live === undefined
    ? null
    : { says: "production", because: `Near it stands \`${live}\`, which is the live service.` };
}

/** `PLAID_ENV=production`, `squareEnvironment: "sandbox"`. */
function bySetting({ form, segment, start, end }: Hit, words: readonly string[]): Evidence | null {
  const near = around(segment.text, start, end, REACH);
  const provider = form.provider.id.replace(/-/g, "[_-]?");
  const setting = new RegExp(
    `${provider}[_-]?env(?:ironment)?["'\\]]{0,2}\\s{0,5}[:=]\\s{0,5}["'\`]?([A-Za-z-]{2,20})`,
    "i",
  );
  const value = setting.exec(near)?.[1];
  if (value === undefined) return null;
  const says = environmentOf(value, words);
  return says === "none" ? null : { says, because: `Near it the environment is set to \`${value}\`.` };
}

/** Settings are often kept in one file for each environment: `.env.production`, `config/prod.yml`. */
export function byPath(file: SourceFile, words: readonly string[]): Evidence | null {
  if (file.kind !== "config" && file.kind !== "data") return null;
  const says = pathEnvironment(file.path, words);
  return says === "none" ? null : { says, because: `The file is called \`${file.path}\`.` };
}

/** Files that show which settings there are, and hold none. */
const TEMPLATE = /[._-](example|sample|template|tmpl|tpl|dist|default)(\.\w{1,8})?$/i;

/** What the last two parts of a path say. The file's own name decides before its folder. */
export function pathEnvironment(path: string, words: readonly string[]): "production" | "other" | "none" {
  if (TEMPLATE.test(path)) return "other";
  const parts = path.split("/").slice(-2).reverse();
  return parts.map((part) => environmentOf(part, words)).find((says) => says !== "none") ?? "none";
}
