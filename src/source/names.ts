import { isUtf8 } from "node:buffer";

/** A path relative to the folder that is read. Bytes where the name is not UTF-8, so that it can still be opened. */
export type Name = string | Buffer;

/** For showing and for globs. A name that is not UTF-8 is shown with replacement characters. */
export function pathOf(name: Name): string {
  return typeof name === "string" ? name : name.toString("utf8");
}

/** Splits what git prints with `-z`. */
export function splitAtZeros(bytes: Buffer): readonly Name[] {
  if (isUtf8(bytes)) return bytes.toString("utf8").split("\0").slice(0, -1);
  const names: Name[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
    const name = bytes.subarray(start, end);
    names.push(isUtf8(name) ? name.toString("utf8") : name);
    start = end + 1;
  }
  return names;
}

/** Drops the first `count` bytes, which are ASCII. */
export function withoutStart(name: Name, count: number): Name {
  return typeof name === "string" ? name.slice(count) : name.subarray(count);
}
