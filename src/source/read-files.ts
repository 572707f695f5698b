import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync } from "node:fs";
import { posix } from "node:path";
import type { Gap, RawFile } from "../model/source-file.js";
import { isLfsPointer, LARGEST_FILE, REASONS } from "./limits.js";
import { type Name, pathOf } from "./names.js";

/** A link is refused, and a pipe without a writer does not make us wait. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Room for one file at a time. It grows with the files: most runs never meet a large one. */
interface Room {
  buffer: Buffer;
}

const FIRST_ROOM = 256 * 1024;

/** What reading one file came to: its size in the room, the reason of a gap, or `null` for nothing to say. */
type Outcome = number | string | null;

/**
 * Reads files below a folder one after the other into one room: the bytes of a file are valid until the next is asked
 * for. What can't be read is added to `gaps`. A file that is gone, and a link to another place in the folder, are neither.
 */
export function* readFiles(folder: string, names: Iterable<Name>, gaps: Gap[]): Generator<RawFile> {
  const room: Room = { buffer: Buffer.allocUnsafeSlow(FIRST_ROOM) };
  const isLinked = linkedFolders(folder);
  for (const name of names) {
    const path = pathOf(name);
    const outcome = isLinked(path) ? REASONS.linkedFolder : readInto(room, folder, name);
    if (typeof outcome === "string") gaps.push({ path, reason: outcome });
    else if (outcome !== null) yield { path, bytes: room.buffer.subarray(0, outcome) };
  }
}

function readInto(room: Room, folder: string, name: Name): Outcome {
  const path = pathOf(name);
  if (path.endsWith("/")) return REASONS.subRepository;
  let file: number;
  try {
    file = openSync(typeof name === "string" ? `${folder}/${name}` : inFolder(folder, name), FLAGS);
  } catch (error) {
    return refusal(error, folder, path);
  }
  try {
    return readOpen(file, room);
  } catch {
    return REASONS.failed;
  } finally {
    closeSync(file);
  }
}

function readOpen(file: number, room: Room): Outcome {
  const about = fstatSync(file);
  if (about.isDirectory()) return REASONS.subRepository;
  if (!about.isFile()) return REASONS.notRegular;
  if (about.size > LARGEST_FILE) return REASONS.tooLarge;
  if (about.size > room.buffer.length) room.buffer = Buffer.allocUnsafeSlow(Math.min(LARGEST_FILE, 2 * about.size));
  const { buffer } = room;
  let size = 0;
  while (size < about.size) {
    const count = readSync(file, buffer, size, about.size - size, null);
    if (count === 0) break;
    size += count;
  }
  return size < 1024 && isLfsPointer(buffer.subarray(0, size)) ? REASONS.lfs : size;
}

function refusal(error: unknown, folder: string, path: string): string | null {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return null;
  if (code === "ELOOP" || code === "EMLINK") return leadsOut(folder, path) ? REASONS.linkOut : null;
  if (code === "ENXIO") return REASONS.notRegular;
  if (code === "ENAMETOOLONG") return REASONS.longName;
  return code === "EACCES" || code === "EPERM" ? REASONS.unreadable : REASONS.failed;
}

function leadsOut(folder: string, path: string): boolean {
  try {
    return linkLeadsOut(path, readlinkSync(`${folder}/${path}`, "utf8"));
  } catch {
    return true;
  }
}

/** True where a link's target is not below the folder that `path` is relative to, by its words alone. */
export function linkLeadsOut(path: string, target: string): boolean {
  if (target.startsWith("/")) return true;
  const end = posix.normalize(posix.join(posix.dirname(path), target));
  return end === ".." || end.startsWith("../");
}

/** Tells whether any folder above a path is a link. Each folder is looked at once. */
function linkedFolders(folder: string): (path: string) => boolean {
  const known = new Map<string, boolean>([["", false]]);
  let last = "";
  let answer = false;
  const isLinked = (parent: string): boolean => {
    const seen = known.get(parent);
    if (seen !== undefined) return seen;
    const about = lstatSync(`${folder}/${parent}`, { throwIfNoEntry: false });
    const linked = about?.isSymbolicLink() === true || isLinked(parentOf(parent));
    known.set(parent, linked);
    return linked;
  };
  return (path) => {
    const parent = parentOf(path.endsWith("/") ? path.slice(0, -1) : path);
    if (parent === last) return answer;
    last = parent;
    answer = isLinked(parent);
    return answer;
  };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function inFolder(folder: string, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), name]);
}
