import type { RawFile, SourceFile } from "../model/source-file.js";
import { decode } from "../text/decode.js";
import { fileKind } from "./file-kind.js";

/** Takes a copy of the bytes, so that the file outlives the source's buffer, and decodes on first use. */
export function sourceFile({ path, bytes }: RawFile): SourceFile {
  const own = new Uint8Array(bytes);
  let text: string | undefined;
  return {
    path,
    kind: fileKind(path),
    bytes: own,
    get text() {
      text ??= textOf(own);
      return text;
    },
  };
}

function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return decoded.kind === "text" ? decoded.text : "";
}
