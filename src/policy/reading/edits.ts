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
  let shift = 0;
  const moved = inOrder(edits).map((edit) => {
    const newStart = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { ...edit, newStart };
  });
  return (offset) => {
    let low = 0;
    let high = moved.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((moved[middle]?.newStart ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const last = moved[low - 1];
    if (last === undefined) return offset;
    const beyond = offset - last.newStart - last.text.length;
    return beyond >= 0 ? last.end + beyond : Math.min(last.start + (offset - last.newStart), last.end);
  };
}
