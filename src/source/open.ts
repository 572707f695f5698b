import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { NamedText } from "../model/change.js";
import { openFolder } from "./folder.js";
import { openRange } from "./git-range.js";
import type { Source } from "./opened.js";
import { openPolicyFile } from "./policy-file.js";
import { isSourceProblem, type SourceProblem } from "./problem.js";

export interface Place {
  /** An absolute path. */
  readonly folder: string;
  /** With it: only what the commits from here on add. */
  readonly base?: string;
  readonly head?: string;
  /** A policy file of the caller's choice. */
  readonly policy?: string;
  /** Look at everything where the range can't be opened: that says too much rather than too little. */
  readonly orEverything?: boolean;
}

/** Opens a folder, or a range of its commits. */
export async function openSource(place: Place): Promise<Source | SourceProblem> {
  const { base, ...everything } = place;
  const source = await openPlace(place);
  if (base === undefined || place.orEverything !== true || !isSourceProblem(source)) return source;
  const all = await openPlace(everything);
  const note = `Everything was looked at, not just this change: ${source.message} ${source.next}`;
  return isSourceProblem(all) ? all : { ...all, note };
}

async function openPlace({ folder, base, head = "HEAD", policy }: Place): Promise<Source | SourceProblem> {
  const real = realPath(folder);
  const range = base === undefined ? null : { base, head };
  const [opened, text] = await Promise.all([
    range === null ? openFolder(real) : openRange(real, range),
    policy === undefined ? null : openPolicyFile(realFolder(policy), real, range),
  ]);
  if (isSourceProblem(opened)) return opened;
  if (text === null || !isSourceProblem(text)) return { ...opened, policy: text, note: noteOf(policy, text) };
  opened.close();
  return text;
}

function noteOf(policy: string | undefined, text: NamedText | null): string | null {
  if (policy === undefined || text !== null) return null;
  return `${policy} comes with the change itself. It counts once it is merged; until then the built-in policy does.`;
}

/** Without links, so that a path and the checkout it is in can be compared. What is not there stays as it was given. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The folders of a path without links. The file itself may be one, and then it is not followed here. */
function realFolder(file: string): string {
  return join(realPath(dirname(file)), basename(file));
}
