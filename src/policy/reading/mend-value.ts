import type { Edit } from "./edits.js";
import type { Keys, Line, Slip } from "./line-shape.js";
import { beginsAnew, isOwnKey } from "./line-walk.js";
import { quote, yamlText } from "./say.js";
import { unquoted } from "./words.js";

/** Values that YAML would take for something else: quoted, so that they are the text they look like. */
export function mendValue(line: Line, next: Line | null, keys: Keys): Slip | null {
  const { value } = line;
  if (value === "") return null;
  if (/^[[{].*[\]}][,;]$/.test(value)) return commaAfter(line);
  if (value.startsWith("[")) return mendList(line, next, keys);
  if (/^["']/.test(value)) return mendQuoted(line, next, keys);
  if (value.startsWith("- ") && line.key !== null) return dashOnKeyLine(line);
  return mendPlain(line);
}

/** Text that goes on below its key, with a colon in it: quotes around all of it. */
export function mendLongText(line: Line, lines: readonly Line[], number: number, keys: Keys): Slip | null {
  if (line.key === null || !/^[\p{L}\p{N}(]/u.test(line.value)) return null;
  const more = goesOn(line, lines, number, keys);
  if (more.some(({ value }) => /^[[{]/.test(value))) return null;
  const all = [line, ...more];
  if (
    more.length === 0 ||
    !all.some(({ value, key }) => /:(?:\s|$)/.test(value) || (key !== null && key !== line.key))
  ) {
    return null;
  }
  const last = more.at(-1) ?? line;
  const end = last.start + last.lead.length + last.dashes.length + last.content.trimEnd().length;
  const mark = all.some(({ content }) => /["\\]/.test(content)) ? "'" : '"';
  const inner = mark === "'" ? all.flatMap((one) => apostrophes(one, line)) : [];
  const edits = [
    { start: line.valueStart, end: line.valueStart, text: mark },
    ...inner,
    { start: end, end, text: mark },
  ];
  const message = `Text with a colon needs quotes around all of it, from here to the end.`;
  return { edits, at: line.valueStart, message, more: more.length };
}

/** The lines below that are neither blank nor a key of ours, and further right. */
function goesOn(line: Line, lines: readonly Line[], number: number, keys: Keys): readonly Line[] {
  const below = lines.slice(number + 1, number + 60);
  const end = below.findIndex((one) => one.isBlank || one.indent <= line.indent || isOwnKey(one, keys));
  return end < 0 ? below : below.slice(0, end);
}

/** In single quotes an apostrophe is written twice. */
function apostrophes({ content, start, lead, dashes, valueStart }: Line, first: Line): readonly Edit[] {
  const from = start + lead.length + dashes.length;
  return [...content.matchAll(/'/g)]
    .map(({ index }) => from + index)
    .filter((at) => start !== first.start || at >= valueStart)
    .map((at) => ({ start: at, end: at, text: "'" }));
}

const RESERVED = /^[@`%*!]|^[|>](?![-+\d]{0,2}$)/;

function mendPlain({ value, valueStart: start, key }: Line): Slip | null {
  if (value.startsWith("{")) return null;
  const edits = [{ start, end: start + value.length, text: yamlText(value) }];
  if (RESERVED.test(value)) {
    const [first = ""] = value;
    return inBackticks(value, start) ?? handle(value, start) ?? { edits, at: start, message: special(first, value) };
  }
  if (key === null || !/:(?:\s|$)/.test(value)) return null;
  return { edits, at: start, message: `Text with a colon needs quotes around it. We read this as ${quote(value)}.` };
}

function inBackticks(value: string, start: number): Slip | null {
  const text = unquoted(value);
  if (text === value) return null;
  const edits = [{ start, end: start + value.length, text: yamlText(text) }];
  return { edits, at: start, message: `No backticks are needed here. We read this as ${quote(text)}.` };
}

const HANDLE = /^@[\w-]{1,60}(?:\/[\w.-]{1,60})?$/;

/** A GitHub name as people write it in a comment. */
function handle(value: string, start: number): Slip | null {
  if (!HANDLE.test(value)) return null;
  const name = value.slice(1);
  const edits = [{ start, end: start + value.length, text: yamlText(name) }];
  return { edits, at: start, message: `No \`@\` is needed here. We read this as ${quote(name)}.` };
}

function special(character: string, value: string): string {
  const sign = character === "`" ? "backtick" : `\`${character}\``;
  return `A ${sign} at the start has a special meaning in YAML. We read this as the text ${quote(value)}; please put quotes around it.`;
}

/** A comma after a list is a habit from elsewhere. */
function commaAfter({ value, valueStart }: Line): Slip {
  const end = valueStart + value.length;
  return {
    edits: [{ start: end - 1, end, text: "" }],
    at: end - 1,
    message: "No comma is needed at the end of a line.",
  };
}

/** `owner: - maria` */
function dashOnKeyLine({ value, valueStart: start, key }: Line): Slip {
  const rest = value.slice(2).trim();
  const edits = [{ start, end: start + value.length, text: `[${yamlText(rest, "list")}]` }];
  return { edits, at: start, message: `A list starts on its own line, or in brackets: \`${key}: […]\`.` };
}

/** A quotation mark that is never closed, or closed too early. */
function mendQuoted(line: Line, next: Line | null, keys: Keys): Slip | null {
  const { value, valueStart: start } = line;
  const [mark = ""] = value;
  const close = closing(value, mark);
  if (close === null) {
    if (!beginsAnew(next, line, keys)) return null;
    const text = value.slice(1).replace(/\s{1,40}#.*$/s, "");
    const edits = [{ start, end: start + 1 + text.length, text: yamlText(text) }];
    return { edits, at: start, message: `A closing quotation mark (\`${mark}\`) is missing at the end.` };
  }
  const rest = value.slice(close + 1).trim();
  if (rest === "" || rest.startsWith("#")) return null;
  const edits = [{ start, end: start + value.length, text: yamlText(value) }];
  return { edits, at: start, message: `Quotes go around the whole text. We read this as ${quote(value)}.` };
}

function closing(value: string, mark: string): number | null {
  for (let i = 1; i < value.length; i++) {
    if (mark === '"' && value[i] === "\\") i++;
    else if (mark === "'" && value[i] === "'" && value[i + 1] === "'") i++;
    else if (value[i] === mark) return i;
  }
  return null;
}

/** `[@maria, *all]` and a list whose bracket is never closed. */
function mendList(line: Line, next: Line | null, keys: Keys): Slip | null {
  const { value, valueStart: start, opens } = line;
  const items = reservedItems(value, start);
  const isUnclosed = opens === 1 && !value.includes("#") && beginsAnew(next, line, keys);
  const end = start + value.length;
  const edits = [...items, ...(isUnclosed ? [{ start: end, end, text: "]" }] : [])];
  if (edits.length === 0) return null;
  if (isUnclosed) return { edits, at: start, message: "The closing bracket `]` of this list is missing." };
  const [{ text = "" } = {}] = items;
  return { edits, at: items[0]?.start ?? start, message: `We read this as ${quote(text)}.` };
}

const RESERVED_ITEM = /([[,]\s{0,20})([@`%*][^,\]"'#]{1,80})(?=[,\]]|$)/g;

function reservedItems(value: string, start: number): readonly Edit[] {
  return [...value.matchAll(RESERVED_ITEM)].map(({ index, 1: before = "", 2: item = "" }) => {
    const at = start + index + before.length;
    const text = item.trim();
    const name = HANDLE.test(text) ? text.slice(1) : text;
    return { start: at, end: at + text.length, text: yamlText(name, "list") };
  });
}
