/** A larger file is a gap: reading it would cost more than it could tell. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** What is brought along as context, at most: files, and bytes in each. */
export const MOST_CONTEXT_FILES = 400;
export const LARGEST_CONTEXT_FILE = 256 * 1024;

const LFS = Buffer.from("version https://git-lfs.github.com/spec/v1\n");

/** True for the few lines that stand in a repository for a file that is stored elsewhere. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < 1024 && bytes.length > LFS.length && LFS.equals(bytes.subarray(0, LFS.length));
}

/** The sentences that a gap gives as its reason. */
export const REASONS = {
  tooLarge: "It is larger than 16 MB, so only its name was looked at.",
  linkOut: "It is a link that leads out of this folder. Links like that are not followed.",
  linkedFolder: "One of the folders above it is a link. Links are not followed.",
  notRegular: "It is a pipe, a socket or a device, not a regular file.",
  subRepository: "It is a repository of its own (a sub-module), with its own check.",
  lfs: "Its content is stored in Git LFS and is not part of what was read.",
  sparse: "It is left out of this checkout (sparse checkout).",
  unreadable: "It could not be opened with the rights we have.",
  longName: "Its name is longer than this system can open.",
  nothing: "There is no file in this folder that git tracks or does not ignore.",
  failed: "Reading it failed.",
  absent: "Its content is not in this clone (a partial or shallow clone).",
} as const;
