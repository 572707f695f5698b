import type { RawFile, SourceFile } from "../model/source-file.js";
import { decode } from "../text/decode.js";
import { fileKind } from "./file-kind.js";

/** Takes a copy of the bytes, so that the file outlives the source's buffer. */
export function sourceFile({ path, bytes }: RawFile): SourceFile {
  return passingFile({ path, bytes: new Uint8Array(bytes) });
}

/** The file for as long as its source leaves the bytes alone; decodes on first use. */
export function passingFile({ path, bytes }: RawFile): SourceFile {
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  let text: string | undefined;
  return {
    path,
    kind: fileKind(path),
    bytes: view,
    get text() {
      text ??= textOf(view);
      return text;
    },
  };
}

function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return decoded.kind === "text" ? decoded.text : "";
}
