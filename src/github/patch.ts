import { createHash } from "node:crypto";

/** Git's own name for a content: two with the same name are the same. */
export function blobSha(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/**
 * The content after a patch, from the content before it (nothing, for a new file). Null when the result is not, to
 * the byte, what `sha` names: a patch is shortened, recoded or cut by GitHub in ways that only the hash tells.
 */
export function patched(before: Uint8Array | null, patch: string, sha: string): Uint8Array | null {
  const source = before === null ? "" : decodeUtf8(before);
  if (source === null) return null;
  const text = apply(source, patch);
  if (text === null) return null;
  const bytes = Buffer.from(text, "utf8");
  return blobSha(bytes) === sha ? bytes : null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const HUNK = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+\d{1,9}(?:,\d{1,9})? @@/;

function apply(source: string, patch: string): string | null {
  const old = source.split("\n");
  const kept: string[] = [];
  let at = 0;
  let endsOpen = false;
  let last = "";
  for (const line of patch.split("\n")) {
    const hunk = HUNK.exec(line);
    if (hunk !== null) {
      const start = Number(hunk[1]) - (hunk[2] === "0" ? 0 : 1);
      if (start < at || start > old.length) return null;
      kept.push(...old.slice(at, start));
      at = start;
    } else if (line.startsWith("\\")) {
      endsOpen = endsOpen || last !== "-";
    } else if (line.startsWith("+")) {
      kept.push(line.slice(1));
    } else if (line.startsWith("-") || line.startsWith(" ")) {
      if (old[at] !== line.slice(1)) return null;
      if (line.startsWith(" ")) kept.push(line.slice(1));
      at++;
    } else if (line !== "") return null;
    last = line.slice(0, 1);
  }
  const rest = old.slice(at);
  if (rest.length > 0 && rest.join("") !== "") return [...kept, ...rest].join("\n");
  return kept.join("\n") + (endsOpen || kept.length === 0 ? "" : "\n");
}
