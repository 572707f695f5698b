import type { FileKind } from "../../../model/source-file.js";
import { lineBefore } from "./segments.js";

const COMMENTED = /^\s*(?:#(?!!)|\/\/|\*|--\s|<!--|;|rem\s|%\s)|\s(?:#|\/\/)\s/i;

/** True for what stands in a comment of its line. */
export function isCommented(text: string, offset: number): boolean {
  return COMMENTED.test(lineBefore(text, offset));
}

/** Documentation talks about references and uses none. A shell's history is no prose, whatever its file is called. */
export function isProse({ path, kind }: { readonly path: string; readonly kind: FileKind }): boolean {
  return kind === "docs" && !/history/i.test(path);
}
