import type { ActRecord } from "../../../catalogue/impact/record.js";
import { callTest } from "../../../text/calls.js";
import { addressTest } from "../../../text/hosts.js";
import { importsAny, likelyImportsOf, sourceOf } from "../../../text/source-code.js";
import { readsImports, takes } from "./signs.js";

/** Most files in which a word such as `stripe` stands act on nothing. They are told from the others without being read whole. */

/** The host of an address is put together from constants of the file: `https://{HOST}/`. */
const PUT_TOGETHER = /:\/\/[^\s/"'`]{0,200}\{\w{1,60}\}/;

interface Called {
  readonly record: ActRecord;
  readonly mayCall: (text: string) => boolean;
}

type File = { readonly path: string; readonly text: string };

/** A test that says whether a file may hold such an act. False is certain. */
export function actTest(records: readonly ActRecord[]): (file: File) => boolean {
  const mayCall = callingTest(records);
  const hosts = records.flatMap(({ posts = [] }) => posts.map(({ host }) => host));
  const mayReach = addressTest(hosts);
  return (file) => {
    const { text } = sourceOf(file);
    return mayCall(file) || (hosts.length > 0 && (mayReach(text) || PUT_TOGETHER.test(text)));
  };
}

function callingTest(records: readonly ActRecord[]): (file: File) => boolean {
  const called = records.flatMap((record): readonly Called[] => {
    const ends = (record.calls ?? []).map((written) => written.split("(")[0] ?? "");
    return ends.length === 0 ? [] : [{ record, mayCall: callTest(ends) }];
  });
  const modules = new Set(called.flatMap(({ record }) => record.modules ?? []));
  const anywhere = called.some(({ record }) => record.modules === undefined);
  return (file) => {
    const source = sourceOf(file);
    const likely = likelyImportsOf(source);
    const isTold = !anywhere && readsImports(source, file.path) && !file.path.endsWith(".gs");
    if (isTold && !importsAny(likely, modules)) return false;
    return called.some(({ record, mayCall }) => takes(record, likely, file) && mayCall(source.text));
  };
}
