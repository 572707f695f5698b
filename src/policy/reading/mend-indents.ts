import type { Keys, Line, Slip } from "./line-shape.js";
import { beginnings, isOwnKey, isTopKey, shapes } from "./line-walk.js";
import type { Pass } from "./mend.js";
import { fold } from "./words.js";

/** What came before a line, as mended. */
interface Before {
  readonly above: Line | null;
  /** Where the keys begin that are still open, from the left. */
  readonly columns: readonly number[];
  /** Where the dashes begin in the block of the last key at the left edge. */
  readonly lists: readonly number[];
}

/** Lines that don't stand where their neighbours do, and tabs. */
export const indents: Pass = (text, keys) => {
  const lines = shapes(text);
  const slips: Slip[] = [];
  let before: Before = { above: null, columns: [], lists: [] };
  const numbers = beginnings(lines, keys);
  for (const [i, number] of numbers.entries()) {
    const line = lines[number];
    if (line === undefined) continue;
    const below = [numbers[i + 1], numbers[i + 2]].flatMap((n) => (n === undefined ? [] : (lines[n] ?? [])));
    const indent = rightIndent(line, below, before, keys);
    const slip = slipOf(line, indent);
    if (slip !== null) slips.push(slip);
    before = after(before, { ...line, indent });
  }
  return slips;
};

function slipOf({ start, lead, indent }: Line, right: number): Slip | null {
  if (!/[\t\u00a0]/.test(lead) && indent === right) return null;
  const edits = [{ start, end: start + lead.length, text: " ".repeat(right) }];
  if (lead.includes("\t"))
    return { edits, at: start, message: "This line starts with a tab. Please use spaces instead." };
  const message = right < indent ? "more spaces than" : "fewer spaces than";
  return {
    edits,
    at: start,
    message: `This line starts with ${message} its neighbours. We read it in line with them.`,
  };
}

function rightIndent(line: Line, below: readonly Line[], before: Before, keys: Keys): number {
  if (line.dashes !== "") return dashIndent(line, below, before);
  if (!isOwnKey(line, keys)) return line.indent;
  return firstIndent(line, below, before, keys) ?? keyIndent(line, before, keys);
}

/** The first key of a block lines up with the two below, where these agree. */
function firstIndent({ key, indent }: Line, below: readonly Line[], { above }: Before, keys: Keys): number | null {
  const agreed = keysBelow(below);
  const isFirst = above !== null && above.key !== null && above.value === "";
  const areInner = [key, ...below.map((line) => line.key)].every((word) => word !== null && keys.inner.has(fold(word)));
  return isFirst && areInner && agreed !== null && agreed > above.indent && agreed !== indent ? agreed : null;
}

/** Where the two lines below begin, if both are keys and begin at one place. */
function keysBelow([one, other]: readonly Line[]): number | null {
  const areKeys = [one, other].every((line) => line !== undefined && line.key !== null && line.dashes === "");
  return areKeys && one !== undefined && one.indent === other?.indent ? one.indent : null;
}

/** Where the entry below begins, if what follows it fits. */
function dashesBelow([one, other]: readonly Line[]): number | null {
  if (one === undefined || other === undefined || one.dashes === "") return null;
  const fits = other.dashes === "" ? other.indent === columnOf(one) : other.indent === one.indent;
  return fits && (other.dashes !== "" || other.key !== null) ? one.indent : null;
}

/** Keys line up with the one above, once that is complete, or with one that is still open. */
function keyIndent({ key, indent }: Line, { above, columns }: Before, keys: Keys): number {
  if (above === null) return 0;
  const column = columnOf(above);
  const isComplete = above.key !== null && above.value !== "" && above.opens <= 0 && !/^[|>]/.test(above.value);
  if (isComplete && indent > column) return column;
  const belongsLeft = key !== null && isTopKey(key, keys) && !keys.inner.has(fold(key));
  const opens = above.key !== null && above.value === "";
  if (belongsLeft && !opens && !columns.includes(indent)) return 0;
  const belongsInside = key !== null && keys.inner.has(fold(key)) && !isTopKey(key, keys);
  const isOpen = columns.includes(indent) && (indent > 0 || !belongsInside);
  return isComplete && belongsInside && indent < column && !isOpen ? column : indent;
}

/** Dashes line up with the other dashes, or so that what follows on the line lines up with the lines below. */
function dashIndent({ key, indent, dashes }: Line, below: readonly Line[], { above, lists }: Before): number {
  const agreed = keysBelow(below) ?? 0;
  if (key !== null && agreed >= dashes.length && agreed !== indent + dashes.length) return agreed - dashes.length;
  const last = lists.at(-1);
  const begins = above === null || (above.key !== null && above.value === "");
  if (begins) return dashesBelow(below) ?? indent;
  return last === undefined || lists.includes(indent) ? indent : last;
}

function columnOf({ indent, dashes }: Line): number {
  return indent + dashes.length;
}

function after({ columns, lists }: Before, line: Line): Before {
  const column = columnOf(line);
  const isLeft = line.indent === 0 && line.dashes === "";
  const open = columns.filter((one) => one < column);
  return {
    above: line,
    columns: line.key === null ? open : [...open, column],
    lists: isLeft ? [] : line.dashes === "" ? lists : [...lists.filter((one) => one !== line.indent), line.indent],
  };
}
