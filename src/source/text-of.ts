import { decode } from "../text/decode.js";

/** The text of a manifest or policy file, whatever is in it: its reader says what it makes of the rest. */
export function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return decoded.kind === "text" ? decoded.text : Buffer.from(bytes).toString("utf8");
}
