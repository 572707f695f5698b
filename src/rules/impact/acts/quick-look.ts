import type { ActRecord } from "../../../catalogue/impact/record.js";
import { callTest } from "../../../text/calls.js";
import { addressTest } from "../../../text/hosts.js";
import { likelyImportsOf, sourceOf } from "../../../text/source-code.js";
import { takes } from "./signs.js";

/** Most files in which a word such as `stripe` stands act on nothing. They are told from the others without being read whole. */

/** The host of an address is put together from constants of the file: `https://{HOST}/`. */
const PUT_TOGETHER = /:\/\/[^\s/"'`]{0,200}\{\w{1,60}\}/;

/** A test that says whether a file may hold such an act. False is certain. */
export function actTest(
  records: readonly ActRecord[],
): (file: { readonly path: string; readonly text: string }) => boolean {
  const hosts = records.flatMap(({ posts = [] }) => posts.map(({ host }) => host));
  const mayReach = addressTest(hosts);
  const called = records.flatMap((record) => {
    const { calls = [] } = record;
    return calls.length === 0
      ? []
      : [{ record, mayCall: callTest(calls.map((written) => written.split("(")[0] ?? "")) }];
  });
  return (file) => {
    const source = sourceOf(file);
    const likely = likelyImportsOf(source);
    if (called.some(({ record, mayCall }) => takes(record, likely, file) && mayCall(source.text))) return true;
    return hosts.length > 0 && (mayReach(source.text) || PUT_TOGETHER.test(source.text));
  };
}
