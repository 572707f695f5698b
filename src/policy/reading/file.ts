import type { Problem } from "../../model/problem.js";
import { decode } from "../../text/decode.js";

/** A manifest or policy file, as text or as the bytes a source read. */
export type KindFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array };

/** A longer file is not parsed at all: the time a YAML parser takes grows faster than the file. */
export const LONGEST_FILE = 64 * 1024;

export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unusable"; readonly problem: Problem };

/** The text of a file without its byte order mark, or the one reason why there is none. */
export function fileText(file: KindFile): FileText {
  const size = "text" in file ? file.text.length : file.bytes.length;
  if (size > LONGEST_FILE) {
    return unusable(
      `This file is ${Math.ceil(size / 1024)} KB, and a few lines are enough. We read up to 64 KB, so nothing in it was read. Please keep only the settings here.`,
    );
  }
  if ("text" in file) return checked(file.text);
  const decoded = decode(file.bytes);
  return decoded.kind === "text" ? checked(decoded.text) : notText();
}

function checked(text: string): FileText {
  if (text.includes("\0")) return notText();
  return { kind: "text", text: text.startsWith("\ufeff") ? text.slice(1) : text };
}

function notText(): FileText {
  return unusable("This isn't a text file, so nothing in it was read. Please save it as plain text.");
}

function unusable(message: string): FileText {
  return { kind: "unusable", problem: { line: 1, column: 1, severity: "error", message } };
}
