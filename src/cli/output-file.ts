import { closeSync, constants, openSync, writeFileSync } from "node:fs";
import { UsageProblem } from "./exit.js";

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder does not exist",
  EISDIR: "it is a folder",
  ELOOP: "it is a link, and links are not followed",
  EACCES: "we may not write there",
  EPERM: "we may not write there",
  EROFS: "that place is read-only",
  ENOSPC: "the disk is full",
};

/**
 * Writes a file that the caller named. A link is not followed: it could come with the repository that is checked, and
 * lead anywhere.
 */
export function writeFileOf(path: string, content: string, mustBeNew = false): void {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_EXCL, O_NOFOLLOW } = constants;
  try {
    const file = openSync(path, O_WRONLY | O_CREAT | O_NOFOLLOW | (mustBeNew ? O_EXCL : O_TRUNC), 0o644);
    try {
      writeFileSync(file, content);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
    throw new UsageProblem(`${path} could not be written: ${WHY[code] ?? `the system says ${code}`}.`);
  }
}
