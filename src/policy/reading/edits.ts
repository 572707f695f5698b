/** A piece of a text and what stands there instead. Offsets are in the text as it was. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Sorted by place; where two overlap, the first one stays. Two insertions at one place both stay, in order. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Edit[] = [];
  for (const edit of sorted) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}

/** The text with all edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text: instead } of inOrder(edits)) {
    parts.push(text.slice(done, start), instead);
    done = end;
  }
  return parts.join("") + text.slice(done);
}

/** From an offset in the edited text to the one it stands for in the text as it was. */
export function originalOffsets(edits: readonly Edit[]): (offset: number) => number {
  const ordered = inOrder(edits);
  return (offset) => {
    let shift = 0;
    for (const { start, end, text } of ordered) {
      const newStart = start + shift;
      if (offset < newStart) break;
      if (offset < newStart + text.length) return Math.min(start + (offset - newStart), end);
      shift += text.length - (end - start);
    }
    return offset - shift;
  };
}
