import type { Surroundings } from "../../../model/surroundings.js";
import { addTo } from "../../../text/groups.js";
import { oncePer } from "../../../text/memo.js";

export const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
export const dirname = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Every path of the repository by its lower-case name, and by its folder with a slash at the end. */
export const pathsByName = oncePer((surroundings: Surroundings): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, string[]>();
  for (const path of surroundings.paths) {
    addTo(index, basename(path).toLowerCase(), path);
    addTo(index, `${dirname(path)}/`, path);
  }
  return index;
});

/** A path as written in a command, seen from a folder, from the root of the repository; nothing for what is outside. */
export function resolvePath(folder: string, written: string): string | null {
  const parts: string[] = written.startsWith("/")
    ? []
    : folder.split("/").filter((part) => part !== "" && part !== ".");
  for (const part of written.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else parts.push(part);
  }
  return parts.join("/");
}
