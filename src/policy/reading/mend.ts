import { applyEdits, type Edit, originalOffsets } from "./edits.js";
import type { Keys, Slip } from "./line-shape.js";
import type { Mended } from "./log.js";
import { bullets } from "./mend-bullets.js";
import { indents } from "./mend-indents.js";
import { wording } from "./mend-wording.js";

export interface Mending {
  readonly text: string;
  readonly mended: readonly Mended[];
  /** From an offset in the mended text to the one in the text as it was. */
  readonly toOriginal: (offset: number) => number;
}

/** Looks at the lines of a text and says what slipped. Lines stay lines; nothing is moved. */
export type Pass = (text: string, keys: Keys) => readonly Slip[];

const PASSES: readonly Pass[] = [bullets, indents, wording];

/**
 * Mends what a parser stumbles over, line by line, where it is plain what was meant: a colon or a reserved character in
 * unquoted text, a missing space, a tab, a line that is indented differently from its neighbours.
 */
export function mend(text: string, keys: Keys): Mending {
  const start: Mending = { text, mended: [], toOriginal: (offset) => offset };
  return PASSES.reduce((so, pass) => {
    const slips = pass(so.text, keys).filter(({ edits }) => edits.length > 0);
    const edits: readonly Edit[] = slips.flatMap((slip) => slip.edits);
    const back = originalOffsets(edits);
    const found = slips.map(({ at, message, more }) => ({ at: so.toOriginal(at), message, spans: more !== undefined }));
    return {
      text: applyEdits(so.text, edits),
      mended: [...so.mended, ...found],
      toOriginal: (offset) => so.toOriginal(back(offset)),
    };
  }, start);
}
