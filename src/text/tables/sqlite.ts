import { createdTable } from "./sql.js";
import { type Extraction, LONGEST, NOTHING, ROWS, type Table } from "./table.js";

/**
 * The tables of a SQLite 3 file, read from its pages: no engine, no native code, nothing of the file is run.
 * Source of the layout: sqlite.org, "Database File Format".
 */
export function readSqlite(bytes: Uint8Array): Extraction {
  if (Buffer.from(bytes.subarray(0, 15)).toString("latin1") !== "SQLite format 3") return NOTHING;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const declared = view.getUint16(16);
  const size = declared === 1 ? 65536 : declared;
  const database: Database = { bytes, view, size, usable: size - (bytes[20] ?? 0), isUtf16: view.getUint32(56) !== 1 };
  if (size < 512) return NOTHING;
  const schema = rowsFrom(database, 1, 1000);
  const tables = schema.rows.flatMap((row) => {
    const created = row[0] === "table" ? createdTable(row[4] ?? "") : null;
    const root = Number(row[3]);
    return created === null || root < 2 ? [] : [table(database, row[1] ?? "", created.columns, root)];
  });
  return { tables, gaps: schema.isBroken ? ["Parts of this database couldn't be read."] : [] };
}

interface Database {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly size: number;
  readonly usable: number;
  readonly isUtf16: boolean;
}

interface Rows {
  readonly rows: string[][];
  total: number;
  isBroken: boolean;
}

function table(database: Database, name: string, columns: readonly string[], root: number): Table {
  const { rows, total } = rowsFrom(database, root, ROWS);
  const filled = rows.map((row) => columns.map((_, i) => row[i] ?? ""));
  return { name, columns, rows: filled, total, at: 0 };
}

/** The rows of a table's tree, leaf by leaf. Each page is visited once, so a loop in a broken file ends. */
function rowsFrom(database: Database, root: number, most: number): Rows {
  const found: Rows = { rows: [], total: 0, isBroken: false };
  const seen = new Set<number>();
  const open = [root];
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (seen.has(page) || page * database.size > database.bytes.length || page < 1) continue;
    seen.add(page);
    try {
      open.push(...readPage(database, page, found, most));
    } catch {
      found.isBroken = true;
    }
  }
  return found;
}

const INNER = 5;
const LEAF = 13;

/** Reads a leaf's rows, or returns the pages below an inner page, the first last. */
function readPage({ view, size, ...rest }: Database, page: number, found: Rows, most: number): readonly number[] {
  const database = { view, size, ...rest };
  const start = (page - 1) * size;
  const header = page === 1 ? start + 100 : start;
  const kind = view.getUint8(header);
  const cells = view.getUint16(header + 3);
  if (kind === INNER) {
    const below = Array.from({ length: cells }, (_, i) => view.getUint32(start + view.getUint16(header + 12 + i * 2)));
    return [...below, view.getUint32(header + 8)].reverse();
  }
  if (kind !== LEAF) return [];
  for (let i = 0; i < cells; i++) {
    found.total++;
    if (found.rows.length < most) found.rows.push(readCell(database, start + view.getUint16(header + 8 + i * 2)));
  }
  return [];
}

function readCell(database: Database, at: number): string[] {
  const length = varint(database.view, at);
  const id = varint(database.view, length.end);
  const payload = payloadAt(database, id.end, length.value);
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  const header = varint(view, 0);
  const values: string[] = [];
  let type = header.end;
  let data = header.value;
  while (type < header.value && values.length < 300) {
    const serial = varint(view, type);
    type = serial.end;
    const width = widthOf(serial.value);
    values.push(
      serial.value === 0 && values.length === 0
        ? String(id.value)
        : valueAt(database, view, payload, serial.value, data, width),
    );
    data += width;
  }
  return values;
}

/** A long row goes on in a chain of other pages. */
function payloadAt({ bytes, view, size, usable }: Database, at: number, length: number): Uint8Array {
  const most = usable - 35;
  if (length <= most) return bytes.subarray(at, at + length);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const local = fitting <= most ? fitting : least;
  const parts = [bytes.subarray(at, at + local)];
  let next = view.getUint32(at + local);
  let rest = Math.min(length, 1024 * 1024) - local;
  for (let pages = 0; next > 0 && rest > 0 && pages < 2000; pages++) {
    const start = (next - 1) * size;
    parts.push(bytes.subarray(start + 4, start + 4 + Math.min(rest, usable - 4)));
    rest -= usable - 4;
    next = view.getUint32(start);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

function varint(view: DataView, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = view.getUint8(at + i);
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: at + i + 1 };
  }
  return { value: value * 256 + view.getUint8(at + 8), end: at + 9 };
}

function widthOf(serial: number): number {
  if (serial >= 12) return Math.floor((serial - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][serial] ?? 0;
}

function valueAt(
  { isUtf16 }: Database,
  view: DataView,
  payload: Uint8Array,
  serial: number,
  at: number,
  width: number,
): string {
  if (serial >= 12) {
    const raw = Buffer.from(payload.subarray(at, at + Math.min(width, LONGEST * 2)));
    return serial % 2 === 0 ? "" : raw.toString(isUtf16 ? "utf16le" : "utf8").slice(0, LONGEST);
  }
  if (serial === 0) return "";
  if (serial === 7) return String(view.getFloat64(at));
  if (serial === 8 || serial === 9) return String(serial - 8);
  let value = view.getInt8(at);
  for (let i = 1; i < width; i++) value = value * 256 + view.getUint8(at + i);
  return String(value);
}
