import { gridTables } from "./grid.js";
import { type Extraction, ROWS } from "./table.js";
import { type ZipMember, zipMembers } from "./zip.js";

const LARGEST_PART = 64 * 1024 * 1024;
const SHEETS = 20;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** The sheets of an Office Open XML workbook. A workbook with a password, or of the older kind, is a gap. */
export function readXlsx(bytes: Uint8Array): Extraction {
  if (OLE.every((byte, i) => bytes[i] === byte)) {
    return { tables: [], gaps: ["This workbook is locked with a password or in an older format that isn't read."] };
  }
  const gaps = new Set<string>();
  const parts = new Map<string, ZipMember>();
  for (const member of zipMembers(bytes)) {
    if (!/^xl\/(?:sharedStrings|workbook|worksheets\/[^/]+)\.xml$/.test(member.name)) continue;
    if (member.size > LARGEST_PART) gaps.add("A sheet of this workbook is too large to read.");
    else parts.set(member.name, member);
  }
  const text = (name: string): string => Buffer.from(parts.get(name)?.read() ?? []).toString("utf8");
  const shared = sharedStrings(text("xl/sharedStrings.xml"));
  const sheets = [...parts.keys()].filter((name) => name.includes("worksheets/")).sort();
  if (sheets.length > SHEETS) gaps.add(`Only the first ${SHEETS} sheets of this workbook were read.`);
  const tables = sheets.slice(0, SHEETS).flatMap((name) => gridTables(name, rowsOf(text(name), shared)));
  return { tables, gaps: [...gaps] };
}

/** The texts that cells point to. Pieces of one text are joined. */
function sharedStrings(xml: string): readonly string[] {
  return between(xml, "<si", "</si>").map((item) => between(item, "<t", "</t>").map(content).join(""));
}

function rowsOf(xml: string, shared: readonly string[]): readonly (readonly string[])[] {
  return between(xml, "<row", "</row>", ROWS + 10).map((row) => {
    const cells: string[] = [];
    for (const cell of between(row, "<c ", "</c>")) {
      const column = columnNumber(/\br="([A-Z]{1,3})\d+"/.exec(cell)?.[1]) ?? cells.length;
      if (column < 300) {
        while (cells.length < column) cells.push("");
        cells[column] = cellValue(cell, shared);
      }
    }
    return cells;
  });
}

function cellValue(cell: string, shared: readonly string[]): string {
  const type = /\bt="(\w+)"/.exec(cell.slice(0, 200))?.[1];
  if (type === "inlineStr") return between(cell, "<t", "</t>").map(content).join("");
  const value = unescaped(between(cell, "<v>", "</v>")[0] ?? "");
  return type === "s" ? (shared[Number(value)] ?? "") : value;
}

function columnNumber(letters: string | undefined): number | null {
  return letters === undefined
    ? null
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What stands between each start and the end after it, the rest of the start's tag included. */
function between(xml: string, start: string, end: string, most = 1_000_000): readonly string[] {
  const found: string[] = [];
  for (let at = xml.indexOf(start); at >= 0 && found.length < most; at = xml.indexOf(start, at)) {
    const from = at + start.length;
    const close = xml.indexOf(end, from);
    if (close < 0) break;
    const tagEnd = xml.indexOf(">", from - 1);
    if (tagEnd > 0 && tagEnd < close && xml[tagEnd - 1] === "/") at = tagEnd;
    else {
      if (/[\s>]/.test(xml[from] ?? "") || /[\s>]$/.test(start)) found.push(xml.slice(from, close));
      at = close;
    }
  }
  return found;
}

/** The content of an element of which only `<name` was cut off. */
const content = (rest: string): string => unescaped(rest.slice(rest.indexOf(">") + 1));

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Text of XML or HTML with its entities written out. */
export function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? "x", 16);
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
